import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { tell, tellGrowth } from "./measure.ts";
import type { Rendered, Shape } from "./report-once.ts";

const sizes = [[350, 7], [3_500, 3]] as const;
const shapes: Readonly<Record<Shape, string>> = { table: "a report of one table with {} bilingual rows", full: "the full report of {} questions in Chinese, noted in both languages" };

/** Each report is the first that its process makes, as in the app each has a worker of its own. */
export async function benchReportRows(): Promise<void> {
  for (const [shape, name] of Object.entries(shapes)) {
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
}

function renderOnce(shape: string, count: number): Rendered {
  const script = join(import.meta.dirname, "report-once.ts");
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, script, shape, String(count)], { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  if (status !== 0) throw new Error(`No report came of ${shape} with ${count} rows.`);
  return JSON.parse(stdout) as Rendered;
}
