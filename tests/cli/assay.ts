import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll } from "vitest";

export const root = join(import.meta.dirname, "../..");

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Two folders below the project's, as the source is: the command finds the project's files from where it stands. */
const built = join(root, "node_modules", `.assay-cli-${process.pid}-${Date.now()}`);

// Built once for a file of tests: reading the source anew takes longer than most commands do.
beforeAll(() =>
  build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "error",
    build: { ssr: "src/cli/main.ts", outDir: built, target: "node20", rolldownOptions: { output: { entryFileNames: "assay.mjs" } } },
  }),
);
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Runs the command in the project's folder. */
export function assay(...args: readonly string[]): Promise<Ran> {
  return run(join(built, "assay.mjs"), ...args);
}

/** Runs it as `npm run assay` does, from its source. */
export function assayFromSource(...args: readonly string[]): Promise<Ran> {
  return run(join(root, "node_modules/tsx/dist/cli.mjs"), "src/cli/main.ts", ...args);
}

function run(script: string, ...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [script, ...args], { cwd: root });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (bytes: Buffer) => out.push(bytes));
  child.stderr.on("data", (bytes: Buffer) => err.push(bytes));
  return new Promise((resolve) => {
    child.on("close", (exit) => resolve({ exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
  });
}

/** A folder of this test file's own, gone when it ends; gives the path of each file written into it. */
export function makeFolder(): { readonly path: string; readonly write: (name: string, content: string | Uint8Array) => string } {
  const path = mkdtempSync(join(tmpdir(), "assay-cli-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(path, name), content);
    return join(path, name);
  };
  return { path, write };
}
