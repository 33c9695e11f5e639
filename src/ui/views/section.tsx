import { Show, type JSX } from "solid-js";

export interface SectionProps {
  readonly title: string;
  /** One or two quiet sentences under the heading. */
  readonly lede?: JSX.Element;
  readonly children: JSX.Element;
}

/** A part of a page under its own heading. */
export function Section(props: SectionProps): JSX.Element {
  return (
    <section class="section">
      <header class="section-head">
        <h2>{props.title}</h2>
        <Show when={props.lede}>
          <p class="quiet-text">{props.lede}</p>
        </Show>
      </header>
      <div class="section-body stack">{props.children}</div>
    </section>
  );
}
