import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export const root = join(import.meta.dirname, "../..");

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command in the project's folder. */
export function assay(...args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), "src/cli/main.ts", ...args], { cwd: root });
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
