/** `npm run loops [name…] [-- --rounds N]`: counts acknowledged edits that are lost, one JSON line a loop. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort, serveApp } from "../real-browser/app.ts";
import { loops } from "./loops.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
const names = positionals.length > 0 ? positionals : Object.keys(loops);
const served = await serveApp(await freePort());
const folder = mkdtempSync(join(tmpdir(), "assay-loops-"));
for (const name of names) {
  const chosen = loops[name];
  if (!chosen) throw new Error(`no loop is called ${name}; there are ${Object.keys(loops).join(", ")}`);
  const started = Date.now();
  const tally = await chosen.loop({ url: served.url, folder }, Number(values.rounds ?? chosen.long));
  console.log(JSON.stringify({ ...tally, seconds: Math.round((Date.now() - started) / 100) / 10 }));
  if (tally.lost > 0) process.exitCode = 1;
}
await served.stop();
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
