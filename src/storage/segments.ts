import type { AssessmentEvent, AssessmentId, WorkbenchError } from "#domain";
import type { Collection } from "dexie";
import type { Database, SegmentKey, SegmentRow } from "./database.ts";
import type { Sealer } from "./sealer.ts";
import { isFields, isStoredEvent, isText } from "./shapes.ts";
import { damaged } from "./storage-error.ts";
import { encodeJson, openJson, placeOf } from "./stored-json.ts";

/** Most events in one row. */
export const batchSize = 500;

export interface ReadRow {
  readonly key: SegmentKey;
  readonly events: readonly AssessmentEvent[];
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  /** one for each row of which something could not be read; what could is in `rows` */
  readonly failures: readonly WorkbenchError[];
}

/** The rows of one assessment, in order. */
export function rowsOf(db: Database, id: AssessmentId): Collection<SegmentRow, SegmentKey> {
  // An array sorts above every number and text, and below any longer array that begins like it.
  return db.segments.where("[assessment+n+row]").between([id], [id, []]);
}

export function keyOf({ assessment, n, row }: SegmentRow): SegmentKey {
  return [assessment, n, row];
}

export async function openRows(sealer: Sealer, id: AssessmentId, rows: readonly SegmentRow[]): Promise<ReadRows> {
  const failures: WorkbenchError[] = [];
  const read: ReadRow[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    read.push({ key, events: await openRow(sealer, id, row, (failure) => failures.push(failure)) });
  }
  return { rows: read, failures };
}

/** Batches of at most `batchSize`, sealed for rows `n`, `n + 1` and so on. */
export async function sealRows(sealer: Sealer, id: AssessmentId, events: readonly AssessmentEvent[], n: number): Promise<readonly SegmentRow[]> {
  const batches = Array.from({ length: Math.ceil(events.length / batchSize) }, (_, index) =>
    events.slice(index * batchSize, (index + 1) * batchSize),
  );
  return Promise.all(batches.map((batch, index) => sealRow(sealer, [id, n + index, newTag()], batch)));
}

export async function sealRow(sealer: Sealer, key: SegmentKey, events: readonly AssessmentEvent[]): Promise<SegmentRow> {
  return rowFrom(key, events, await sealer.seal(encodeJson(events), segmentPlace(key)));
}

export function rowFrom([assessment, n, row]: SegmentKey, events: readonly AssessmentEvent[], sealed: Uint8Array): SegmentRow {
  return { assessment, n, row, count: events.length, sealed };
}

export function segmentPlace([assessment, n, row]: SegmentKey): string {
  return placeOf("seg", `${n}.${row}`, assessment);
}

/** Sixteen random hex digits: the id of a row, or the tag of a log. */
export function newTag(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The events of `rows`, each once: one written twice, by a page that was being left, is the same event. */
export function eventsOf(rows: readonly ReadRow[], seen: Set<string> = new Set()): readonly AssessmentEvent[] {
  return rows.flatMap((row) =>
    row.events.filter((event) => {
      const identity = identityOf(event);
      return seen.has(identity) ? false : seen.add(identity);
    }),
  );
}

export function identityOf(event: AssessmentEvent): string {
  return `${event.id} ${event.hash}`;
}

async function openRow(
  sealer: Sealer,
  id: AssessmentId,
  row: SegmentRow,
  onFailure: (failure: WorkbenchError) => void,
): Promise<readonly AssessmentEvent[]> {
  const fail = (cause: unknown) => onFailure(damaged(`seg ${row.n}.${row.row}`, cause, { assessment: id }));
  try {
    const value = await openJson(sealer, row.sealed, segmentPlace(keyOf(row)));
    if (!Array.isArray(value)) throw new TypeError("it holds no list of events");
    const events = value.filter((one) => isStoredEvent(one, id));
    const lost = Math.max(value.length, row.count) - events.length;
    if (lost > 0) fail(new TypeError(`${lost} of ${value.length} events are not as they should be${firstId(value, id)}`));
    return events;
  } catch (cause) {
    fail(cause);
    return [];
  }
}

function firstId(values: readonly unknown[], id: AssessmentId): string {
  const bad = values.find((one) => !isStoredEvent(one, id));
  return isFields(bad) && isText(bad["id"]) ? `, first ${bad["id"].slice(0, 80)}` : "";
}
