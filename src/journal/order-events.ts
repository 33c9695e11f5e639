import type { AssessmentEvent, DeviceId, EventId } from "#domain";
import { eventId, type Journal } from "./append-event.ts";

/** What an event had seen: for each device the last sequence number known to it, itself included. */
type Clock = ReadonlyMap<DeviceId, number>;

export interface OrderedJournal {
  /** every event after all that it was written on; ties by device, then by sequence: the same on every machine */
  readonly events: Journal;
  /** events that wait for each other in a circle and can stand nowhere */
  readonly circular: Journal;
  /** whether `earlier` was known when `later` was written */
  readonly isBefore: (earlier: AssessmentEvent, later: AssessmentEvent) => boolean;
}

/** Linear order of a journal. Parents that are missing are passed over; verifyJournal reports them. */
export function orderEvents(journal: Journal): OrderedJournal {
  const byId = new Map(journal.map((event) => [event.id, event]));
  const clocks = new Map<EventId, Clock>();
  const depths = new Map<EventId, number>();
  const waiting = new Map<EventId, number>();
  const followers = new Map<EventId, AssessmentEvent[]>();
  const ready: AssessmentEvent[] = [];
  for (const event of byId.values()) {
    const known = basisOf(event).filter((id) => byId.has(id));
    waiting.set(event.id, known.length);
    if (known.length === 0) ready.push(event);
    for (const id of known) {
      const list = followers.get(id);
      if (list) list.push(event);
      else followers.set(id, [event]);
    }
  }
  for (let event = ready.pop(); event; event = ready.pop()) {
    const basis = basisOf(event);
    clocks.set(event.id, mergeClocks(event, basis, clocks));
    depths.set(event.id, 1 + Math.max(0, ...basis.map((id) => depths.get(id) ?? 0)));
    for (const follower of followers.get(event.id) ?? []) {
      const left = (waiting.get(follower.id) ?? 0) - 1;
      waiting.set(follower.id, left);
      if (left === 0) ready.push(follower);
    }
  }
  const depth = (event: AssessmentEvent) => depths.get(event.id) ?? 0;
  const events = [...byId.values()]
    .filter((event) => clocks.has(event.id))
    .toSorted((a, b) => depth(a) - depth(b) || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq));
  return {
    events,
    circular: [...byId.values()].filter((event) => !clocks.has(event.id)),
    isBefore: (earlier, later) => earlier !== later && (clocks.get(later.id)?.get(earlier.device) ?? 0) >= earlier.seq,
  };
}

/** What an event stands on: its parents and its own device's previous event. */
function basisOf(event: AssessmentEvent): readonly EventId[] {
  const previous = event.seq > 1 ? [eventId(event.device, event.seq - 1)] : [];
  return [...new Set([...event.parents, ...previous])];
}

function mergeClocks(event: AssessmentEvent, basis: readonly EventId[], clocks: ReadonlyMap<EventId, Clock>): Clock {
  const merged = new Map<DeviceId, number>();
  for (const id of basis) {
    for (const [device, seq] of clocks.get(id) ?? []) merged.set(device, Math.max(seq, merged.get(device) ?? 0));
  }
  return merged.set(event.device, Math.max(event.seq, merged.get(event.device) ?? 0));
}
