import { createMemo, Show, type JSX } from "solid-js";
import { formatShare, type Figure } from "#domain";
import { useTexts, type Texts } from "../texts/index.ts";

export type BarFigure = Pick<Figure, "low" | "high" | "evidenced" | "coverage">;

export interface IntervalBarProps {
  readonly figure: BarFigure;
  /** share of the required sum at which the target stands: 1 when absent, null for no tick */
  readonly target?: number | null | undefined;
  /** row: 8 px · head: 24 px, 40 px where there is room */
  readonly size: "row" | "head";
  readonly blocked?: boolean | undefined;
  /** What the bar is of. The figures in words are added to it. */
  readonly label: string;
}

/** Our mark: solid to low, hatched from low to high, a tick at the target, a dark core for the evidenced share. */
export function IntervalBar(props: IntervalBarProps): JSX.Element {
  const t = useTexts();
  const shares = createMemo(() => sharesOf(props.figure));
  const target = () => (props.target === undefined ? 1 : props.target);
  return (
    <div
      class="interval-bar"
      role="img"
      aria-label={describeBar(t(), props)}
      data-size={props.size}
      data-blocked={props.blocked ? "" : undefined}
      data-blank={shares() ? undefined : ""}
    >
      <Show when={props.blocked}>
        <span class="interval-bar-blocked" />
      </Show>
      <span class="interval-bar-track">
        <Show when={shares()}>
          {(share) => (
            <>
              <span class="interval-bar-known" style={{ "inline-size": percent(share().low) }} />
              <span
                class="interval-bar-unknown"
                style={{ "inset-inline-start": percent(share().low), "inline-size": percent(share().high - share().low) }}
              />
              <span class="interval-bar-core" style={{ "inline-size": percent(share().evidenced) }} />
            </>
          )}
        </Show>
        <Show when={target() !== null}>
          <span class="interval-bar-target" style={{ "inset-inline-start": percent(clamp(target() ?? 1)) }} />
        </Show>
      </span>
    </div>
  );
}

/** The bar in words: what it is of, the interval, the answered and the evidenced share, and whether it is blocked. */
export function describeBar(
  t: Texts,
  bar: { readonly label: string; readonly figure: BarFigure; readonly blocked?: boolean | undefined },
): string {
  const { figure } = bar;
  const parts = [t.common.figure.interval(figure)];
  if (figure.coverage !== null) parts.push(t.common.figure.coverage(formatShare(figure.coverage)));
  if (figure.evidenced !== null) parts.push(t.common.figure.evidenced(formatShare(figure.evidenced)));
  if (bar.blocked) parts.push(t.common.figure.blocked);
  return t.common.figure.description(bar.label, parts);
}

function sharesOf(figure: BarFigure): { low: number; high: number; evidenced: number } | null {
  if (figure.low === null || figure.high === null) return null;
  return { low: clamp(figure.low), high: clamp(figure.high), evidenced: clamp(figure.evidenced ?? 0) };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
