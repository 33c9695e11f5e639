import { summarize, WorkbenchError, type Checklist, type Digest, type LeftOut, type Parsed, type QuestionGroup } from "#domain";
import type { Storage } from "#storage";
import type { AddedChecklists } from "./checklist-editing.ts";
import type { Shelf } from "./create-shelf.ts";
import { sha256 } from "./sha256.ts";

/**
 * Puts what a file holds on the shelf; one of the same name and version leaves it, and its text stays while an assessment
 * names it. `groups`: the tags of those of a foreign library whose questions every system is asked; null as it says itself.
 */
export async function addChecklists(shelf: Shelf, storage: () => Promise<Storage>, bytes: Uint8Array, groups: readonly string[] | null): Promise<Parsed<AddedChecklists>> {
  const read = await readOwn(bytes, groups);
  if (!read.ok) return read;
  const { files, left } = read.value;
  const pinned = await Promise.all(files.map(async ({ checklist, bytes: own }) => ({ checklist, digest: await sha256(own), text: exactText(own) })));
  const store = await storage();
  for (const { checklist, digest, text } of pinned) {
    const { id, version } = checklist;
    const former = shelf.own().filter((one) => one.summary.id === id && one.summary.version === version && one.summary.digest !== digest);
    await store.putChecklist({ digest, id, version, text });
    for (const one of former) await store.removeChecklist(one.summary.digest, { keep: await isPinned(store, one.summary.digest) });
  }
  await shelf.refresh();
  return { ok: true, value: { summaries: pinned.map((one) => ({ ...summarize(one), own: true as const })), left }, problems: read.problems };
}

/** The groups of a foreign library that one may choose from; none of what is no such library or cannot be read. */
export async function groupsIn(bytes: Uint8Array): Promise<readonly QuestionGroup[]> {
  const { looksLikeLibrary, looksLikeWorkbook, readForeignLibrary } = await import("#content");
  if (looksLikeWorkbook(bytes) || !looksLikeLibrary(bytes)) return [];
  const read = readForeignLibrary(bytes);
  return read.ok ? read.value.groups : [];
}

/** Takes a checklist off the shelf; its text stays while an assessment names it. Gives what puts it back. Throws not-found. */
export async function removeChecklist(shelf: Shelf, storage: Storage, digest: Digest): Promise<() => Promise<void>> {
  const row = (await storage.listChecklists()).find((one) => one.digest === digest);
  if (!row) throw new WorkbenchError("not-found", "This checklist is not on the shelf.");
  await storage.removeChecklist(digest, { keep: await isPinned(storage, digest) });
  await shelf.refresh();
  return async () => {
    await storage.putChecklist(row);
    await shelf.refresh();
  };
}

/** Whether an assessment that says what it names does so, or one does not say. */
async function isPinned(storage: Storage, digest: Digest): Promise<boolean> {
  return (await storage.listMeta()).some((one) => one.pins?.includes(digest) ?? true);
}

interface OwnFile {
  readonly checklist: Checklist;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A checklist as it was brought, the one that a spreadsheet says, or those that a foreign library becomes. */
async function readOwn(bytes: Uint8Array, groups: readonly string[] | null): Promise<Parsed<{ readonly files: readonly OwnFile[]; readonly left: readonly LeftOut[] }>> {
  const { looksLikeLibrary, looksLikeWorkbook, parseChecklist, readChecklistSheet, readForeignLibrary } = await import("#content");
  if (looksLikeWorkbook(bytes)) {
    const read = readChecklistSheet(bytes);
    if (!read.ok) return read;
    const { checklist, yaml, left } = read.value;
    return { ...read, value: { files: [{ checklist, bytes: new TextEncoder().encode(yaml) }], left } };
  }
  if (!looksLikeLibrary(bytes)) {
    const parsed = parseChecklist(bytes);
    return parsed.ok ? { ...parsed, value: { files: [{ checklist: parsed.value, bytes: new Uint8Array(bytes) }], left: [] } } : parsed;
  }
  const read = readForeignLibrary(bytes, groups);
  if (!read.ok) return read;
  const files = read.value.checklists.map(({ checklist, yaml }) => ({ checklist, bytes: new TextEncoder().encode(yaml) }));
  return { ...read, value: { files, left: read.value.left } };
}

/** With its byte order mark, so that it still has the digest of its bytes. */
function exactText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
