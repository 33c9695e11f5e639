import type { AssessmentEvent, AssessmentId, Digest, EventId } from "#domain";
import type { Database, SegmentKey, SegmentRow } from "./database.ts";
import type { Sealer } from "./sealer.ts";
import { openRows, rowsOf } from "./segments.ts";
import { thrown } from "./storage-error.ts";

/** What this tab knows of one assessment's rows, so that an append reads only what others wrote meanwhile. */
export interface Ledger {
  /** The log's tag when it was last read or written; undefined before, and when it must be read again. */
  tag: string | null | undefined;
  /** whether the rows were ever read; from then on `hashes` has at least the events of the log at `tag` */
  isRead: boolean;
  /** ids of the rows whose events are known */
  rows: Set<string>;
  readonly hashes: Map<EventId, Digest>;
  /** highest `n` known or given out */
  last: number;
  /** Ends when the writes begun so far have; never rejects. */
  queue: Promise<unknown>;
  /** writes begun and not ended, and watches: while there are any, the ledger is kept */
  holders: number;
}

/** Ledgers of assessments that nobody holds any more; the oldest is dropped. */
const idleLedgers = 16;

export interface Ledgers {
  of(id: AssessmentId): Ledger;
  peek(id: AssessmentId): Ledger | undefined;
  drop(id: AssessmentId): void;
}

export function createLedgers(): Ledgers {
  const ledgers = new Map<AssessmentId, Ledger>();
  const dropIdle = () => {
    const idle = [...ledgers].filter(([, ledger]) => ledger.holders === 0);
    for (const [id] of idle.slice(0, Math.max(0, idle.length - idleLedgers))) ledgers.delete(id);
  };
  return {
    of(id) {
      const ledger = ledgers.get(id) ?? blankLedger();
      ledgers.delete(id);
      ledgers.set(id, ledger);
      dropIdle();
      return ledger;
    },
    peek: (id) => ledgers.get(id),
    drop: (id) => void ledgers.delete(id),
  };
}

/** Runs `work` after the writes begun before it; a failed one does not stop the next. */
export function enqueue<T>(ledger: Ledger, work: () => Promise<T>): Promise<T> {
  ledger.holders += 1;
  const result = ledger.queue.then(work).finally(() => {
    ledger.holders -= 1;
  });
  ledger.queue = result.catch(() => undefined);
  return result;
}

/** Reads the rows that others wrote since. Throws `not-found` when all that was known is gone: somebody removed it. */
export async function catchUp(db: Database, sealer: Sealer, id: AssessmentId, ledger: Ledger): Promise<void> {
  const found = await db.dexie.transaction("r", db.meta, db.segments, async () => {
    const tag = (await db.meta.get(id))?.tag ?? null;
    if (tag === ledger.tag) return null;
    const keys = await rowsOf(db, id).primaryKeys();
    const fresh = await db.segments.bulkGet(keys.filter((key) => !ledger.rows.has(key[2])));
    return { tag, keys, fresh };
  });
  if (!found) return;
  if (found.keys.length === 0 && ledger.rows.size > 0) {
    throw thrown("not-found", "The assessment was removed in another tab.", { assessment: id });
  }
  const { rows } = await openRows(sealer, id, found.fresh.filter((row): row is SegmentRow => row !== undefined));
  noteEvents(ledger, rows.flatMap((row) => row.events));
  noteLog(ledger, found.tag, found.keys);
}

/** That these are the rows of the log at `tag`; their events are noted before. */
export function noteLog(ledger: Ledger, tag: string | null, keys: readonly SegmentKey[]): void {
  ledger.rows = new Set(keys.map((key) => key[2]));
  ledger.last = keys.reduce((last, key) => Math.max(last, key[1]), ledger.last);
  ledger.tag = tag;
  ledger.isRead = true;
}

export function noteEvents(ledger: Ledger, events: readonly AssessmentEvent[]): void {
  for (const event of events) ledger.hashes.set(event.id, event.hash);
}

/** The first of `count` places for rows, above all that are known. */
export function reserve(ledger: Ledger, count: number): number {
  const first = ledger.last + 1;
  ledger.last += count;
  return first;
}

/** Those of `events` that are not stored yet, each once. Throws when one is known by another hash. */
export function unknownAmong(ledger: Ledger, id: AssessmentId, events: readonly AssessmentEvent[]): readonly AssessmentEvent[] {
  const fresh = new Map<EventId, AssessmentEvent>();
  for (const event of events) {
    if (event.assessment !== id) {
      throw thrown("bad-input", "The event is of another assessment.", { assessment: id, event: event.id });
    }
    const known = fresh.get(event.id)?.hash ?? ledger.hashes.get(event.id);
    if (known === undefined) fresh.set(event.id, event);
    else if (known !== event.hash) {
      const facts = { assessment: id, event: event.id, known, given: event.hash };
      throw thrown("storage-failed", "Another event with the same id is stored already.", facts);
    }
  }
  return [...fresh.values()];
}

function blankLedger(): Ledger {
  return { tag: undefined, isRead: false, rows: new Set(), hashes: new Map(), last: 0, queue: Promise.resolve(), holders: 0 };
}
