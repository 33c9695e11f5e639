/** A short run over every reader of strangers' bytes, with a fixed seed and a new one that is printed. */
import { describe, expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { targets } from "./targets.ts";

const fresh = Math.floor(Math.random() * 2 ** 31);
const seconds = 1;

describe("hostile bytes are refused in time, never crash, and change nothing", () => {
  for (const name of Object.keys(targets)) {
    for (const [which, seed] of [["the fixed seed", 20261121], ["a new seed", fresh]] as const) {
      test(`${name}, with ${which}`, async () => {
        const tally = await fuzz(name, { seed, rounds: 300, seconds });
        console.log(JSON.stringify(tally));
        expect(tally.failures, `npm run fuzz -- --target ${name} --seed ${seed}`).toEqual([]);
        expect(tally.inputs).toBeGreaterThan(0);
      });
    }
  }
});
