/** `npm test`: types, lint, content, build, then every test; closes with one line that counts them. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.ts";

const root = join(import.meta.dirname, "..");
const results = mkdtempSync(join(tmpdir(), "assay-test-"));
let passed = 0;
let failed = 0;

function run(title: string, script: string, ...args: readonly string[]): void {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: root, stdio: "inherit" });
  if (status === 0) passed += 1;
  else failed += 1;
  console.log(`${status === 0 ? "ok" : "FAILED"}  ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

process.env["ASSAY_BROWSER"] = findBrowser();
console.log(`browser  ${process.env["ASSAY_BROWSER"]}`);

run("types hold", "typescript/bin/tsc", "--noEmit");
run("lint is clean", "oxlint/bin/oxlint");
run("every checklist and template is sound", "tsx/dist/cli.mjs", "src/cli/main.ts", "check", "checklists", "templates");
run("the app builds", "vite/bin/vite.js", "build", "--logLevel", "warn");
run("the app builds in one file", "vite/bin/vite.js", "build", "--mode", "file", "--logLevel", "warn");

const report = join(results, "vitest.json");
spawnSync(
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit" },
);
try {
  const counts = JSON.parse(readFileSync(report, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
    numTotalTests: number;
  };
  passed += counts.numPassedTests;
  failed += counts.numTotalTests === 0 ? 1 : counts.numFailedTests;
  if (counts.numFailedTests === 0 && counts.numFailedTestSuites > 0) failed += counts.numFailedTestSuites;
} catch {
  console.log("FAILED  the test runner left no result");
  failed += 1;
}
rmSync(results, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
