import {
  answerTo,
  type Assessment,
  type AssessmentEvent,
  type ChecklistId,
  type DeviceId,
  type EventBody,
  type QuestionId,
} from "#domain";
import { canonicalJson, nextEvent, projectAssessment, type Authorship, type Journal } from "#journal";
import { isSaid, same } from "./is-said.ts";
import { sha256 } from "./sha256.ts";

/** Who opens the file, and when; `newDevice` is a name that no chain has. */
export interface Teller {
  readonly by: string;
  readonly at: string;
  readonly newDevice: string;
}

/**
 * The history of a file that was written by hand and has none: what it says, told as events. The same file makes the
 * same events everywhere, so that colleagues who began with it can join their copies; what says neither who nor when is
 * nobody's, at the start of the day of assessment. Where the assessment is already here, only what differs is told, as
 * written on its creation alone: what was answered here meanwhile is then in conflict and not overwritten. A file that
 * was told before tells nothing.
 */
export async function retell(said: Assessment, own: Journal, teller: Teller): Promise<Journal> {
  const digest = await sha256(new TextEncoder().encode(canonicalJson(said)));
  const name = `file-${digest.slice("sha256-".length, "sha256-".length + 16)}`;
  if (own.some((event) => event.device === name || event.device.startsWith(`${name}-`))) return [];
  const known = projectAssessment(own)?.assessment;
  const creation = own.find((event) => event.kind === "assessment-created");
  return known
    ? tell(whatDiffers(said, known), creation ? [creation] : own, { ...teller, assessment: said.id, device: `${name}-${teller.newDevice}` as DeviceId })
    : tell(allOf(said), [], { assessment: said.id, device: name as DeviceId, by: "", at: `${said.assessedAt}T00:00:00.000Z` });
}

/** One event after another, the first on `basis`. */
function tell(bodies: readonly EventBody[], basis: Journal, author: Authorship): Journal {
  const told: AssessmentEvent[] = [];
  for (const body of bodies) {
    const last = told.at(-1);
    told.push(nextEvent(last ? [last] : basis, body, author));
  }
  return told;
}

function allOf(said: Assessment): readonly EventBody[] {
  const { system, profile, assessedAt, checklists } = said;
  return [
    { kind: "assessment-created", system, profile, assessedAt, checklists },
    ...recordsOf(said),
  ];
}

/** What a file leaves out is not taken back: it joins, it does not replace. */
function whatDiffers(said: Assessment, known: Assessment): readonly EventBody[] {
  const system = { ...known.system, ...Object.fromEntries(Object.entries(said.system).filter(([, text]) => text !== "")) };
  const profile = { ...known.profile, ...said.profile };
  const added = said.checklists.filter((ref) => known.checklists.every((one) => one.id !== ref.id));
  const bodies: readonly EventBody[] = [
    { kind: "system-described", system },
    { kind: "profile-set", profile },
    { kind: "assessment-dated", assessedAt: said.assessedAt },
    { kind: "checklists-chosen", checklists: [...known.checklists, ...added] },
    ...recordsOf(said),
  ];
  return bodies.filter((body) => !isKnown(body, known));
}

/** As isSaid, but who answered or classified and when counts, where the file tells it. */
function isKnown(body: EventBody, known: Assessment): boolean {
  switch (body.kind) {
    case "system-classified":
      return known.classifications.some((one) => same(one, { by: one.by, at: one.at, ...body.classification }));
    case "question-answered": {
      const before = answerTo(known, body.checklist, body.question);
      if (!before) return body.answer === null;
      const { by = "", at = "" } = before;
      return same(before, { by, at, ...body.answer });
    }
    default:
      return isSaid(known, body);
  }
}

function recordsOf(said: Assessment): readonly EventBody[] {
  return [
    ...said.classifications.map((classification): EventBody => ({ kind: "system-classified", classification })),
    ...said.evidence.map((evidence): EventBody => ({ kind: "evidence-recorded", evidence })),
    ...answersOf(said),
  ];
}

function answersOf(said: Assessment): readonly EventBody[] {
  return (Object.keys(said.answers) as ChecklistId[]).flatMap((checklist) =>
    (Object.keys(said.answers[checklist] ?? {}) as QuestionId[]).flatMap((question): readonly EventBody[] => {
      const answer = answerTo(said, checklist, question);
      return answer ? [{ kind: "question-answered", checklist, question, answer }] : [];
    }),
  );
}
