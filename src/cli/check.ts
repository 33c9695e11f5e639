import { looksLikeLibrary, parseChecklist, parseContent, parseCrosswalk, readChecklistSheet, readForeignLibrary, type Content } from "#content";
import { placeQuestions, type Checklist, type Parsed, type Problem } from "#domain";
import { filesAt, readBytes } from "./files.ts";
import { isContentName, openAssessment, ownChecklists } from "./open-files.ts";
import { readOptions } from "./options.ts";
import { note, problemLine, say } from "./print.ts";
import { wrongUsage } from "./usage.ts";

/** `assay check`: 0 when every file is sound, 1 when one is not. */
export function check(args: readonly string[]): number {
  const { positionals } = readOptions("check", args, {});
  if (positionals.length === 0) throw wrongUsage("check", "Name a file or a folder to check.");
  const files = [...new Set(positionals.flatMap((path) => filesAt(path, (name) => isContentName(name) || isAssessmentName(name) || isWorkbookName(name))))];
  let found = 0;
  for (const [file, problems] of problemsOf(files)) {
    for (const problem of problems) say(problemLine(file, problem));
    found += problems.length;
  }
  note(`${count(files.length, "file")}, ${count(found, "problem")}.`);
  return found === 0 ? 0 : 1;
}

/** Each file with its problems. The ends of a crosswalk are looked up once every checklist at hand is read. */
function problemsOf(files: readonly string[]): readonly (readonly [file: string, problems: readonly Problem[]])[] {
  const isContent = (file: string) => !file.endsWith(".json") && !isWorkbookName(file) && !looksLikeLibrary(readBytes(file));
  const read = files.map((file) => ({ file, content: isContent(file) ? parseContent(readBytes(file)) : null }));
  let known: readonly Checklist[] | undefined;
  return read.map(({ file, content }) => {
    if (!content) return [file, otherProblems(file)];
    if (!content.ok || content.value.format !== "assay-crosswalk/1") return [file, content.problems];
    known ??= checklistsAtHand(read.flatMap((one) => one.content ?? []));
    return [file, parseCrosswalk(readBytes(file), known).problems];
  });
}

function otherProblems(file: string): readonly Problem[] {
  if (file.endsWith(".json")) return assessmentProblems(file);
  return isWorkbookName(file) ? readChecklistSheet(readBytes(file)).problems : libraryProblems(file);
}

/** The checklists among the files, and those that come with Assay. */
function checklistsAtHand(contents: readonly Parsed<Content>[]): readonly Checklist[] {
  const named = contents.flatMap((one) => (one.ok && one.value.format === "assay-checklist/1" ? [one.value] : []));
  const own = ownChecklists().map((path) => parseChecklist(readBytes(path))).flatMap((one) => (one.ok ? [one.value] : []));
  return [...own, ...named];
}

/** A foreign library is sound when it can be converted; what becomes of it is said beside the result. */
function libraryProblems(file: string): readonly Problem[] {
  const read = readForeignLibrary(readBytes(file));
  if (!read.ok) return read.problems;
  for (const { checklist } of read.value.checklists) {
    note(`${file} is a CISO Assistant library; Assay reads it as the checklist ${checklist.id} ${checklist.version} with ${count(placeQuestions(checklist.sections).length, "question")}.`);
  }
  for (const { line, why, what, count: times } of read.value.left) note(`${file}:${line} ${why} ${what}${times > 1 ? ` (${times} times)` : ""}`);
  return [];
}

function assessmentProblems(file: string): readonly Problem[] {
  const opened = openAssessment(file);
  return opened.ok ? opened.value.disagreements : opened.problems;
}

function isWorkbookName(name: string): boolean {
  return name.endsWith(".xlsx");
}

function isAssessmentName(name: string): boolean {
  return name.endsWith(".assay.json");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
