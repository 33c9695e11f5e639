/**
 * `npm run fuzz -- [--target name] [--seed N] [--rounds N] [--seconds N] [--from N]`: one JSON line a target. The same
 * seed makes the same inputs; `--from N --rounds 1` makes one of them again. Each target runs in a process of its own,
 * ended when one input takes longer than five minutes.
 */
import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import { fuzz, type FuzzTally } from "./fuzz.ts";
import { targets } from "./targets.ts";

const longest = 300_000;
const options = {
  target: { type: "string", multiple: true },
  seed: { type: "string" },
  rounds: { type: "string" },
  seconds: { type: "string" },
  from: { type: "string" },
} as const;
const { values } = parseArgs({ options });
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const rounds = Number(values.rounds ?? (values.seconds ? Infinity : 1000));

if (process.send) {
  const tell = (message: unknown) => process.send?.(message);
  const seconds = Number(values.seconds ?? Infinity);
  tell({ tally: await fuzz(values.target?.[0] ?? "", { seed, rounds, seconds, from: Number(values.from ?? 0), onInput: (at) => tell({ at }) }) });
  process.exit(0);
}

console.log(`seed ${seed}`);
for (const name of values.target ?? Object.keys(targets)) {
  const found = await inProcess(name);
  console.log(JSON.stringify(found));
  if (found.failures.length > 0) process.exitCode = 1;
}

async function inProcess(name: string): Promise<FuzzTally | { readonly target: string; readonly failures: readonly { readonly at: number; readonly what: string }[] }> {
  const args = ["--target", name, "--seed", String(seed), "--rounds", String(rounds), "--from", values.from ?? "0", ...(values.seconds ? ["--seconds", values.seconds] : [])];
  const child = fork(import.meta.filename, args, { execArgv: process.execArgv });
  let [at, since] = [-1, Date.now()];
  let tally: FuzzTally | undefined;
  child.on("message", (message: { readonly at?: number; readonly tally?: FuzzTally }) => {
    if (message.at !== undefined) [at, since] = [message.at, Date.now()];
    tally = message.tally ?? tally;
  });
  const watch = setInterval(() => at >= 0 && Date.now() - since > longest && child.kill("SIGKILL"), 1000);
  await new Promise((resolve) => child.once("exit", resolve));
  clearInterval(watch);
  return tally ?? { target: name, failures: [{ at, what: `ended or hung, seed ${seed}` }] };
}
