import type { AssessmentEvent, AssessmentId } from "#domain";
import type { Database, SegmentKey } from "./database.ts";
import { enqueue, type Ledger } from "./ledgers.ts";
import type { Sealer } from "./sealer.ts";
import { batchSize, eventsOf, identityOf, newTag, openRows, rowsOf, sealRow, type ReadRow } from "./segments.ts";
import { thrown } from "./storage-error.ts";

/**
 * Old rows go and new ones come in one transaction. The events stay the same, so appends of other tabs are no hindrance;
 * when another tab has merged or removed the rows already, nothing is written.
 */
export function compactLog(db: Database, sealer: Sealer, ledger: Ledger, id: AssessmentId): Promise<void> {
  return enqueue(ledger, async () => {
    const segments = await rowsOf(db, id).toArray();
    if (segments.length === 0) throw thrown("not-found", "No such assessment is stored.", { assessment: id });
    const { rows, failures } = await openRows(sealer, id, segments);
    if (failures[0]) throw failures[0];
    const { replaced, batches } = planMerge(rows, batchSize);
    if (replaced.length === 0) return;
    const merged = await Promise.all(batches.map(({ key, events }) => sealRow(sealer, key, events)));
    await db.dexie.transaction("rw", db.segments, async () => {
      const present = new Set((await rowsOf(db, id).primaryKeys()).map((key) => key[2]));
      if (!replaced.every((key) => present.has(key[2]))) return;
      await db.segments.bulkDelete([...replaced]);
      await db.segments.bulkAdd(merged);
    });
  });
}

interface Merge {
  readonly replaced: readonly SegmentKey[];
  readonly batches: readonly ReadRow[];
}

/**
 * Which rows to replace by which, so that the same events are read in the same order, each once: full rows at the front
 * stay, the rest is packed into batches of `limit`. A batch stands where the row of its first event stood.
 */
export function planMerge(rows: readonly ReadRow[], limit: number): Merge {
  const full = rows.findIndex((row) => row.events.length !== limit);
  if (full < 0) return { replaced: [], batches: [] };
  const seen = new Set(rows.slice(0, full).flatMap((row) => row.events.map(identityOf)));
  const rest = rows.slice(full);
  const placed = rest.flatMap((row) => eventsOf([row], seen).map((event) => ({ event, key: row.key })));
  const isPacked = rest.length === 1 && placed.length === rest[0]?.events.length && placed.length <= limit;
  if (isPacked) return { replaced: [], batches: [] };
  const batches = Array.from({ length: Math.ceil(placed.length / limit) }, (_, index) =>
    batchFrom(placed.slice(index * limit, (index + 1) * limit), index),
  );
  return { replaced: rest.map((row) => row.key), batches: batches.filter((batch) => batch !== null) };
}

function batchFrom(placed: readonly { readonly event: AssessmentEvent; readonly key: SegmentKey }[], index: number): ReadRow | null {
  const [first] = placed;
  if (!first) return null;
  const [assessment, n, row] = first.key;
  return { key: [assessment, n, successorOf(row, index)], events: placed.map(({ event }) => event) };
}

/** A new id that sorts among all other rows just as `row` did, and among its successors by `index`. */
function successorOf(row: string, index: number): string {
  return `${row.slice(0, 16)}-${String(index).padStart(6, "0")}${newTag()}`;
}
