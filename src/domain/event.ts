import type { Answer, AiSystem, Assessment, Attestation, Evidence, Profile } from "./assessment.ts";
import type { ChecklistRef } from "./checklist.ts";
import type { Classification } from "./decision-tree.ts";
import type { AssessmentId, ChecklistId, DeviceId, EventId, QuestionId } from "./ids.ts";
import type { CalendarDate, Digest, Instant } from "./text.ts";

/** What an event says happened. Payloads are whole values, never patches, so that any one can be shown by itself. */
export type EventBody =
  | {
      readonly kind: "assessment-created";
      readonly system: AiSystem;
      readonly profile: Profile;
      readonly assessedAt: CalendarDate;
      readonly checklists: readonly ChecklistRef[];
    }
  | { readonly kind: "system-described"; readonly system: AiSystem }
  | { readonly kind: "profile-set"; readonly profile: Profile }
  | { readonly kind: "assessment-dated"; readonly assessedAt: CalendarDate }
  | { readonly kind: "checklists-chosen"; readonly checklists: readonly ChecklistRef[] }
  | {
      readonly kind: "question-answered";
      readonly checklist: ChecklistId;
      readonly question: QuestionId;
      /** null takes the answer back; an answer that brings its own `by` and `at` was given elsewhere and keeps them */
      readonly answer: Answer | null;
    }
  | { readonly kind: "evidence-recorded"; readonly evidence: Evidence }
  /** as an answer: one that brings its own `by` and `at` keeps them */
  | { readonly kind: "system-classified"; readonly classification: Classification }
  | { readonly kind: "report-signed"; readonly attestation: Attestation }
  /** Undo; undoing an undo is redo. */
  | { readonly kind: "event-undone"; readonly target: EventId };

/**
 * One immutable line of the journal. `seq` counts from 1 on each device; `prev` is the hash of that device's previous
 * event, or null for its first; `parents` are the head events it was written on; `partOf` names the first event of a
 * change that took several, which is undone as one; `hash` is SHA-256 over the canonical JSON of everything else.
 */
export type AssessmentEvent = EventBody & {
  readonly id: EventId;
  readonly assessment: AssessmentId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly parents: readonly EventId[];
  readonly partOf?: EventId;
  readonly at: Instant;
  readonly by: string;
  readonly prev: Digest | null;
  readonly hash: Digest;
};

/**
 * What two events must share to be able to contradict each other. Undo events have no subject: they act on another
 * event; attestations never contradict.
 */
export function subjectOf(body: EventBody): string | null {
  switch (body.kind) {
    case "question-answered":
      return `answer:${body.checklist}/${body.question}`;
    case "evidence-recorded":
      return `evidence:${body.evidence.id}`;
    case "assessment-created":
    case "system-described":
      return "system";
    case "profile-set":
      return "profile";
    case "assessment-dated":
      return "assessedAt";
    case "checklists-chosen":
      return "checklists";
    case "system-classified":
      return `classification:${body.classification.tree}`;
    case "report-signed":
    case "event-undone":
      return null;
  }
}

/** The assessment after one more event. Total: an event on nothing creates an empty assessment to act on. */
export function applyEvent(
  before: Assessment | null,
  event: EventBody & Pick<AssessmentEvent, "assessment" | "by" | "at">,
): Assessment {
  const assessment = before ?? blankAssessment(event.assessment, event.at);
  switch (event.kind) {
    case "assessment-created": {
      const { system, profile, assessedAt, checklists } = event;
      return { ...assessment, system, profile, assessedAt, checklists };
    }
    case "system-described":
      return { ...assessment, system: event.system };
    case "profile-set":
      return { ...assessment, profile: event.profile };
    case "assessment-dated":
      return { ...assessment, assessedAt: event.assessedAt };
    case "checklists-chosen":
      return { ...assessment, checklists: event.checklists };
    case "question-answered":
      return withAnswer(assessment, event);
    case "evidence-recorded": {
      const others = assessment.evidence.filter((known) => known.id !== event.evidence.id);
      const place = assessment.evidence.findIndex((known) => known.id === event.evidence.id);
      return {
        ...assessment,
        evidence: others.toSpliced(place < 0 ? others.length : place, 0, event.evidence),
      };
    }
    case "system-classified": {
      const others = assessment.classifications.filter((known) => known.tree !== event.classification.tree);
      return { ...assessment, classifications: [...others, classificationSaid(event)] };
    }
    case "report-signed":
      return { ...assessment, attestations: [...assessment.attestations, event.attestation] };
    case "event-undone":
      return assessment;
  }
}

/** The answer as the assessment keeps it, with who gave it and when; null when the event takes it back. */
export function answerSaid(
  event: Extract<EventBody, { kind: "question-answered" }> & Pick<AssessmentEvent, "by" | "at">,
): Answer | null {
  return event.answer && { by: event.by, at: event.at, ...event.answer };
}

/** The classification as the assessment keeps it, with who recorded it and when. */
function classificationSaid(
  event: Extract<EventBody, { kind: "system-classified" }> & Pick<AssessmentEvent, "by" | "at">,
): Classification {
  return { by: event.by, at: event.at, ...event.classification };
}

function withAnswer(
  assessment: Assessment,
  event: Extract<EventBody, { kind: "question-answered" }> & Pick<AssessmentEvent, "by" | "at">,
): Assessment {
  const { [event.question]: _previous, ...others } = assessment.answers[event.checklist] ?? {};
  const said = answerSaid(event);
  const answers = said ? { ...others, [event.question]: said } : others;
  return { ...assessment, answers: { ...assessment.answers, [event.checklist]: answers } };
}

function blankAssessment(id: AssessmentId, at: Instant): Assessment {
  return {
    id,
    system: { name: "", purpose: "" },
    assessedAt: at.slice(0, 10),
    profile: {},
    checklists: [],
    answers: {},
    evidence: [],
    attestations: [],
    classifications: [],
  };
}
