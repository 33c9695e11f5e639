import { basename, join } from "node:path";
import { bundleContent, parseChecklist, parseDecisionTree, parseLifecycles, parseTemplate } from "#content";
import { WorkbenchError, type Assessment, type DecisionTree, type LifecycleView, type Parsed, type PinnedChecklist, type Problem, type ReportTemplate } from "#domain";
import { readAssayFile, type AssayFile } from "#exchange";
import { canonicalJson, projectAssessment, verifyJournal, type Projection } from "#journal";
import { digestOf, filesAt, home, readBytes } from "./files.ts";

/** An assessment file, and what its journal tells: null without a journal. */
export interface OpenedAssessment extends AssayFile {
  readonly projection: Projection | null;
  /** that the file's answers are not those of its journal; empty when they agree */
  readonly disagreements: readonly Problem[];
  /** the checklist versions whose texts came along and are what their digests say */
  readonly brought: readonly PinnedChecklist[];
}

/** The assessment in a file, or what is wrong with it; a journal with a broken chain is refused. */
export function openAssessment(path: string): Parsed<OpenedAssessment> {
  const read = readAssayFile(readBytes(path));
  if (!read.ok) return read;
  const { assessment, journal } = read.value;
  const brought = Object.entries(read.value.texts).flatMap(([digest, text]) => pinText(digest, text));
  if (journal.length === 0) return { ...read, value: { ...read.value, projection: null, disagreements: [], brought } };
  const broken = verifyJournal(journal, assessment.id);
  if (broken.length > 0) return { ok: false, problems: broken };
  const projection = projectAssessment(journal);
  const disagreements = projection ? disagree(read.value, projection) : [];
  return { ...read, value: { ...read.value, projection, disagreements, brought } };
}

function pinText(digest: string, text: string): readonly PinnedChecklist[] {
  const bytes = new TextEncoder().encode(text);
  const parsed = digestOf(bytes) === digest ? parseChecklist(bytes) : null;
  return parsed?.ok ? [{ checklist: parsed.value, digest: digestOf(bytes) }] : [];
}

/** One of each name: the very version that the assessment names, else one of its number, else the first. */
export function versionsFor(assessment: Assessment, here: readonly PinnedChecklist[]): readonly PinnedChecklist[] {
  const ids = [...new Set(here.map((one) => one.checklist.id))];
  return ids.flatMap((id) => {
    const named = here.filter((one) => one.checklist.id === id);
    const ref = assessment.checklists.find((one) => one.id === id);
    const found = named.find((one) => one.digest === ref?.digest) ?? named.find((one) => one.checklist.version === ref?.version) ?? named[0];
    return found ?? [];
  });
}

function disagree({ assessment }: AssayFile, projection: Projection): readonly Problem[] {
  const parts = ["system", "profile", "assessedAt", "answers", "evidence"] as const;
  return parts
    .filter((part) => meaningOf(assessment[part]) !== meaningOf(projection.assessment[part]))
    .map((part) => ({
      code: "journal-disagrees",
      message: `\`${part}\` does not say what the journal says: the file was changed outside Assay.`,
      path: part,
    }));
}

/** Order of keys and of evidence is no meaning, nor is a checklist without an answer. */
function meaningOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(canonicalJson).toSorted().join();
  if (part === null || typeof part !== "object") return canonicalJson(part);
  const filled = Object.entries(part).filter(([, member]) => canonicalJson(member ?? null) !== "{}");
  return canonicalJson(Object.fromEntries(filled));
}

/** The checklist in a file, pinned to its bytes, or what is wrong with it. */
export function openChecklist(path: string): Parsed<PinnedChecklist> {
  const bytes = readBytes(path);
  const bundled = bundleContent(bytes, digestOf(bytes));
  if (!bundled.ok) return bundled;
  const { content } = bundled.value;
  if ("checklist" in content) return { ok: true, value: content, problems: [] };
  return { ok: false, problems: [{ code: "unknown-format", message: `This is ${nouns[content.format]}, not a checklist.`, path: "format" }] };
}

const nouns = {
  "assay-template/1": "a report template",
  "assay-lifecycles/1": "a file of lifecycle views",
  "assay-crosswalk/1": "a crosswalk",
  "assay-decision-tree/1": "a decision tree",
} as const;

/** The files of the checklists that come with Assay; what else lies in their folder says another format. */
export function ownChecklists(): readonly string[] {
  const isChecklist = (path: string) => /^format: assay-checklist\/1\s*$/m.test(new TextDecoder().decode(readBytes(path)));
  return filesAt(join(home, "checklists"), isContentName).filter(isChecklist);
}

/** The decision trees that come with Assay. */
export function ownTrees(): readonly DecisionTree[] {
  return filesAt(join(home, "checklists"), isContentName).flatMap((path) => {
    const bytes = readBytes(path);
    const parsed = /^format: assay-decision-tree\/1\s*$/m.test(new TextDecoder().decode(bytes)) ? parseDecisionTree(bytes) : null;
    return parsed?.ok ? [parsed.value] : [];
  });
}

/** The template in a file, or the one that comes with Assay under this id. Throws bad-input when there is neither. */
export function openTemplate(idOrPath: string): Parsed<ReportTemplate> {
  const own = filesAt(join(home, "templates"), isContentName);
  const named = own.find((path) => basename(path, ".yaml") === idOrPath);
  if (!named && !isContentName(idOrPath)) {
    const ids = own.map((path) => basename(path, ".yaml")).join(", ");
    throw new WorkbenchError("bad-input", `There is no template ${idOrPath}. There are: ${ids}.`);
  }
  return parseTemplate(readBytes(named ?? idOrPath));
}

/**
 * The lifecycle view that `VIEW` names among those that come with Assay, or `FILE#VIEW` in a file; what is wrong with
 * the file is returned. Throws bad-input when there is no such view.
 */
function openView(said: string): Parsed<LifecycleView> {
  const mark = said.lastIndexOf("#");
  const path = mark < 0 ? join(home, "checklists/lifecycles.yaml") : said.slice(0, mark);
  const id = said.slice(mark + 1);
  const read = parseLifecycles(readBytes(path));
  if (!read.ok) return read;
  const view = read.value.views.find((one) => one.id === id);
  if (view) return { ok: true, value: view, problems: [] };
  throw new WorkbenchError("bad-input", `There is no lifecycle ${id}. There are: ${read.value.views.map((one) => one.id).join(", ")}.`);
}

/** `openView`, or null once its problems have been printed beside the file's name; undefined when none is asked for. */
export function lifecycleAsked(said: string | undefined, tell: (file: string, problem: Problem) => void): LifecycleView | null | undefined {
  if (said === undefined) return undefined;
  const view = openView(said);
  for (const problem of view.problems) tell(said.replace(/#[^#]*$/, ""), problem);
  return view.ok ? view.value : null;
}

export function isContentName(name: string): boolean {
  return /\.ya?ml$/.test(name);
}
