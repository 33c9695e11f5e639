import type { AssessmentEvent, AssessmentMeta } from "#domain";
import type { Database, MetaRow, SegmentKey, SegmentRow } from "./database.ts";
import { catchUp, enqueue, noteEvents, reserve, unknownAmong, type Ledger } from "./ledgers.ts";
import { clearPart, metaPlace, sealMeta, withLaterExport } from "./meta-rows.ts";
import type { Sealer } from "./sealer.ts";
import { batchSize, newTag, rowFrom, sealRows, segmentPlace } from "./segments.ts";
import { thrown } from "./storage-error.ts";
import { encodeJson } from "./stored-json.ts";

/** Milliseconds during which a write is tried again because other tabs wrote in between. */
const patience = 30_000;

/** Sealed before the transaction, and written only if nobody wrote since the rows were last read; else tried again. */
export function appendEvents(
  db: Database,
  sealer: Sealer,
  ledger: Ledger,
  events: readonly AssessmentEvent[],
  meta: AssessmentMeta,
): Promise<void> {
  const { id } = meta;
  return enqueue(ledger, async () => {
    const sealed = await sealMeta(sealer, meta);
    let first: number | null = null;
    const deadline = performance.now() + patience;
    do {
      await catchUp(db, sealer, id, ledger);
      const { tag: before = null } = ledger;
      const fresh = unknownAmong(ledger, id, events);
      first ??= reserve(ledger, Math.ceil(events.length / batchSize));
      const rows = await sealRows(sealer, id, fresh, first);
      const tag = rows.length === 0 && before !== null ? before : newTag();
      if (await writeRows(db, before, rows, { ...clearPart(meta, tag), sealed })) {
        noteEvents(ledger, fresh);
        for (const { row } of rows) ledger.rows.add(row);
        ledger.tag = tag;
        return;
      }
    } while (performance.now() < deadline);
    throw thrown("storage-failed", "Other tabs keep writing to this assessment.", { assessment: id });
  });
}

/**
 * A raw transaction, committed without waiting for a callback that a page being left may not live to see. Dexie does not
 * notice it, so it is announced: once begun, since whoever reads now waits for it, and again when done.
 */
export function appendAtOnce(
  db: Database,
  sealer: Sealer,
  ledger: Ledger | undefined,
  events: readonly AssessmentEvent[],
  meta: AssessmentMeta,
  announce: (key: SegmentKey) => void,
): Promise<boolean> {
  const { id } = meta;
  if (!ledger?.isRead) throw thrown("not-found", "The assessment was not read before.", { assessment: id });
  const fresh = unknownAmong(ledger, id, events);
  if (fresh.length === 0) return Promise.resolve(true);
  const key: SegmentKey = [id, reserve(ledger, 1), newTag()];
  ledger.tag = undefined;
  const put = (segment: Uint8Array, sealed: Uint8Array) => {
    const transaction = db.dexie.backendDB().transaction(["seg", "meta"], "readwrite", { durability: "strict" });
    transaction.addEventListener("complete", () => announce(key));
    const isKept = new Promise<boolean>((resolve) => {
      transaction.addEventListener("complete", () => resolve(true));
      transaction.addEventListener("abort", () => resolve(false));
    });
    transaction.objectStore("seg").put(rowFrom(key, fresh, segment));
    transaction.objectStore("meta").put({ ...clearPart(meta, newTag()), sealed });
    transaction.commit?.();
    announce(key);
    return isKept;
  };
  const segment = [encodeJson(fresh), segmentPlace(key)] as const;
  const line = [encodeJson(meta), metaPlace(id)] as const;
  if (sealer.sealAtOnce) return put(sealer.sealAtOnce(...segment), sealer.sealAtOnce(...line));
  return Promise.all([sealer.seal(...segment), sealer.seal(...line)]).then((both) => put(...both)).catch(() => false);
}

/** false, and nothing written, when the log is no longer at `tag`. */
function writeRows(db: Database, tag: string | null, rows: readonly SegmentRow[], line: MetaRow): PromiseLike<boolean> {
  return db.dexie.transaction("rw", db.meta, db.segments, async () => {
    const before = await db.meta.get(line.id);
    if ((before?.tag ?? null) !== tag) return false;
    if (rows.length > 0) await db.segments.bulkAdd(rows);
    await db.meta.put(withLaterExport(line, before));
    return true;
  });
}
