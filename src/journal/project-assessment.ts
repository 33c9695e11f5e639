import {
  answerSaid,
  applyEvent,
  type Answer,
  type Assessment,
  type AssessmentEvent,
  type Attestation,
  type ChecklistId,
  type DeviceId,
  type EventId,
  type Evidence,
  type QuestionId,
} from "#domain";
import type { Journal } from "./append-event.ts";
import { headsBySubject } from "./heads-by-subject.ts";
import { orderEvents } from "./order-events.ts";

/** Two or more values for one subject, none written with knowledge of the other. All are kept until one event names them. */
export interface Conflict {
  readonly subject: string;
  /** set when the subject is an answer */
  readonly question: { readonly checklist: ChecklistId; readonly id: QuestionId } | null;
  readonly events: readonly AssessmentEvent[];
}

export interface Projection {
  readonly assessment: Assessment;
  readonly conflicts: readonly Conflict[];
}

/**
 * The state that a journal tells. Null for a journal that tells nothing. An answer in conflict is left out of the state,
 * so that it counts as unanswered (S6) and nobody's value wins unseen; of other subjects the last in order is shown.
 */
export function projectAssessment(journal: Journal): Projection | null {
  const ordered = orderEvents(journal);
  const effective = effectiveEvents(ordered.events);
  const telling: AssessmentEvent[] = effective.filter((event) => event.kind === "assessment-created");
  const conflicts: Conflict[] = [];
  for (const [subject, heads] of headsBySubject(ordered, new Set(effective))) {
    if (heads.length > 1) conflicts.push({ subject, question: questionOf(heads[0]), events: heads });
    const last = heads.at(-1);
    if (!last || last.kind === "assessment-created") continue;
    if (heads.length === 1 || last.kind !== "question-answered") telling.push(last);
  }
  for (const event of effective) if (event.kind === "report-signed") telling.push(event);
  const first = effective[0];
  return first ? { assessment: tellState(first, telling), conflicts } : null;
}

/** What undo and redo would act on for one device; null when there is nothing. A new edit clears redo. */
export function undoTargets(journal: Journal, device: DeviceId): { readonly undo: EventId | null; readonly redo: EventId | null } {
  const own = journal.filter((event) => event.device === device).toSorted((a, b) => a.seq - b.seq);
  const undone = new Map<EventId, EventId>();
  const undo = new Set<EventId>();
  const redo = new Set<EventId>();
  for (const event of own) {
    if (isForGood(event) || event.partOf) continue;
    if (event.kind !== "event-undone") {
      undo.add(event.id);
      redo.clear();
      continue;
    }
    const restored = undone.get(event.target);
    if (restored) {
      redo.delete(event.target);
      undo.add(restored);
    } else {
      undone.set(event.id, event.target);
      undo.delete(event.target);
      redo.add(event.id);
    }
  }
  return { undo: [...undo].at(-1) ?? null, redo: [...redo].at(-1) ?? null };
}

/** Events that no effective undo takes back. An undo reaches only what stands before it, and all that is part of it. */
function effectiveEvents(events: Journal): Journal {
  const cancelled = new Set<EventId>();
  const effective: AssessmentEvent[] = [];
  for (const event of events.toReversed()) {
    if ((cancelled.has(event.id) || (event.partOf && cancelled.has(event.partOf))) && !isForGood(event)) continue;
    if (event.kind === "event-undone") cancelled.add(event.target);
    else effective.push(event);
  }
  return effective.toReversed();
}

/** What cannot be undone: that there is an assessment, and that a report went out. */
function isForGood(event: AssessmentEvent): boolean {
  return event.kind === "assessment-created" || event.kind === "report-signed";
}

/**
 * What applyEvent makes of `events` one after another, no two of them on one answer or one evidence. Those are gathered
 * and put together once, as applying each to the whole would copy all the others.
 */
function tellState(first: AssessmentEvent, events: Journal): Assessment {
  let assessment = applyEvent(null, first);
  const answers = new Map<ChecklistId, (readonly [string, Answer])[]>();
  const evidence: Evidence[] = [];
  const attestations: Attestation[] = [];
  for (const event of events) {
    if (event.kind === "question-answered") {
      const known = answers.get(event.checklist) ?? [];
      const said = answerSaid(event);
      if (said) known.push([event.question, said]);
      answers.set(event.checklist, known);
    } else if (event.kind === "evidence-recorded") evidence.push(event.evidence);
    else if (event.kind === "report-signed") attestations.push(event.attestation);
    else assessment = applyEvent(assessment, event);
  }
  const told = Object.fromEntries([...answers].map(([checklist, known]) => [checklist, Object.fromEntries(known)]));
  return { ...assessment, answers: told, evidence, attestations };
}

function questionOf(event: AssessmentEvent | undefined): Conflict["question"] {
  return event?.kind === "question-answered" ? { checklist: event.checklist, id: event.question } : null;
}
