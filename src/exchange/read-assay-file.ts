import type { z } from "zod";
import { nearMiss, type Assessment, type AssessmentEvent, type Digest, type Parsed, type Problem } from "#domain";
import { assayFileSchema, type HandAnswer } from "./assay-schema.ts";
import { hold, unknownKey, type Unplaced } from "./describe-issue.ts";
import { positionsIn, readJson, type PathTree } from "./read-json.ts";

/** An assessment as it is handed over: its state, and the journal that led to it; the journal may be empty. */
export interface AssayFile {
  readonly assessment: Assessment;
  readonly journal: readonly AssessmentEvent[];
  /** of the checklist versions that it names, as far as they came along; whether they have their digests is not looked at */
  readonly texts: ChecklistTexts;
}

/** The exact texts of checklists by the digest of their bytes. */
export type ChecklistTexts = Readonly<Record<Digest, string>>;

const mostBytes = 25_000_000;
const mostProblems = 1000;

/**
 * What an assessment file says, or everything that is wrong with it. Never throws. That the journal's chains are whole
 * and that they lead to the assessment is not looked at here. Events come back as they stood, key for key, so that
 * their hashes can be checked.
 */
export function readAssayFile(bytes: Uint8Array): Parsed<AssayFile> {
  if (bytes.length > mostBytes) {
    const message = `The file has ${bytes.length} bytes; an assessment file has at most ${mostBytes}.`;
    return { ok: false, problems: [{ code: "too-large", message, path: "" }] };
  }
  const text = decode(bytes);
  if (text === null) return { ok: false, problems: [{ code: "not-utf8", message: "The file is not UTF-8 text.", path: "" }] };
  const json = readJson(text);
  if (!json.ok) return json;

  const top = json.value !== null && typeof json.value === "object" ? json.value : {};
  const format = "format" in top ? top.format : undefined;
  if (typeof format === "string" && format !== "assay-assessment/1") {
    const message = `The format \`${format.slice(0, 80)}\` is not known here.`;
    return refuse([{ code: "unknown-format", message, path: ["format"], hint: "Known here: assay-assessment/1." }], text);
  }
  const held = hold(assayFileSchema, json.value);
  const problems = [
    ...misspelt(Object.keys(top)),
    ...("problems" in held ? held.problems : twiceRecorded(held.value.evidence)),
  ];
  if ("problems" in held || problems.length > 0) return refuse(problems, text);
  const journal = "journal" in top ? (top.journal as readonly AssessmentEvent[]) : [];
  return { ok: true, value: { assessment: assessmentOf(held.value), journal, texts: held.value.texts }, problems: [] };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A stranger's key at the top is let be, unless it looks like one of ours: then an answer could be lost. */
function misspelt(keys: readonly string[]): readonly Unplaced[] {
  const known = Object.keys(assayFileSchema.shape);
  return keys.filter((key) => !known.includes(key) && nearMiss(key, known)).map((key) => unknownKey(key, [], known));
}

function twiceRecorded(evidence: readonly { readonly id: string }[]): readonly Unplaced[] {
  const ids = evidence.map((one) => one.id);
  const firstPlace = new Map(ids.map((id, index) => [id, index] as const).toReversed());
  return ids.flatMap((id, index): readonly Unplaced[] => {
    if (firstPlace.get(id) === index) return [];
    return [{ code: "duplicate-id", message: `The evidence \`${id}\` stands twice.`, path: ["evidence", index, "id"] }];
  });
}

/** The one cast of this room: the schema has held the data, and here its ids are believed. */
function assessmentOf(file: z.output<typeof assayFileSchema>): Assessment {
  const { id, system, assessedAt, profile, checklists, evidence, attestations, classifications } = file;
  const answers = mapValues(file.answers, (ofOne) => mapValues(ofOne, plainAnswer));
  return { id, system, assessedAt, profile, checklists, answers, evidence, attestations, classifications } as unknown as Assessment;
}

/** Null and false say nothing; a moment is told in UTC with milliseconds. */
function plainAnswer({ at, ...said }: HandAnswer): object {
  const told = Object.entries(said).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return { ...Object.fromEntries(told), ...(at ? { at: new Date(at).toISOString() } : {}) };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function refuse(unplaced: readonly Unplaced[], text: string): Parsed<never> {
  const listed = unplaced.slice(0, mostProblems);
  const places: PathTree = { steps: new Map() };
  const ends = listed.map((one) => growPath(places, one.path));
  readJson(text, places);
  const offsets = ends.map((along) => along.findLast((place) => place.offset !== undefined)?.offset ?? 0);
  const positions = positionsIn(text, offsets);
  const problems = listed.map((one, index): Problem => ({ ...one, path: one.path.map(String).join("."), ...positions[index] }));
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const left = unplaced[mostProblems];
  if (!left) return { ok: false, problems: sorted };
  const message = `${unplaced.length - mostProblems} more problems are not listed.`;
  return { ok: false, problems: [...sorted, { code: left.code, message, path: "" }] };
}

/** Adds a path to the tree; gives the places along it, outermost first. */
function growPath(root: PathTree, path: readonly PropertyKey[]): readonly PathTree[] {
  const along = [root];
  for (const step of path) {
    const { steps } = along.at(-1) ?? root;
    const next = steps.get(String(step)) ?? { steps: new Map() };
    steps.set(String(step), next);
    along.push(next);
  }
  return along;
}
