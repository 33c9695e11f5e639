import { Tooltip as Kobalte } from "@kobalte/core/tooltip";
import type { JSX } from "solid-js";

export interface TooltipProps {
  /** What the note says. */
  readonly text: JSX.Element;
  /** The words it hangs on; they become a button so that fingers and keys reach it. */
  readonly children: JSX.Element;
}

/** A note on a word. Nothing that one must know may stand only here. */
export function Tooltip(props: TooltipProps): JSX.Element {
  return (
    <Kobalte gutter={6} openDelay={200} closeDelay={80}>
      <Kobalte.Trigger class="tooltip-word">{props.children}</Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="tooltip">{props.text}</Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
