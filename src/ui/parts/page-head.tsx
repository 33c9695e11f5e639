import { Show, type JSX } from "solid-js";

export interface PageHeadProps {
  readonly title: string;
  readonly eyebrow?: JSX.Element;
  /** One or two quiet sentences: what this page is for. */
  readonly lede?: JSX.Element;
  readonly actions?: JSX.Element;
}

/** The one h1 of a page. */
export function PageHead(props: PageHeadProps): JSX.Element {
  return (
    <header class="page-head">
      <div class="page-head-text">
        <Show when={props.eyebrow}>
          <p class="page-head-eyebrow">{props.eyebrow}</p>
        </Show>
        <h1>{props.title}</h1>
        <Show when={props.lede}>
          <p class="page-head-lede">{props.lede}</p>
        </Show>
      </div>
      <Show when={props.actions}>
        <div class="page-head-actions">{props.actions}</div>
      </Show>
    </header>
  );
}
