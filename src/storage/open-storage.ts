import { Dexie, RangeSet } from "dexie";
import type { WorkbenchError } from "#domain";
import { openDatabase, type Database } from "./database.ts";
import { createDocuments } from "./documents.ts";
import { takeEditLock, waitForEditLock } from "./edit-lock.ts";
import { createEventLog } from "./event-log.ts";
import { createMetaRows } from "./meta-rows.ts";
import { askToPersist, readPersistence } from "./persistence.ts";
import { plainSealer, type Sealer } from "./sealer.ts";
import type { Storage } from "./storage.ts";

export interface StorageOptions {
  /** of the database; tabs that give the same share it */
  readonly name?: string;
  readonly sealer?: Sealer;
  /**
   * Another tab is about to upgrade the schema: what `appendAtOnce` is given now is still written, then this storage is
   * closed and its page must be loaded again. Called at most once.
   */
  readonly onOutdated: () => void;
  /** Told of each row that was left out of a list or a watch because it cannot be read. */
  readonly onDamage?: (failure: WorkbenchError) => void;
}

/** Throws `storage-unavailable`, `storage-newer-version`, `storage-full`, `storage-unreadable` or `storage-failed`. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { name = "assay", sealer = plainSealer, onDamage = () => {} } = options;
  const endings = new Set<() => void>();
  const end = () => endings.forEach((stop) => stop());
  const db = await openDatabase(name, () => {
    end();
    options.onOutdated();
  });
  endings.add(refreshWhenRestored());
  const log = createEventLog(db, sealer, onDamage);
  const metaRows = createMetaRows(db, sealer, onDamage);
  return {
    ...log,
    ...metaRows,
    ...createDocuments(db, sealer, onDamage),
    watchEvents: (...watch) => ending(endings, log.watchEvents(...watch)),
    watchMeta: (listener) => ending(endings, metaRows.watchMeta(listener)),
    takeEditLock,
    waitForEditLock,
    persistence: readPersistence,
    askToPersist,
    close: () => {
      end();
      close(db);
    },
  };
}

/** `stop`, to be called at the latest when the storage is closed. */
function ending(endings: Set<() => void>, stop: () => void): () => void {
  endings.add(stop);
  return () => {
    endings.delete(stop);
    stop();
  };
}

/** A page that comes back from the back-forward cache was told nothing while it slept. */
function refreshWhenRestored(): () => void {
  if (typeof addEventListener === "undefined") return () => {};
  const refresh = (event: PageTransitionEvent) => {
    if (event.persisted) Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
  };
  addEventListener("pageshow", refresh);
  return () => removeEventListener("pageshow", refresh);
}

function close({ dexie }: Database): void {
  dexie.close({ disableAutoOpen: true });
}
