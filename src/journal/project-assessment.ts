import {
  applyEvent,
  subjectOf,
  type Assessment,
  type AssessmentEvent,
  type ChecklistId,
  type DeviceId,
  type EventId,
  type QuestionId,
} from "#domain";
import type { Journal } from "./append-event.ts";
import { orderEvents, type OrderedJournal } from "./order-events.ts";

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
 * The state that a journal tells. Null for a journal without events. An answer in conflict is left out of the state, so
 * that it counts as unanswered (S6) and nobody's value wins unseen; of other subjects the last in order is shown.
 */
export function projectAssessment(journal: Journal): Projection | null {
  const ordered = orderEvents(journal);
  const effective = effectiveEvents(ordered.events);
  const heads = headsBySubject(effective, ordered);
  let assessment: Assessment | null = null;
  for (const event of effective) if (event.kind === "assessment-created") assessment = applyEvent(assessment, event);
  const conflicts: Conflict[] = [];
  for (const [subject, events] of heads) {
    if (events.length > 1) conflicts.push({ subject, question: questionOf(events[0]), events });
    const last = events.at(-1);
    if (!last || last.kind === "assessment-created") continue;
    if (events.length > 1 && last.kind === "question-answered") continue;
    assessment = applyEvent(assessment, last);
  }
  for (const event of effective) if (event.kind === "report-signed") assessment = applyEvent(assessment, event);
  return assessment && { assessment, conflicts };
}

/** What undo and redo would act on for one device; null when there is nothing. A new edit clears redo. */
export function undoTargets(journal: Journal, device: DeviceId): { readonly undo: EventId | null; readonly redo: EventId | null } {
  const own = journal.filter((event) => event.device === device).toSorted((a, b) => a.seq - b.seq);
  const undone = new Map<EventId, EventId>();
  let undo: EventId[] = [];
  let redo: EventId[] = [];
  for (const event of own) {
    if (event.kind === "assessment-created" || event.kind === "report-signed") continue;
    if (event.kind !== "event-undone") {
      undo.push(event.id);
      redo = [];
      continue;
    }
    const restored = undone.get(event.target);
    if (restored) {
      redo = redo.filter((id) => id !== event.target);
      undo.push(restored);
    } else {
      undone.set(event.id, event.target);
      undo = undo.filter((id) => id !== event.target);
      redo.push(event.id);
    }
  }
  return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null };
}

/** Events that no effective undo takes back. An undo reaches only what stands before it. */
function effectiveEvents(events: Journal): Journal {
  const cancelled = new Set<EventId>();
  const effective: AssessmentEvent[] = [];
  for (const event of events.toReversed()) {
    if (cancelled.has(event.id) && event.kind !== "assessment-created") continue;
    if (event.kind === "event-undone") cancelled.add(event.target);
    else effective.push(event);
  }
  return effective.toReversed();
}

/** For each subject the events that no other event on it was written after, in order. */
function headsBySubject(effective: Journal, ordered: OrderedJournal): ReadonlyMap<string, readonly AssessmentEvent[]> {
  const heads = new Map<string, AssessmentEvent[]>();
  for (const event of effective) {
    const subject = subjectOf(event);
    if (subject === null) continue;
    const still = (heads.get(subject) ?? []).filter((known) => !ordered.isBefore(known, event));
    heads.set(subject, [...still, event]);
  }
  return heads;
}

function questionOf(event: AssessmentEvent | undefined): Conflict["question"] {
  return event?.kind === "question-answered" ? { checklist: event.checklist, id: event.question } : null;
}
