import { For, Show } from "solid-js";
import type { ReportEntry } from "#domain";
import { IntervalBar } from "../../parts/index.ts";
import { anchorId } from "./anchor.ts";
import { LineText, type BlockOf } from "./prose-blocks.tsx";

/** Matters of record one under the other: what each is called at the side, what is said of it beside that. */
export function EntriesBlock(props: { readonly block: BlockOf<"entries"> }) {
  return (
    <ol class="paper-entries" aria-label={props.block.title}>
      <For each={props.block.rows}>{(entry) => <Entry entry={entry} />}</For>
    </ol>
  );
}

function Entry(props: { readonly entry: ReportEntry }) {
  return (
    <li id={props.entry.anchor ? anchorId(props.entry.anchor) : undefined}>
      <div class="paper-entry-side">
        <p>
          <LineText line={props.entry.name} />
        </p>
        <Show when={props.entry.mark}>
          {(mark) => <IntervalBar size="row" figure={mark()} blocked={mark().blocked} target={mark().target} label={mark().label} />}
        </Show>
        <p class="paper-small">
          <LineText line={props.entry.about} />
        </p>
      </div>
      <div class="paper-entry-main">
        <For each={[props.entry.title, props.entry.body]}>
          {(line) => (
            <Show when={line.length > 0}>
              <p>
                <LineText line={line} />
              </p>
            </Show>
          )}
        </For>
        <Show when={props.entry.foot.length > 0}>
          <p class="paper-small figures">
            <LineText line={props.entry.foot} />
          </p>
        </Show>
      </div>
    </li>
  );
}
