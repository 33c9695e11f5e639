import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a command-line reader says of `bytes`; `{}` among the arguments stands for the file. */
export function askOf(bytes: Uint8Array, command: string, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-pdf-"));
  try {
    const file = join(folder, "report.pdf");
    writeFileSync(file, bytes);
    const { stdout, stderr, error } = spawnSync(command, args.map((arg) => (arg === "{}" ? file : arg)), { encoding: "utf8", maxBuffer: 1 << 28 });
    if (error) throw error;
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text as copied out, without any blanks and line breaks. */
export function textOf(bytes: Uint8Array): string {
  return askOf(bytes, "pdftotext", "-enc", "UTF-8", "{}", "-").replaceAll(/\s+/gu, "");
}

/** How often each structure type occurs. */
export function countTags(bytes: Uint8Array): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, tag] of askOf(bytes, "pdfinfo", "-struct", "{}").matchAll(/^ *([A-Z]\w*)(?: \(\w+\))?:?$/gm)) {
    if (tag) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return counts;
}

export function isSound(bytes: Uint8Array): boolean {
  return /No syntax or stream encoding errors found/.test(askOf(bytes, "qpdf", "--check", "{}"));
}
