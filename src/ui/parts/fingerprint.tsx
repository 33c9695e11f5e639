import { For, type JSX } from "solid-js";

/** A digest in groups of four, to be compared by eye; copied without the spaces. */
export function Fingerprint(props: { readonly value: string; readonly label?: string }): JSX.Element {
  const groups = () => props.value.match(/.{1,4}/gu) ?? [];
  return (
    <code class="fingerprint" role="img" aria-label={props.label ? `${props.label}: ${props.value}` : props.value}>
      <For each={groups()}>{(group) => <span>{group}</span>}</For>
    </code>
  );
}
