/** A short run of each loop of tests/loops: what the interface called saved is there afterwards. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loops } from "../loops/loops.ts";
import { freePort, serveApp, type Served } from "./app.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-loops-"));
let served: Served;
beforeAll(async () => {
  served = await serveApp(await freePort());
});
afterAll(() => served.stop());

for (const [name, { loop, short }] of Object.entries(loops)) {
  test(`no acknowledged edit is lost: ${name}, ${short} rounds`, async () => {
    const tally = await loop({ url: served.url, folder }, short);
    console.log(JSON.stringify(tally));
    expect(tally.acknowledged).toBeGreaterThanOrEqual(short);
    expect(tally.lost).toBe(0);
  });
}
