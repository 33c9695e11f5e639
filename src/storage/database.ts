import { Dexie, type Table } from "dexie";
import { WorkbenchError, type Instant } from "#domain";
import { beginLog } from "./begin-log.ts";
import { trackTransactions } from "./give-way.ts";
import { openError, storageError, thrown, type Facts } from "./storage-error.ts";
import type { StoredIdentity } from "./storage.ts";

/** Rises by one with every change of layout that an older build must not write to. */
export const schema = 2;

/** `tag` changes whenever events are added to the assessment's log. The export mark here decides over the sealed one. */
export interface MetaRow {
  readonly id: string;
  readonly tag: string;
  readonly exportedAt: Instant | null;
  readonly exportedEvents: number;
  readonly sealed: Uint8Array;
}

/**
 * A batch of events. Rows sort by `n`, which is above that of every row its writer knew of; `row` is random, so that
 * tabs writing at the same time never meet. What a key holds never changes.
 */
export interface SegmentRow {
  readonly assessment: string;
  readonly n: number;
  readonly row: string;
  /** number of events */
  readonly count: number;
  readonly sealed: Uint8Array;
}
export type SegmentKey = readonly [assessment: string, n: number, row: string];

export interface FileRow {
  readonly sha256: string;
  readonly mediaType: string;
  readonly sealed: Uint8Array;
}

export interface ChecklistRow {
  readonly digest: string;
  readonly id: string;
  readonly version: string;
  /** absent on the shelf */
  readonly kept?: true;
  readonly sealed: Uint8Array;
}

export interface Database {
  readonly name: string;
  readonly dexie: Dexie;
  readonly meta: Table<MetaRow, string>;
  readonly segments: Table<SegmentRow, SegmentKey>;
  /** projections that earlier builds stored beside the events; nothing reads or writes them, and a removal takes them along */
  readonly snapshots: Table<unknown, string>;
  readonly files: Table<FileRow, string>;
  readonly checklists: Table<ChecklistRow, string>;
  readonly identities: Table<StoredIdentity, string>;
  readonly settings: Table<{ readonly key: string; readonly value: unknown }, string>;
  /** Aborts every transaction of this tab that is under way. */
  giveWay(): void;
  /** The WorkbenchError for what was thrown while using this database. */
  errorFor(cause: unknown, facts?: Facts): WorkbenchError;
  /** Runs `work` and turns whatever it throws into a WorkbenchError. */
  attempt<T>(facts: Facts, work: () => PromiseLike<T>): Promise<T>;
}

/** Throws `storage-unavailable`, `storage-newer-version`, `storage-full`, `storage-unreadable` or `storage-failed`. */
export async function openDatabase(name: string, onOutdated: () => void): Promise<Database> {
  const { indexedDB, IDBKeyRange } = globalThis;
  if (!indexedDB) throw thrown("storage-unavailable", "This browser has no IndexedDB.", {});
  // Dexie would close the database before our own pagehide listeners can write to it.
  Dexie.disableBfCache = true;
  const dexie = new Dexie(name, { indexedDB, IDBKeyRange, chromeTransactionDurability: "strict", cache: "disabled" });
  dexie.version(schema).stores({
    meta: "id",
    snap: "assessment",
    seg: "[assessment+n+row]",
    file: "sha256",
    checklist: "digest",
    keys: "id",
    kv: "key",
  });
  const outdated = watchVersion(dexie, onOutdated);
  const database = tablesOf(dexie, outdated, trackTransactions(dexie));
  try {
    await beginLog(indexedDB, name);
    if ((await installedVersion(indexedDB, name)) >= (schema + 1) * 10) throw newer();
    await dexie.open();
    await checkSchema(database);
  } catch (cause) {
    dexie.close({ disableAutoOpen: true });
    throw outdated() ? newer() : openError(cause);
  }
  return database;
}

/** Without `return false` Dexie would open again and write the old shape into the new layout. */
function watchVersion(dexie: Dexie, onOutdated: () => void): () => boolean {
  let outdated = false;
  dexie.on("versionchange", () => {
    if (outdated) return false;
    try {
      onOutdated();
    } finally {
      outdated = true;
      dexie.close({ disableAutoOpen: true });
    }
    return false;
  });
  return () => outdated;
}

/**
 * Ten times the layout's number, as Dexie counts; 0 when there is no database, and none is made. Asked before Dexie
 * opens, which would add to a newer layout what it finds missing there.
 */
function installedVersion(factory: IDBFactory, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.addEventListener("upgradeneeded", () => {
      request.transaction?.abort();
      resolve(0);
    });
    request.addEventListener("success", () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    });
    request.addEventListener("error", (event) => {
      event.preventDefault();
      reject(request.error);
    });
  });
}

/** A layout may be newer though its tables look the same. */
async function checkSchema({ dexie, settings }: Database): Promise<void> {
  await dexie.transaction("rw", settings, async () => {
    const found = (await settings.get("schema"))?.value;
    if (typeof found === "number" && found > schema) throw newer();
    if (found !== schema) await settings.put({ key: "schema", value: schema });
  });
}

function tablesOf(dexie: Dexie, outdated: () => boolean, giveWay: () => void): Database {
  const errorFor = (cause: unknown, facts?: Facts) => (outdated() ? newer(cause) : storageError(cause, facts));
  return {
    name: dexie.name,
    dexie,
    meta: dexie.table("meta"),
    segments: dexie.table("seg"),
    snapshots: dexie.table("snap"),
    files: dexie.table("file"),
    checklists: dexie.table("checklist"),
    identities: dexie.table("keys"),
    settings: dexie.table("kv"),
    giveWay,
    errorFor,
    async attempt(facts, work) {
      try {
        return await work();
      } catch (cause) {
        throw errorFor(cause, facts);
      }
    },
  };
}

function newer(cause?: unknown): WorkbenchError {
  const message = "A newer version of the workbench has opened these data; this page must be loaded again.";
  return new WorkbenchError("storage-newer-version", message, { cause });
}
