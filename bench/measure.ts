/** Times `work` by the clock, in milliseconds: `warm` runs that do not count, then `runs` that do. */
export async function measure(figure: string, work: () => unknown, { runs = 25, warm = 3 } = {}): Promise<void> {
  const times: number[] = [];
  for (let run = -warm; run < runs; run += 1) {
    const before = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - before);
  }
  tell(figure, "ms", times);
}

/** Prints one figure as one line of JSON. The 95th percentile is the nearest rank, so with few runs it is the maximum. */
export function tell(figure: string, unit: "ms" | "kB" | "MB", samples: readonly number[]): void {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
  console.log(JSON.stringify({ figure, unit, median: at(0.5), p95: at(0.95), min: at(0), max: at(1), runs: samples.length }));
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
