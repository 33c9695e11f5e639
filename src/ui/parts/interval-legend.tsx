import { Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";

/** How to read the interval bar, once a page. */
export function IntervalLegend(props: { readonly withBlocked?: boolean }): JSX.Element {
  const t = useTexts();
  return (
    <ul class="interval-legend" aria-label={t().common.figure.legend.title}>
      <li>
        <span class="legend-swatch" data-kind="known" aria-hidden="true" />
        {t().common.figure.legend.known}
      </li>
      <li>
        <span class="legend-swatch" data-kind="core" aria-hidden="true" />
        {t().common.figure.legend.core}
      </li>
      <li>
        <span class="legend-swatch" data-kind="unknown" aria-hidden="true" />
        {t().common.figure.legend.unknown}
      </li>
      <li>
        <span class="legend-swatch" data-kind="target" aria-hidden="true" />
        {t().common.figure.legend.target}
      </li>
      <Show when={props.withBlocked}>
        <li>
          <span class="legend-swatch" data-kind="blocked" aria-hidden="true" />
          {t().common.figure.legend.blocked}
        </li>
      </Show>
    </ul>
  );
}
