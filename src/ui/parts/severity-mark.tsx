import { For, type JSX } from "solid-js";
import type { Severity } from "#domain";
import { useTexts } from "../texts/index.ts";

const filled: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1 };

/** Four small bars, as many filled as it is severe, and the word. */
export function SeverityMark(props: { readonly severity: Severity }): JSX.Element {
  const t = useTexts();
  return (
    <span class="mark severity-mark" data-severity={props.severity}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <For each={[0, 1, 2, 3]}>
          {(step) => (
            <rect
              x={0.75 + step * 4}
              y={11 - step * 3}
              width="2.5"
              height={3.5 + step * 3}
              data-fill={step < filled[props.severity] ? "" : undefined}
            />
          )}
        </For>
      </svg>
      {t().common.severity[props.severity]}
    </span>
  );
}
