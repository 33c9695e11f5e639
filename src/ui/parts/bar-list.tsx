import { For, Show, type JSX } from "solid-js";
import { formatInterval } from "#domain";
import { useTexts } from "../texts/index.ts";
import { describeBar, IntervalBar, type BarFigure } from "./interval-bar.tsx";

export interface BarListItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** null: there is nothing to have a figure of, as the note says; the line cannot be pressed */
  readonly figure: BarFigure | null;
  readonly blocked?: boolean | undefined;
  /** Stands under the label. */
  readonly note?: JSX.Element;
}

export interface BarListProps<Id extends string> {
  readonly items: readonly BarListItem<Id>[];
  /** Name of the list. */
  readonly label: string;
  readonly onOpen?: ((id: Id) => void) | undefined;
}

/** Name, bar and figure, line by line. */
export function BarList<Id extends string>(props: BarListProps<Id>): JSX.Element {
  const t = useTexts();
  return (
    <ul class="bar-list" aria-label={props.label}>
      <For each={props.items}>
        {(item) => (
          <li data-blank={item.figure ? undefined : ""}>
            <span class="bar-list-name">
              <Show when={item.figure && props.onOpen ? { figure: item.figure, onOpen: props.onOpen } : null} fallback={item.label}>
                {(pressed) => (
                  <button
                    type="button"
                    class="text-button"
                    aria-label={describeBar(t(), { label: item.label, figure: pressed().figure, blocked: item.blocked })}
                    onClick={() => pressed().onOpen(item.id)}
                  >
                    {item.label}
                  </button>
                )}
              </Show>
              <Show when={item.note}>
                <span class="bar-list-note">{item.note}</span>
              </Show>
            </span>
            <Show when={item.figure}>
              {(figure) => (
                <>
                  <IntervalBar size="row" figure={figure()} label={item.label} blocked={item.blocked === true} />
                  <span class="bar-list-figure figures" aria-hidden="true">
                    {formatInterval(figure())}
                  </span>
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
