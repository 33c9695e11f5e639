/** `npm run bench`: every figure as one line of JSON. `npm run bench scoring` runs one family; each has its own process. */
import { spawnSync } from "node:child_process";

const families: Readonly<Record<string, () => Promise<void>>> = {
  content: async () => (await import("./content.ts")).benchContent(),
  scoring: async () => (await import("./scoring.ts")).benchScoring(),
  journal: async () => (await import("./journal.ts")).benchJournal(),
  "report-en": async () => (await import("./report.ts")).benchReport("en"),
  "report-zh-TW": async () => (await import("./report.ts")).benchReport("zh-TW"),
  "report-rows": async () => (await import("./report-rows.ts")).benchReportRows(),
  boot: async () => (await import("./boot.ts")).benchBoot(),
  stored: async () => (await import("./stored.ts")).benchStored(),
  signing: async () => (await import("./signing.ts")).benchSigning(),
};

const [wanted] = process.argv.slice(2);
const family = wanted === undefined ? undefined : families[wanted];

if (family) {
  await family();
} else if (wanted !== undefined) {
  console.error(`There is no family ${wanted}. There are: ${Object.keys(families).join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const name of Object.keys(families)) {
    const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
}
