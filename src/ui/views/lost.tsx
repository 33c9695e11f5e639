import type { WorkbenchError } from "#domain";
import type { JSX } from "solid-js";
import { PageHead } from "../parts/index.ts";
import { sayError, useTexts } from "../texts/index.ts";

/** A page in the place of one that is not there or cannot be opened: what happened, and where to go on. */
export function Lost(props: { readonly error: Pick<WorkbenchError, "code" | "facts">; readonly children: JSX.Element }) {
  const t = useTexts();
  return (
    <div class="page lost">
      <PageHead title={props.error.code === "not-found" ? t().frame.notFound : t().frame.notOpened} />
      <p>{sayError(t(), props.error)}</p>
      <div class="cluster lost-ways">{props.children}</div>
    </div>
  );
}
