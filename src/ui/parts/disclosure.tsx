import { Show, type JSX } from "solid-js";
import { Icon } from "./icons.tsx";

export interface DisclosureProps {
  readonly summary: JSX.Element;
  /** Stands at the end of the summary line. */
  readonly note?: JSX.Element;
  readonly children: JSX.Element;
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
}

export function Disclosure(props: DisclosureProps): JSX.Element {
  return (
    <details class="disclosure" open={props.open} onToggle={(event) => props.onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron-right" />
        <span class="disclosure-summary">{props.summary}</span>
        <Show when={props.note}>
          <span class="disclosure-note">{props.note}</span>
        </Show>
      </summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}
