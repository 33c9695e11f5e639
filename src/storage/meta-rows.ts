import { liveQuery } from "dexie";
import type { AssessmentId, AssessmentMeta, Instant, WorkbenchError } from "#domain";
import type { Database, MetaRow } from "./database.ts";
import type { Sealer } from "./sealer.ts";
import { isStoredMeta } from "./shapes.ts";
import { damaged, thrown } from "./storage-error.ts";
import { openJson, placeOf, sealJson } from "./stored-json.ts";
import type { Storage } from "./storage.ts";

type MetaRows = Pick<Storage, "listMeta" | "watchMeta" | "putMeta" | "markExported">;

export function createMetaRows(db: Database, sealer: Sealer, onDamage: (failure: WorkbenchError) => void): MetaRows {
  const openAll = async (rows: readonly MetaRow[]) => {
    const opened = await Promise.all(rows.map((row) => openMeta(sealer, row, onDamage)));
    return opened.filter((meta) => meta !== null).toSorted(byLatestEdit);
  };
  return {
    listMeta: () => db.attempt({}, async () => openAll(await db.meta.toArray())),
    watchMeta(listener) {
      let latest = 0;
      let stopped = false;
      const subscription = liveQuery(() => db.meta.toArray()).subscribe({
        next: async (rows) => {
          const turn = (latest += 1);
          const metas = await openAll(rows);
          if (!stopped && turn === latest) listener(metas);
        },
        error: (cause) => stopped || onDamage(db.errorFor(cause)),
      });
      return () => {
        stopped = true;
        subscription.unsubscribe();
      };
    },
    putMeta: (meta) =>
      db.attempt({ assessment: meta.id }, async () => {
        const sealed = await sealMeta(sealer, meta);
        await changeRow(db, meta.id, (before) => withLaterExport({ ...clearPart(meta, before.tag), sealed }, before));
      }),
    markExported: (id, at, events) =>
      db.attempt({ assessment: id }, () =>
        changeRow(db, id, (before) => withLaterExport({ ...before, exportedAt: at, exportedEvents: events }, before)),
      ),
  };
}

export function metaPlace(id: AssessmentId): string {
  return placeOf("meta", "", id);
}

export function sealMeta(sealer: Sealer, meta: AssessmentMeta): Promise<Uint8Array> {
  return sealJson(sealer, meta, metaPlace(meta.id));
}

/** What of a row is not sealed. */
export function clearPart({ id, exportedAt, exportedEvents }: AssessmentMeta, tag: string): Omit<MetaRow, "sealed"> {
  return { id, tag, exportedAt, exportedEvents };
}

/** `row` with the fuller of both export marks: a tab that has not heard of an export does not unmake it, nor does a clock. */
export function withLaterExport(row: MetaRow, before: MetaRow | undefined): MetaRow {
  if (!before) return row;
  const more = row.exportedEvents - before.exportedEvents;
  if (more > 0 || (more === 0 && (before.exportedAt ?? "") <= (row.exportedAt ?? ""))) return row;
  return { ...row, exportedAt: before.exportedAt, exportedEvents: before.exportedEvents };
}

async function openMeta(sealer: Sealer, row: MetaRow, onDamage: (failure: WorkbenchError) => void): Promise<AssessmentMeta | null> {
  const { id, exportedAt, exportedEvents } = row;
  try {
    const value = await openJson(sealer, row.sealed, placeOf("meta", "", id));
    if (!isStoredMeta(value, id)) throw new TypeError("it does not describe this assessment");
    return { ...value, exportedAt: readInstant(exportedAt), exportedEvents: Number(exportedEvents) || 0 };
  } catch (cause) {
    onDamage(damaged(`meta ${id}`, cause, { assessment: id }));
    return null;
  }
}

async function changeRow(db: Database, id: AssessmentId, change: (before: MetaRow) => MetaRow): Promise<void> {
  await db.dexie.transaction("rw", db.meta, async () => {
    const before = await db.meta.get(id);
    if (!before) throw thrown("not-found", "No such assessment is stored.", { assessment: id });
    await db.meta.put(change(before));
  });
}

function readInstant(value: unknown): Instant | null {
  return typeof value === "string" ? value : null;
}

function byLatestEdit(a: AssessmentMeta, b: AssessmentMeta): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
