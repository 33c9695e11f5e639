import { For, Show } from "solid-js";
import type { Problem } from "#domain";
import { sayProblem, useTexts } from "../texts/index.ts";

/** How many problems are spelled out; the rest are counted. */
const shown = 40;

/** Why something could not be read: one sentence each, with its line where there is one. */
export function ProblemList(props: { readonly problems: readonly Problem[] }) {
  const t = useTexts();
  return (
    <ul class="problem-list">
      <For each={props.problems.slice(0, shown)}>
        {(problem) => (
          <li>
            <Show when={problem.line}>{(line) => <span class="problem-place figures">{t().frame.place(line(), problem.column ?? 1)}</span>}</Show>
            <span>{sayProblem(t(), problem)}</span>
          </li>
        )}
      </For>
      <Show when={props.problems.length > shown}>
        <li>{t().frame.andMore(props.problems.length - shown)}</li>
      </Show>
    </ul>
  );
}
