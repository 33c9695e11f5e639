import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WorkbenchError, type Digest } from "#domain";

/** The folder that Assay stands in: its checklists, templates and fonts. */
export const home = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Larger than any file that Assay reads. Above it nothing is loaded into memory. */
const mostBytes = 200_000_000;

/** The bytes of a file. Throws bad-input with a sentence when there are none to be had. */
export function readBytes(path: string): Uint8Array {
  const { size, isFolder } = attempt(path, () => {
    const stats = statSync(path);
    return { size: stats.size, isFolder: stats.isDirectory() };
  });
  if (isFolder) throw new WorkbenchError("bad-input", `${path} is a folder; a file is wanted.`);
  if (size > mostBytes) throw new WorkbenchError("bad-input", `${path} has ${size} bytes; at most ${mostBytes} are read.`);
  return new Uint8Array(attempt(path, () => readFileSync(path)));
}

/** Writes a file whole. Throws bad-input with a sentence when it cannot be written. */
export function writeBytes(path: string, bytes: Uint8Array): void {
  if (!existsSync(dirname(path))) throw new WorkbenchError("bad-input", `${path} lies in a folder that does not exist.`);
  attempt(path, () => writeFileSync(path, bytes));
}

/** Writes a file that is not there yet. Throws bad-input when it is, or cannot be written. */
export function writeNew(path: string, bytes: Uint8Array): void {
  attempt(path, () => writeFileSync(path, bytes, { flag: "wx" }));
}

/** The folder, made if it is not there. Throws bad-input when it cannot be. */
export function makeFolder(path: string): void {
  attempt(path, () => mkdirSync(path, { recursive: true }));
}

/** The file itself, or the files in a folder and below whose name `isWanted`, in order of their names. */
export function filesAt(path: string, isWanted: (name: string) => boolean): readonly string[] {
  if (!attempt(path, () => statSync(path).isDirectory())) return [path];
  return attempt(path, () => readdirSync(path, { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

export function digestOf(bytes: Uint8Array): Digest {
  return `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
}

function attempt<Value>(path: string, act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new WorkbenchError("bad-input", `${path} ${reasons[code] ?? "cannot be used"}.`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "is there already and is not written over",
  ENOENT: "does not exist",
  EACCES: "may not be opened",
  EPERM: "may not be opened",
  EISDIR: "is a folder; a file is wanted",
  ENOTDIR: "lies under something that is no folder",
  ENOSPC: "cannot be written; the disk is full",
  EROFS: "cannot be written; the disk is read-only",
  ENAMETOOLONG: "has too long a name",
};
