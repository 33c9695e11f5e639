import type { AssessmentEvent, AssessmentId, Parsed } from "#domain";
import type { Journal } from "./append-event.ts";
import { orderEvents } from "./order-events.ts";
import { checkHash, verifyJournal } from "./verify-journal.ts";

/**
 * Merging two copies is the union of their events, in an order that does not depend on who merges. Refused, with the
 * reasons, when either copy is altered or the two together are incomplete or tell different stories of one device.
 */
export function unionJournals(own: Journal, other: Journal, assessment: AssessmentId): Parsed<Journal> {
  const union = new Map<string, AssessmentEvent>();
  const again: AssessmentEvent[] = [];
  for (const event of [...own, ...other]) {
    const key = `${event.id} ${event.hash}`;
    const known = union.get(key);
    if (!known) union.set(key, event);
    else if (known !== event) again.push(event);
  }
  const events = [...union.values()];
  const problems = [...verifyJournal(events, assessment), ...again.flatMap(checkHash)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: orderEvents(events).events, problems };
}
