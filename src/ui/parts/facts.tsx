import { For, type JSX } from "solid-js";

export interface Fact {
  readonly label: string;
  readonly value: JSX.Element;
}

/** Label and value pairs, one under the other: a certificate, a source, a system. */
export function Facts(props: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      <For each={props.facts}>
        {(fact) => (
          <div class="fact">
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
