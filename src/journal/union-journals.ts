import type { AssessmentId, Parsed } from "#domain";
import type { Journal } from "./append-event.ts";
import { orderEvents } from "./order-events.ts";
import { verifyJournal } from "./verify-journal.ts";

/**
 * Merging two copies is the union of their events, in an order that does not depend on who merges. Refused, with the
 * reasons, when the other copy is altered or incomplete or the two tell different stories of one device.
 */
export function unionJournals(own: Journal, other: Journal, assessment: AssessmentId): Parsed<Journal> {
  const known = new Set(own.map((event) => `${event.id} ${event.hash}`));
  const union = [...own, ...other.filter((event) => !known.has(`${event.id} ${event.hash}`))];
  const problems = verifyJournal(union, assessment);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: orderEvents(union).events, problems };
}
