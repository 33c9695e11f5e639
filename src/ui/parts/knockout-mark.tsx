import type { JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";

/** On a question that can block everything; `fails` when it does. */
export function KnockoutMark(props: { readonly fails?: boolean }): JSX.Element {
  const t = useTexts();
  return (
    <span class="knockout-mark" data-fails={props.fails ? "" : undefined}>
      {props.fails ? t().common.knockoutFails : t().common.knockout}
    </span>
  );
}
