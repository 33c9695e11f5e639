import { liveQuery } from "dexie";
import type { AssessmentEvent, AssessmentId, WorkbenchError } from "#domain";
import type { Database, SegmentKey, SegmentRow } from "./database.ts";
import type { Sealer } from "./sealer.ts";
import { eventsOf, identityOf, openRows, rowsOf, type ReadRow } from "./segments.ts";
import type { WatchOptions } from "./storage.ts";

export interface EventWatch {
  readonly id: AssessmentId;
  readonly listener: (events: readonly AssessmentEvent[]) => void;
  readonly options: WatchOptions;
  /** Told every row read, known or not. */
  readonly onRows: (rows: readonly ReadRow[]) => void;
  readonly onDamage: (failure: WorkbenchError) => void;
}

/** Follows the keys of the rows, reads those that are new, and hands over what in them is new. */
export function watchEvents(db: Database, sealer: Sealer, watch: EventWatch): () => void {
  const { id, listener, options, onRows, onDamage } = watch;
  const seen = new Set((options.known ?? []).map(identityOf));
  const read = new Set<string>();
  let isBaseline = options.known === undefined;
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();

  const take = async (found: readonly SegmentRow[]) => {
    const { rows, failures } = await openRows(sealer, id, found);
    for (const { key } of rows) read.add(key[2]);
    failures.forEach(onDamage);
    onRows(rows);
    const news = eventsOf(rows, seen);
    if (!stopped && !isBaseline && news.length > 0) listener(news);
    isBaseline = false;
  };
  const pull = async (keys: readonly SegmentKey[]) => {
    const fresh = await db.segments.bulkGet(keys.filter((key) => !read.has(key[2])));
    // A row that a compaction took away meanwhile is missing here; its successor is announced next.
    await take(fresh.filter((row): row is SegmentRow => row !== undefined));
  };
  const fail = (cause: unknown) => {
    if (!stopped) onDamage(db.errorFor(cause, { assessment: id }));
  };
  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(() => (stopped ? undefined : work())).catch(fail);
  };
  if (isBaseline) {
    const present = rowsOf(db, id).toArray();
    enqueue(async () => take(await present));
  }
  const subscription = liveQuery(() => rowsOf(db, id).primaryKeys()).subscribe({
    next: (keys) => enqueue(() => pull(keys)),
    error: fail,
  });
  return () => {
    stopped = true;
    subscription.unsubscribe();
  };
}
