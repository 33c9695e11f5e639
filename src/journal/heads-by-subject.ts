import { subjectOf, type AssessmentEvent, type DeviceId, type EventId } from "#domain";
import type { OrderedJournal } from "./order-events.ts";

/** For each device the last sequence number that an event had seen. */
type Clock = Map<DeviceId, number>;

/**
 * For each subject the effective events that no other effective event on it was written after, in order. Events without
 * effect carry knowledge on like any other.
 */
export function headsBySubject(
  ordered: OrderedJournal,
  effective: ReadonlySet<AssessmentEvent>,
): ReadonlyMap<string, readonly AssessmentEvent[]> {
  const clockOf = followKnowledge(ordered);
  const heads = new Map<string, Map<DeviceId, AssessmentEvent>>();
  for (const event of ordered.events) {
    const clock = clockOf(event);
    const subject = effective.has(event) ? subjectOf(event) : null;
    if (subject === null) continue;
    const known = heads.get(subject) ?? new Map<DeviceId, AssessmentEvent>();
    dropSeen(known, clock);
    known.set(event.device, event);
    heads.set(subject, known);
  }
  return new Map([...heads].map(([subject, known]) => [subject, [...known.values()]]));
}

/** Of two long lists the shorter is walked. */
function dropSeen(heads: Map<DeviceId, AssessmentEvent>, clock: ReadonlyMap<DeviceId, number>): void {
  if (heads.size <= clock.size) {
    for (const [device, head] of heads) if ((clock.get(device) ?? 0) >= head.seq) heads.delete(device);
    return;
  }
  for (const [device, seq] of clock) if ((heads.get(device)?.seq ?? Infinity) <= seq) heads.delete(device);
}

/**
 * To be called with each event in order; gives back what the event had seen. A clock is handed on to the last event that
 * stands on it and forgotten where nothing does, so that a long history keeps few of them.
 */
function followKnowledge({ events, basis }: OrderedJournal): (event: AssessmentEvent) => ReadonlyMap<DeviceId, number> {
  const places = new Map(events.map((event, place) => [event.id, { event, place }]));
  const readers = new Map<EventId, number>();
  for (const ids of basis.values()) for (const id of ids) readers.set(id, (readers.get(id) ?? 0) + 1);
  const clocks = new Map<EventId, Clock>();

  /** The clock of `id`, and whether it is now the caller's to write on. */
  const take = (id: EventId): { readonly clock: Clock; readonly isOwn: boolean } => {
    const clock = clocks.get(id) ?? new Map<DeviceId, number>();
    const left = (readers.get(id) ?? 0) - 1;
    readers.set(id, left);
    if (left === 0) clocks.delete(id);
    return { clock, isOwn: left === 0 };
  };

  return (event) => {
    const isAwaited = (readers.get(event.id) ?? 0) > 0;
    let seen: Clock = new Map();
    let isOwn = true;
    // Latest first: it has often seen all the others, which then need no merging.
    const under = (basis.get(event.id) ?? []).flatMap((id) => places.get(id) ?? []).toSorted((a, b) => b.place - a.place);
    for (const [index, { event: known }] of under.entries()) {
      const taken = take(known.id);
      if (index === 0) {
        ({ clock: seen, isOwn } = taken);
      } else if ((seen.get(known.device) ?? 0) < known.seq) {
        if (!isOwn) seen = new Map(seen);
        isOwn = true;
        raise(seen, taken.clock);
      }
    }
    if (!isAwaited) return seen;
    const clock = isOwn ? seen : new Map(seen);
    clocks.set(event.id, clock.set(event.device, Math.max(event.seq, clock.get(event.device) ?? 0)));
    return clock;
  };
}

function raise(clock: Clock, other: ReadonlyMap<DeviceId, number>): void {
  for (const [device, seq] of other) if (seq > (clock.get(device) ?? 0)) clock.set(device, seq);
}
