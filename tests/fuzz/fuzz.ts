import { drawFrom } from "./random.ts";
import { targets, type Trial } from "./targets.ts";

/** What a run found. */
export interface FuzzTally {
  readonly target: string;
  readonly seed: number;
  readonly inputs: number;
  readonly accepted: number;
  readonly refused: number;
  /** of one input, in milliseconds, and which it was */
  readonly worst: number;
  readonly worstAt: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly at: number;
  readonly what: string;
}

const mostFailures = 10;

const prepared = new Map<string, Promise<Trial>>();

/** Reads `rounds` inputs from place `from`; after `seconds` no more, but twenty in any case. */
export async function fuzz(
  name: string,
  run: { readonly seed: number; readonly rounds: number; readonly from?: number; readonly seconds?: number; readonly onInput?: (at: number) => void },
): Promise<FuzzTally> {
  const target = targets[name];
  if (!target) throw new Error(`no target is called ${name}; there are ${Object.keys(targets).join(", ")}`);
  const ready = prepared.get(name) ?? target.prepare();
  prepared.set(name, ready);
  const trial = await ready;
  const counts = { accepted: 0, refused: 0 };
  const failures: Failure[] = [];
  let [worst, worstAt] = [0, -1];
  const from = run.from ?? 0;
  let at = from;
  const end = Date.now() + (run.seconds ?? Infinity) * 1000;
  const isDue = () => at < from + 20 || Date.now() < end;
  for (; at < from + run.rounds && failures.length < mostFailures && isDue(); at += 1) {
    run.onInput?.(at);
    try {
      const { outcome, milliseconds } = await trial(drawFrom(run.seed, at));
      counts[outcome] += 1;
      if (milliseconds > worst) [worst, worstAt] = [milliseconds, at];
      if (milliseconds > target.limit) failures.push({ at, what: `took ${Math.round(milliseconds)} ms; ${target.limit} are allowed` });
    } catch (cause) {
      failures.push({ at, what: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
    }
  }
  return { target: name, seed: run.seed, inputs: at - from, ...counts, worst: Math.round(worst * 10) / 10, worstAt, failures };
}
