import { Show, type JSX } from "solid-js";
import { formatInterval, formatShare } from "#domain";
import { useTexts } from "../texts/index.ts";
import { describeBar, type BarFigure } from "./interval-bar.tsx";

export interface FigureValueProps {
  readonly figure: BarFigure;
  /** What the figure is of; read out before it. */
  readonly label: string;
  readonly size?: "row" | "head" | undefined;
  readonly blocked?: boolean | undefined;
  /** Also the answered and the evidenced share. */
  readonly detailed?: boolean | undefined;
  /** Opens what the figure is made of (S13). With it the figure is a button. */
  readonly onExplain?: (() => void) | undefined;
}

export function FigureValue(props: FigureValueProps): JSX.Element {
  const t = useTexts();
  return (
    <span class="figure-value" data-size={props.size ?? "row"} data-blocked={props.blocked ? "" : undefined}>
      <Show
        when={props.onExplain}
        fallback={
          <span class="figure-value-main figures" role="img" aria-label={describeBar(t(), props)}>
            {formatInterval(props.figure)}
          </span>
        }
      >
        {(onExplain) => (
          <button
            type="button"
            class="figure-value-main figures"
            aria-label={describeBar(t(), props)}
            title={t().common.buttons.explain}
            onClick={() => onExplain()()}
          >
            {formatInterval(props.figure)}
          </button>
        )}
      </Show>
      <Show when={props.detailed}>
        <span class="figure-value-detail figures" aria-hidden="true">
          <span class="figure-value-part">{t().common.figure.coverage(formatShare(props.figure.coverage))}</span>
          <span class="figure-value-dot">{" · "}</span>
          <span class="figure-value-part">{t().common.figure.evidenced(formatShare(props.figure.evidenced))}</span>
        </span>
      </Show>
    </span>
  );
}
