import { parseContent } from "#content";
import type { Problem } from "#domain";
import { filesAt, readBytes } from "./files.ts";
import { isContentName, openAssessment } from "./open-files.ts";
import { readOptions } from "./options.ts";
import { note, problemLine, say } from "./print.ts";
import { wrongUsage } from "./usage.ts";

/** `assay check`: 0 when every file is sound, 1 when one is not. */
export function check(args: readonly string[]): number {
  const { positionals } = readOptions("check", args, {});
  if (positionals.length === 0) throw wrongUsage("check", "Name a file or a folder to check.");
  const files = [...new Set(positionals.flatMap((path) => filesAt(path, (name) => isContentName(name) || isAssessmentName(name))))];
  let found = 0;
  for (const file of files) {
    const problems = problemsOf(file);
    for (const problem of problems) say(problemLine(file, problem));
    found += problems.length;
  }
  note(`${count(files.length, "file")}, ${count(found, "problem")}.`);
  return found === 0 ? 0 : 1;
}

function problemsOf(file: string): readonly Problem[] {
  if (!file.endsWith(".json")) return parseContent(readBytes(file)).problems;
  const opened = openAssessment(file);
  return opened.ok ? opened.value.disagreements : opened.problems;
}

function isAssessmentName(name: string): boolean {
  return name.endsWith(".assay.json");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
