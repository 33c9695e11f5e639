import type { AssessmentEvent, AssessmentId, DeviceId, EventBody, EventId, Instant } from "#domain";
import { hashEvent } from "./hash-event.ts";

/** Who writes, where and when; `at` is this device's clock and decides nothing. */
export interface Authorship {
  readonly assessment: AssessmentId;
  readonly device: DeviceId;
  readonly by: string;
  readonly at: Instant;
}

/** The events of one assessment, each after all that it was written on. Immutable: appending gives a new one. */
export type Journal = readonly AssessmentEvent[];

/**
 * The next event of `device` on this journal, chained to its last and written on all present heads; `partOf` when it is
 * one change with an earlier one.
 */
export function nextEvent(journal: Journal, body: EventBody, author: Authorship, partOf?: EventId): AssessmentEvent {
  const own = lastOf(journal, author.device);
  const seq = (own?.seq ?? 0) + 1;
  const unsealed = {
    ...body,
    id: eventId(author.device, seq),
    assessment: author.assessment,
    device: author.device,
    seq,
    parents: headsOf(journal).map((head) => head.id),
    ...(partOf ? { partOf } : {}),
    at: author.at,
    by: author.by,
    prev: own?.hash ?? null,
  };
  return { ...unsealed, hash: hashEvent(unsealed) };
}

/** An event's id is its place on its device's chain. */
export function eventId(device: DeviceId, seq: number): EventId {
  return `${device}:${seq}` as EventId;
}

/** Events that no other event was written on, by id. One in an undivided history, several after a merge. */
export function headsOf(journal: Journal): readonly AssessmentEvent[] {
  const first = journal[0];
  if (first && journal.every((event) => event.device === first.device)) return [lastOf(journal, first.device) ?? first];
  const covered = new Set(journal.flatMap((event) => [...event.parents, ...(event.seq > 1 ? [eventId(event.device, event.seq - 1)] : [])]));
  return journal.filter((event) => !covered.has(event.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function lastOf(journal: Journal, device: DeviceId): AssessmentEvent | undefined {
  return journal.reduce<AssessmentEvent | undefined>(
    (last, event) => (event.device === device && event.seq > (last?.seq ?? 0) ? event : last),
    undefined,
  );
}
