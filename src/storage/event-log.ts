import { Dexie, RangeSet } from "dexie";
import type { AssessmentEvent, AssessmentId, WorkbenchError } from "#domain";
import { appendAtOnce, appendEvents } from "./append-events.ts";
import { compactLog } from "./compact-log.ts";
import type { Database, SegmentKey } from "./database.ts";
import { createLedgers, enqueue, noteEvents, noteLog } from "./ledgers.ts";
import type { Sealer } from "./sealer.ts";
import { eventsOf, keyOf, openRows, rowsOf } from "./segments.ts";
import { thrown } from "./storage-error.ts";
import type { Salvage, Storage } from "./storage.ts";
import { watchEvents } from "./watch-events.ts";

type EventLog = Pick<
  Storage,
  "readEvents" | "salvageEvents" | "watchEvents" | "appendEvents" | "appendAtOnce" | "compact" | "remove"
>;

export function createEventLog(db: Database, sealer: Sealer, onDamage: (failure: WorkbenchError) => void): EventLog {
  const ledgers = createLedgers();
  const salvage = async (id: AssessmentId): Promise<Salvage> => {
    const { tag, segments } = await readLog(db, id);
    const { rows, failures } = await openRows(sealer, id, segments);
    const events = eventsOf(rows);
    const ledger = ledgers.of(id);
    noteEvents(ledger, events);
    noteLog(ledger, tag, segments.map(keyOf));
    return { events, failures };
  };
  return {
    salvageEvents: (id) => db.attempt({ assessment: id }, () => salvage(id)),
    readEvents: (id) =>
      db.attempt({ assessment: id }, async () => {
        const { events, failures } = await salvage(id);
        if (failures[0]) throw failures[0];
        return events;
      }),
    watchEvents: (id, listener, options = {}) => watchLog(db, sealer, ledgers, { id, listener, options, onDamage }),
    appendEvents: (id, events, meta) =>
      db.attempt({ assessment: id }, async () => {
        checkMeta(id, meta.id);
        try {
          await appendEvents(db, sealer, ledgers.of(id), events, meta);
        } catch (cause) {
          // What was known of a removed assessment is forgotten, so that it can be stored again.
          if (db.errorFor(cause).code === "not-found") ledgers.drop(id);
          throw cause;
        }
      }),
    appendAtOnce(id, events, meta, isForGood = false) {
      try {
        checkMeta(id, meta.id);
        if (isForGood) db.giveWay();
        return appendAtOnce(db, sealer, ledgers.peek(id), events, meta, (key) => announce(db, key));
      } catch (cause) {
        throw db.errorFor(cause, { assessment: id });
      }
    },
    compact: (id) => db.attempt({ assessment: id }, () => compactLog(db, sealer, ledgers.of(id), id)),
    remove: (id) => db.attempt({ assessment: id }, () => enqueue(ledgers.of(id), () => removeLog(db, id)).then(() => ledgers.drop(id))),
  };
}

function watchLog(
  db: Database,
  sealer: Sealer,
  ledgers: ReturnType<typeof createLedgers>,
  watch: Omit<Parameters<typeof watchEvents>[2], "onRows">,
): () => void {
  const ledger = ledgers.of(watch.id);
  ledger.holders += 1;
  const onRows = (rows: readonly { readonly events: readonly AssessmentEvent[]; readonly key: SegmentKey }[]) => {
    noteEvents(ledger, rows.flatMap((row) => row.events));
    for (const { key } of rows) {
      ledger.rows.add(key[2]);
      ledger.last = Math.max(ledger.last, key[1]);
    }
    ledger.isRead = true;
  };
  const stop = watchEvents(db, sealer, { ...watch, onRows });
  let isHeld = true;
  return () => {
    stop();
    if (isHeld) ledger.holders -= 1;
    isHeld = false;
  };
}

/** All rows of a log and its tag, as they stood at one moment. */
function readLog(db: Database, id: AssessmentId) {
  return db.dexie.transaction("r", db.meta, db.segments, async () => ({
    tag: (await db.meta.get(id))?.tag ?? null,
    segments: await rowsOf(db, id).toArray(),
  }));
}

async function removeLog(db: Database, id: AssessmentId): Promise<void> {
  await db.dexie.transaction("rw", db.meta, db.segments, db.snapshots, async () => {
    await Promise.all([db.meta.delete(id), db.snapshots.delete(id), rowsOf(db, id).delete()]);
  });
}

/**
 * Tells every watch, in every tab, of a write that Dexie did not make, in Dexie's own terms: a query for keys alone, such
 * as that of watched events, listens to `:dels`, where Dexie notes every key that comes or goes.
 */
function announce({ name }: Database, key: SegmentKey): void {
  const [assessment] = key;
  Dexie.on.storagemutated.fire({
    [`idb://${name}/seg/`]: new RangeSet(key),
    [`idb://${name}/seg/:dels`]: new RangeSet(key),
    [`idb://${name}/meta/`]: new RangeSet(assessment),
  });
}

function checkMeta(id: AssessmentId, given: AssessmentId): void {
  if (id !== given) throw thrown("bad-input", "These are facts of another assessment.", { assessment: id, given });
}
