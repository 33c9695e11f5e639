import type { JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";

/** Says that something is under way, in words. `children` replace "Working…". */
export function BusyText(props: { readonly children?: JSX.Element }): JSX.Element {
  const t = useTexts();
  return (
    <p class="busy-text" role="status">
      {props.children ?? t().common.working}
    </p>
  );
}
