import type { AssessmentEvent, EventId } from "#domain";
import type { Journal } from "./append-event.ts";

export interface OrderedJournal {
  /** every event once, after all that it was written on; ties by device, then by sequence: the same on every machine */
  readonly events: Journal;
  /** events that wait for each other in a circle, or for one that does, and can stand nowhere */
  readonly circular: Journal;
  /** what each event stands on, as far as it is there: its parents and its own device's event before it, each once */
  readonly basis: ReadonlyMap<EventId, readonly EventId[]>;
}

/** Linear order of a journal. What is missing is passed over; verifyJournal reports it. */
export function orderEvents(journal: Journal): OrderedJournal {
  const byId = new Map(journal.map((event) => [event.id, event]));
  const byDevice = [...byId.values()].toSorted(comparePlaces);
  const basis = new Map<EventId, readonly EventId[]>();
  for (const [index, event] of byDevice.entries()) {
    const before = byDevice[index - 1];
    const previous = before?.device === event.device ? [before.id] : [];
    basis.set(event.id, [...new Set([...event.parents.filter((id) => byId.has(id)), ...previous])]);
  }
  const depths = depthsOf(basis);
  const depth = (event: AssessmentEvent) => depths.get(event.id) ?? 0;
  return {
    events: byDevice.filter((event) => depths.has(event.id)).toSorted((a, b) => depth(a) - depth(b)),
    circular: byDevice.filter((event) => !depths.has(event.id)),
    basis,
  };
}

function comparePlaces(a: AssessmentEvent, b: AssessmentEvent): number {
  return a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq;
}

/** Length of the longest way down from each event; none for those in or above a circle. */
function depthsOf(basis: ReadonlyMap<EventId, readonly EventId[]>): ReadonlyMap<EventId, number> {
  const depths = new Map<EventId, number>();
  const least = new Map<EventId, number>();
  const waiting = new Map<EventId, number>();
  const followers = new Map<EventId, EventId[]>();
  const ready: EventId[] = [];
  for (const [id, under] of basis) {
    waiting.set(id, under.length);
    if (under.length === 0) ready.push(id);
    for (const known of under) {
      const list = followers.get(known);
      if (list) list.push(id);
      else followers.set(known, [id]);
    }
  }
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const depth = least.get(id) ?? 1;
    depths.set(id, depth);
    for (const follower of followers.get(id) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      least.set(follower, Math.max(depth + 1, least.get(follower) ?? 0));
      if (left === 0) ready.push(follower);
    }
  }
  return depths;
}
