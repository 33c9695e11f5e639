import {
  answerTo,
  type Assessment,
  type AssessmentEvent,
  type AssessmentId,
  type EventBody,
  type Parsed,
  type PinnedChecklist,
  type Problem,
} from "#domain";
import { canonicalJson, nextEvent, projectAssessment, unionJournals, verifyJournal, type Authorship, type Journal } from "#journal";
import { scoreAssessment } from "#scoring";
import type { Storage } from "#storage";
import type { Library } from "./library.ts";
import { summarizeAssessment } from "./summarize-assessment.ts";
import type { ImportPlan } from "./workbench.ts";

/** Reads an assessment file and prepares, without storing anything, what opening it would do. */
export async function planImport(
  bytes: Uint8Array,
  context: { readonly storage: Storage; readonly library: Library; readonly author: Omit<Authorship, "assessment"> },
): Promise<Parsed<ImportPlan>> {
  const { readAssayFile, compareWithChecklists } = await import("#exchange");
  const read = readAssayFile(bytes);
  if (!read.ok) return read;
  const { assessment: said, journal } = read.value;
  const damage = journal.length > 0 ? verifyJournal(journal, said.id) : [];
  if (damage.length > 0) return { ok: false, problems: damage };

  const { storage, library } = context;
  const own = await storage.readEvents(said.id);
  const incoming = journal.length > 0 ? journal : retell(said, { ...context.author, assessment: said.id }, own);
  const union = unionJournals(own, incoming, said.id);
  if (!union.ok) return union;
  const projection = projectAssessment(union.value);
  const told = projectAssessment(incoming)?.assessment;
  if (!projection || !told) return { ok: false, problems: [disagreement("the journal tells of no assessment")] };
  if (journal.length > 0 && !agree(said, told)) return { ok: false, problems: [disagreement("its answers are not those of its journal")] };

  const here = await Promise.all(projection.assessment.checklists.map((ref) => library.find(ref)));
  const pinned = here.filter((one): one is PinnedChecklist => one !== null);
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
      differences: compareWithChecklists(projection.assessment, pinned),
      confirm: () => store(storage, projection.assessment, union.value, news, pinned),
    },
  };
}

async function store(
  storage: Storage,
  assessment: Assessment,
  journal: Journal,
  news: Journal,
  pinned: readonly PinnedChecklist[],
): Promise<AssessmentId> {
  const result = scoreAssessment(pinned.map((one) => one.checklist), assessment);
  const before = (await storage.listMeta()).find((row) => row.id === assessment.id) ?? null;
  const meta = summarizeAssessment(before, assessment, result, pinned, journal);
  await storage.appendEvents(assessment.id, news, meta);
  return assessment.id;
}

/**
 * The history of a file that was written by hand and has none: what it says, told as events of this device. Where the
 * assessment is already here, only what differs is told.
 */
function retell(said: Assessment, author: Authorship, own: Journal): readonly AssessmentEvent[] {
  const known = own.length > 0 ? (projectAssessment(own)?.assessment ?? null) : null;
  let journal: Journal = own;
  const tell = (body: EventBody) => {
    journal = [...journal, nextEvent(journal, body, author)];
  };
  if (!known) {
    const { system, profile, assessedAt, checklists } = said;
    tell({ kind: "assessment-created", system, profile, assessedAt, checklists });
  }
  for (const evidence of said.evidence) {
    if (!known?.evidence.some((one) => same(one, evidence))) tell({ kind: "evidence-recorded", evidence });
  }
  for (const { id: checklist } of said.checklists) {
    for (const question of Object.keys(said.answers[checklist] ?? {}) as (keyof (typeof said.answers)[typeof checklist])[]) {
      const answer = answerTo(said, checklist, question);
      const before = known ? answerTo(known, checklist, question) : undefined;
      if (answer && !same(before, answer)) tell({ kind: "question-answered", checklist, question, answer });
    }
  }
  return journal;
}

/** Whether a file's plain part says what its journal says. Order of keys is not meaning. */
function agree(said: Assessment, told: Assessment): boolean {
  return (
    said.id === told.id &&
    same(said.system, told.system) &&
    same(said.profile, told.profile) &&
    said.assessedAt === told.assessedAt &&
    same(withoutEmpty(said.answers), withoutEmpty(told.answers)) &&
    same(said.evidence.toSorted(byId), told.evidence.toSorted(byId))
  );
}

function withoutEmpty(answers: Assessment["answers"]): object {
  return Object.fromEntries(Object.entries(answers).filter(([, byQuestion]) => Object.keys(byQuestion).length > 0));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

function countAnswers(assessment: Assessment): number {
  return Object.values(assessment.answers).reduce((sum, byQuestion) => sum + Object.keys(byQuestion).length, 0);
}

function disagreement(why: string): Problem {
  return {
    code: "journal-disagrees",
    message: `The file was changed outside Assay: ${why}.`,
    path: "journal",
    hint: "Ask for a fresh export, or remove the journal from the file to open what it says without its history.",
  };
}
