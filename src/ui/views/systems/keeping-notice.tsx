import { Show } from "solid-js";
import type { AssessmentMeta } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { AskToKeep } from "../ask-to-keep.tsx";
import { isCopied } from "./copy-note.ts";

/** Whether the browser promises to keep the data, and how many assessments have no fresh copy outside it. */
export function KeepingNotice(props: { readonly assessments: readonly AssessmentMeta[] }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const uncopied = () => props.assessments.filter((row) => !isCopied(row)).length;
  const mayBeCleared = () => !workbench.isFromDisk && workbench.persistence()?.persisted === false;
  return (
    <Show when={mayBeCleared() && uncopied() > 0}>
      <Banner tone="info" action={<AskToKeep size="small" />}>
        {t().systems.mayBeCleared(uncopied())}
      </Banner>
    </Show>
  );
}
