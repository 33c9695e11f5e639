import type { AssessmentEvent, AssessmentId, EventId, Problem, ProblemCode } from "#domain";
import { eventId, type Journal } from "./append-event.ts";
import { hashEvent } from "./hash-event.ts";
import { orderEvents } from "./order-events.ts";

/**
 * What is wrong with a journal: altered events, gaps in a chain, parents that are missing, circles, events of another
 * assessment, two events in one place. An empty list means that every chain is whole from its first event to its head;
 * it cannot show that events were cut off a chain's end, which is why reports print the head hashes. The order in which
 * events are listed means nothing: chains and parents say what came after what.
 */
export function verifyJournal(journal: Journal, assessment: AssessmentId): readonly Problem[] {
  const byId = new Map<EventId, AssessmentEvent>();
  const problems: Problem[] = [];
  for (const event of journal) {
    const twin = byId.get(event.id);
    if (twin) problems.push(problem("event-forked", event, twin.hash === event.hash ? "stands twice" : "stands twice with different content"));
    byId.set(event.id, event);
  }
  for (const event of journal) problems.push(...checkEvent(event, byId, assessment));
  for (const event of orderEvents(journal).circular) problems.push(problem("event-missing", event, "waits for itself in a circle of parents"));
  return problems;
}

/** Whether an event is what it was when it was written: its content matches its hash. */
export function checkHash(event: AssessmentEvent): readonly Problem[] {
  return recomputed(event) === event.hash ? [] : [problem("event-altered", event, "does not match its own hash")];
}

function checkEvent(
  event: AssessmentEvent,
  byId: ReadonlyMap<EventId, AssessmentEvent>,
  assessment: AssessmentId,
): readonly Problem[] {
  const problems: Problem[] = [...checkHash(event)];
  if (event.assessment !== assessment) problems.push(problem("event-of-another-assessment", event, `belongs to ${event.assessment}`));
  if (event.id !== eventId(event.device, event.seq)) problems.push(problem("event-altered", event, "has an id that is not its place on its chain"));
  const previous = event.seq === 1 ? null : byId.get(eventId(event.device, event.seq - 1));
  if (previous === undefined) problems.push(problem("event-missing", event, "follows an event that is not there"));
  else if ((previous?.hash ?? null) !== event.prev) problems.push(problem("event-altered", event, "does not follow the event before it"));
  const missing = event.parents.filter((parent) => !byId.has(parent));
  if (missing.length > 0) {
    const more = missing.length > 1 ? ` (and ${missing.length - 1} more)` : "";
    problems.push(problem("event-missing", event, `was written on ${missing[0]}${more}, which is not there`));
  }
  return problems;
}

/** The hash that the event ought to have, or null when JSON cannot say it. */
function recomputed(event: AssessmentEvent): string | null {
  try {
    return hashEvent(event);
  } catch {
    return null;
  }
}

function problem(code: ProblemCode, event: AssessmentEvent, what: string): Problem {
  return { code, message: `Event ${event.id} ${what}.`, path: `journal.${event.id}`, facts: { event: event.id } };
}
