import {
  WorkbenchError,
  type Assessment,
  type AssessmentId,
  type Parsed,
  type Problem,
} from "#domain";
import { projectAssessment, unionJournals, verifyJournal, type Journal } from "#journal";
import { scoreAssessment } from "#scoring";
import type { Storage } from "#storage";
import { readTexts, withTexts } from "./checklist-texts.ts";
import { same } from "./is-said.ts";
import { namedVersions } from "./kept-versions.ts";
import type { Library } from "./library.ts";
import { keepNamed, pinChecklists } from "./pin-checklists.ts";
import { retell, type Teller } from "./retell.ts";
import { summarizeAssessment } from "./summarize-assessment.ts";
import type { ImportPlan } from "./workbench.ts";

interface ImportContext {
  readonly storage: Storage;
  readonly library: Library;
  readonly teller: Teller;
}

/** Reads an assessment file and prepares, without storing anything, what opening it would do. */
export async function planImport(bytes: Uint8Array, context: ImportContext): Promise<Parsed<ImportPlan>> {
  const { readAssayFile, compareWithChecklists } = await import("#exchange");
  const read = readAssayFile(bytes);
  if (!read.ok) return read;
  const { assessment: said, journal } = read.value;
  const damage = checkJournal(said, journal);
  if (damage.length > 0) return { ok: false, problems: damage };

  const { storage } = context;
  const own = await storage.readEvents(said.id);
  const incoming = journal.length > 0 ? journal : await retell(said, own, context.teller);
  const union = unionJournals(own, incoming, said.id);
  if (!union.ok) return union;
  const projection = projectAssessment(union.value);
  if (!projection) throw new WorkbenchError("internal", "A checked file tells of no assessment.");

  const texts = await readTexts(read.value.texts, namedVersions(union.value), context.library);
  const library = withTexts(context.library, texts.versions);
  const { checklists } = await pinChecklists(library, projection.assessment);
  const known = new Set(own.map((event) => event.id));
  const news = union.value.filter((event) => !known.has(event.id));
  return {
    ok: true,
    problems: read.problems,
    value: {
      id: said.id,
      name: projection.assessment.system.name,
      answers: countAnswers(projection.assessment),
      events: union.value.length,
      joins: own.length > 0 ? { newEvents: news.length, conflicts: projection.conflicts.length } : null,
      differences: [...texts.problems, ...compareWithChecklists(projection.assessment, checklists)],
      confirm: () => storeEvents(storage, library, said.id, news),
    },
  };
}

/** Adds events to what is stored by now, and keeps the list in step. Throws what storage throws. */
export async function storeEvents(storage: Storage, library: Library, id: AssessmentId, news: Journal): Promise<AssessmentId> {
  const own = await storage.readEvents(id);
  const known = new Set(own.map((event) => event.id));
  const journal = [...own, ...news.filter((event) => !known.has(event.id))];
  const assessment = projectAssessment(journal)?.assessment;
  if (!assessment) throw new WorkbenchError("internal", "There is no assessment to store.");
  const { checklists } = await pinChecklists(library, assessment);
  await keepNamed(library, assessment, checklists);
  const before = (await storage.listMeta()).find((row) => row.id === id) ?? null;
  const result = scoreAssessment(checklists.map((one) => one.checklist), assessment);
  await storage.appendEvents(id, news, summarizeAssessment(before, assessment, result, checklists, journal));
  return id;
}

/** Why a file's journal cannot be believed; nothing for a file without one. */
function checkJournal(said: Assessment, journal: Journal): readonly Problem[] {
  if (journal.length === 0) return [];
  const damage = verifyJournal(journal, said.id);
  if (damage.length > 0) return damage;
  const told = projectAssessment(journal)?.assessment;
  if (!told) return [disagreement("journal")];
  const parts = ["system", "profile", "assessedAt", "checklists", "answers", "evidence", "attestations", "classifications"] as const;
  return parts.filter((part) => !same(meaningOf(said[part]), meaningOf(told[part]))).map(disagreement);
}

/** Order of keys and of evidence is no meaning, nor is a checklist without an answer. */
function meaningOf(part: unknown): unknown {
  if (Array.isArray(part)) return part.every(hasId) ? part.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : part;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).filter(([, member]) => !same(member, {})));
}

function hasId(one: unknown): one is { readonly id: string } {
  return one !== null && typeof one === "object" && "id" in one && typeof one.id === "string";
}

function countAnswers(assessment: Assessment): number {
  return Object.values(assessment.answers).reduce((sum, byQuestion) => sum + Object.keys(byQuestion).length, 0);
}

function disagreement(part: string): Problem {
  return {
    code: "journal-disagrees",
    message: `The file was changed outside Assay: \`${part}\` does not say what its journal says.`,
    path: part,
    hint: "Ask for a fresh export, or remove the journal from the file to open what it says without its history.",
    facts: { part },
  };
}
