type Unit = "ms" | "kB" | "MB" | "times";

/** Times `work` by the clock, in milliseconds: `warm` runs that do not count, then `runs` that do. Gives the median. */
export async function measure(figure: string, work: () => unknown, { runs = 25, warm = 3 } = {}): Promise<number> {
  const times: number[] = [];
  for (let run = -warm; run < runs; run += 1) {
    const before = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - before);
  }
  return tell(figure, "ms", times);
}

/**
 * Prints one figure as one line of JSON and gives its median. The 95th percentile is the nearest rank, so with few runs
 * it is the maximum.
 */
export function tell(figure: string, unit: Unit, samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  const [median, p95, min, max] = [0.5, 0.95, 0, 1].map((share) => round(at(share)));
  console.log(JSON.stringify({ figure, unit, median, p95, min, max, runs: samples.length }));
  return at(0.5);
}

/** How many times the first of two medians the second is, beside how many times as much there was to do. */
export function tellGrowth(figure: string, work: number, [less, more]: readonly [less: number, more: number]): void {
  tell(`growth of ${figure}, for ${work} times as many`, "times", [more / less]);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
