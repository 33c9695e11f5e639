import { For, type JSX } from "solid-js";
import type { LifecyclePhase } from "#domain";
import { useTexts } from "../texts/index.ts";

export function PhaseTags(props: { readonly phases: readonly LifecyclePhase[] }): JSX.Element {
  const t = useTexts();
  return (
    <ul class="phase-tags" aria-label={t().common.phases}>
      <For each={props.phases}>{(phase) => <li class="phase-tag">{t().common.phase[phase]}</li>}</For>
    </ul>
  );
}
