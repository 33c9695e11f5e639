import { Show, type JSX } from "solid-js";

export interface EmptyStateProps {
  /** What will stand here. */
  readonly title: string;
  readonly children?: JSX.Element;
  /** The one next step. */
  readonly action?: JSX.Element;
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{props.title}</p>
      <Show when={props.children}>
        <div class="empty-state-text">{props.children}</div>
      </Show>
      <Show when={props.action}>
        <div class="empty-state-action">{props.action}</div>
      </Show>
    </div>
  );
}
