import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { tell, tellGrowth } from "./measure.ts";
import { withReportWorkers } from "./report-browser.ts";
import type { Shape } from "./report-documents.ts";
import type { Rendered } from "./report-once.ts";

const sizes = [[350, 7], [3_500, 3]] as const;
const shapes: Readonly<Record<Shape, string>> = { table: "a report of one table with {} bilingual rows", full: "the full report of {} questions in Chinese, noted in both languages" };
const shapesNamed = Object.entries(shapes) as readonly (readonly [Shape, string])[];

/** Each report is the first that its process makes, as in the app each has a worker of its own; then in such workers. */
export async function benchReportRows(): Promise<void> {
  for (const [shape, name] of shapesNamed) {
    const medians = sizes.map(([count, runs]) => {
      const figure = name.replace("{}", count.toLocaleString("en"));
      const all = Array.from({ length: runs }, () => renderOnce(shape, count));
      tell(`size of ${figure}`, "kB", all.map((one) => one.kilobytes));
      tell(`peak of memory of ${figure}`, "MB", all.map((one) => one.peak));
      tell(`memory before ${figure}, fonts and content read`, "MB", all.map((one) => one.before));
      return tell(`compose, check the characters of and render ${figure}, first in its process`, "ms", all.map((one) => one.milliseconds));
    });
    const [few = Number.NaN, many = Number.NaN] = medians;
    tellGrowth(name.replace("{}", "350 to 3,500"), 10, [few, many]);
  }
  await benchWorkers();
}

/** In workers of a real Chromium, fonts and document at hand: from the call to the bytes. */
async function benchWorkers(): Promise<void> {
  await withReportWorkers(async (time) => {
    for (const [shape, name] of shapesNamed) {
      const medians: number[] = [];
      for (const [count, runs] of sizes) {
        const figure = `check the characters of and render ${name.replace("{}", count.toLocaleString("en"))}, first in its worker`;
        medians.push(tell(figure, "ms", await time(shape, count, runs)));
      }
      const [few = Number.NaN, many = Number.NaN] = medians;
      tellGrowth(`${name.replace("{}", "350 to 3,500")}, in workers`, 10, [few, many]);
    }
  });
}

function renderOnce(shape: string, count: number): Rendered {
  const script = join(dirname(process.argv[1] ?? ""), "report-once.js");
  const { status, stdout } = spawnSync(process.execPath, [script, shape, String(count)], { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  if (status !== 0) throw new Error(`No report came of ${shape} with ${count} rows.`);
  return JSON.parse(stdout) as Rendered;
}
