import { For, Show } from "solid-js";
import type { Problem } from "#domain";
import { sayProblem, useTexts, type Texts } from "../texts/index.ts";

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
            <Show when={placeOf(t(), problem)}>{(place) => <span class="problem-place figures">{place()}</span>}</Show>
            <span>{[sayProblem(t(), problem), adviceOn(t(), problem)].filter(Boolean).join(" ")}</span>
          </li>
        )}
      </For>
      <Show when={props.problems.length > shown}>
        <li>{t().frame.andMore(props.problems.length - shown)}</li>
      </Show>
    </ul>
  );
}

function placeOf(t: Texts, { sheet, line, column }: Problem): string | null {
  if (sheet !== undefined) return t.frame.cell(sheet, line, column === undefined ? undefined : columnLetters(column));
  return line === undefined ? null : t.frame.place(line, column ?? 1);
}

/** A near miss, or else what is known there. */
export function adviceOn(t: Texts, { facts }: Problem): string {
  const { meant, known } = facts ?? {};
  if (meant !== undefined) return t.frame.meant(String(meant));
  return known === undefined ? "" : t.frame.known(String(known));
}

/** As spreadsheet programs name columns: 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
