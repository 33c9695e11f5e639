import { join } from "node:path";
import { expect, test } from "vitest";
import { bootBytes } from "./boot-bytes.ts";

const budget = 100_000;

test("what is fetched as script before the first paint fits in 100 kB gzipped", () => {
  const { entry, texts } = bootBytes(join(import.meta.dirname, "../../dist"));
  expect(entry).toBeGreaterThan(10_000);
  expect(texts).toBeGreaterThan(1_000);
  expect(entry + texts).toBeLessThanOrEqual(budget);
});
