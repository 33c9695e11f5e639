import { formatInterval, formatShare, type Cell, type Contribution, type Figure, type IntervalMark } from "#domain";

const noFigure: Figure = { low: null, high: null, evidenced: null, coverage: null, required: 0 };

/** The bar of one figure; an absent figure is drawn as one without a value. */
export function markOf(figure: Figure | undefined, blocked = false): IntervalMark {
  const { low, high, evidenced, coverage } = figure ?? noFigure;
  return {
    low,
    high,
    evidenced,
    coverage,
    target: low === null ? null : 1,
    label: formatInterval({ low, high }),
    ...(blocked ? { blocked } : {}),
  };
}

/** S6 and S7 over one question: its share of what it is asked for. Without a figure when nothing is asked. */
export function markOfOne({ state, required, won, open, proven }: Contribution): IntervalMark {
  if (required === 0) return markOf(undefined);
  const share = (amount: number) => amount / required;
  const coverage = state === "answered" ? 1 : 0;
  return markOf({ low: share(won), high: share(won + open), evidenced: share(proven), coverage, required });
}

export function barCell(figure: Figure | undefined, blocked = false): Cell {
  return { kind: "bar", mark: markOf(figure, blocked) };
}

export function coverageOf(figure: Figure | undefined): string {
  return formatShare(figure?.coverage ?? null);
}

export function evidencedOf(figure: Figure | undefined): string {
  return formatShare(figure?.evidenced ?? null);
}

/**
 * A weight, exposure or contribution: at least two decimals, at most four, cut off with the tolerance of S14
 * so that 1.1999999999999997 reads 1.20.
 */
export function formatAmount(amount: number): string {
  const tenThousandths = Math.floor(amount * 10_000 + 1e-6);
  return (tenThousandths / 10_000).toFixed(4).replace(/0{1,2}$/, "");
}

/** Below which a share counts as short of its whole. */
export function isShort(share: number | null): share is number {
  return share !== null && share < 1 - 1e-9;
}
