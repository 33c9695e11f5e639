import { createMemo, createSignal } from "solid-js";
import {
  summarize,
  WorkbenchError,
  type Checklist,
  type ChecklistRef,
  type ChecklistSummary,
  type Crosswalk,
  type Digest,
  type LeftOut,
  type Parsed,
  type PinnedChecklist,
  type ReportTemplate,
  type TemplateId,
} from "#domain";
import type { Storage, StoredChecklist } from "#storage";
import { checklistFile, type ChecklistFileKind } from "./checklist-file.ts";
import { sha256 } from "./sha256.ts";
import type { AddedChecklists, SavedFile, TemplateSummary } from "./workbench.ts";

/** The content that comes with the app, read and checked when it was built; opened one by one. */
export interface BundledLibrary {
  readonly checklists: readonly Shelved[];
  readonly templates: readonly ReportTemplate[];
  readonly crosswalk: () => Promise<Crosswalk>;
}

export interface Library {
  readonly checklists: () => readonly ChecklistSummary[];
  readonly templates: () => readonly TemplateSummary[];
  readonly template: (id: TemplateId) => ReportTemplate;
  readonly crosswalk: () => Promise<Crosswalk>;
  /** The checklist that best fits the reference: same digest, else same version, else same id; null when the id is unknown. */
  readonly find: (ref: Pick<ChecklistRef, "id"> & Partial<ChecklistRef>) => Promise<PinnedChecklist | null>;
  /** Throws not-found. */
  readonly open: (digest: Digest) => Promise<PinnedChecklist>;
  readonly exportFile: (digest: Digest, as: ChecklistFileKind) => Promise<SavedFile>;
  readonly add: (bytes: Uint8Array) => Promise<Parsed<AddedChecklists>>;
  readonly remove: (digest: Digest) => Promise<() => Promise<void>>;
  readonly refresh: () => Promise<void>;
}

interface Shelved {
  readonly summary: ChecklistSummary;
  readonly load: () => Promise<PinnedChecklist>;
  /** the very text that the digest is of; absent: it is written anew */
  readonly text?: () => Promise<string>;
}

export function createLibrary(bundled: BundledLibrary, storage: () => Promise<Storage>): Library {
  const [own, setOwn] = createSignal<readonly Shelved[]>([]);
  const shelf = createMemo(() => [...bundled.checklists, ...own()]);

  let turn = 0;
  let loaded: Promise<void> | null = null;
  const read = async () => {
    const mine = (turn += 1);
    const rows = await (await storage()).listChecklists();
    const shelved = rows.length > 0 ? await shelve(rows) : [];
    if (mine === turn) setOwn(shelved);
  };
  const refresh = () => (loaded = read());
  /** What comes with the app is found even where storage is not. */
  const ready = () => (loaded ?? refresh()).catch(() => undefined);

  const shelved = async (digest: Digest) => {
    await ready();
    const found = shelf().find((one) => one.summary.digest === digest);
    if (!found) throw new WorkbenchError("not-found", "This checklist is not on the shelf.");
    return found;
  };

  return {
    open: async (digest) => (await shelved(digest)).load(),
    exportFile: async (digest, as) => {
      const { summary, load, text } = await shelved(digest);
      return checklistFile(summary.id, summary.version, as, async () => (await load()).checklist, text);
    },
    checklists: () => shelf().map((one) => one.summary),
    templates: () => bundled.templates.map(({ id, title, description }) => ({ id, title, description })),
    template: (id) => {
      const found = bundled.templates.find((one) => one.id === id);
      if (!found) throw new WorkbenchError("not-found", `There is no report template ${id}.`);
      return found;
    },
    crosswalk: bundled.crosswalk,
    find: async (ref) => {
      await ready();
      const named = shelf().filter((one) => one.summary.id === ref.id);
      const best =
        named.find((one) => one.summary.digest === ref.digest) ??
        named.find((one) => one.summary.version === ref.version) ??
        named.at(-1);
      return best ? best.load() : null;
    },
    add: async (bytes) => {
      const read = await readOwn(bytes);
      if (!read.ok) return read;
      const { files, left } = read.value;
      const pinned = await Promise.all(files.map(async ({ checklist, bytes: own }) => ({ checklist, digest: await sha256(own), text: exactText(own) })));
      const shelf = await storage();
      for (const { checklist, digest, text } of pinned) await shelf.putChecklist({ digest, id: checklist.id, version: checklist.version, text });
      await refresh();
      return { ok: true, value: { summaries: pinned.map((one) => ({ ...summarize(one), own: true as const })), left }, problems: read.problems };
    },
    remove: async (digest) => {
      const shelf = await storage();
      const kept = (await shelf.listChecklists()).find((one) => one.digest === digest);
      if (!kept) throw new WorkbenchError("not-found", "This checklist is not on the shelf.");
      await shelf.removeChecklist(digest);
      await refresh();
      return async () => {
        await shelf.putChecklist(kept);
        await refresh();
      };
    },
    refresh,
  };
}

interface OwnFile {
  readonly checklist: Checklist;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A checklist as it was brought, the one that a spreadsheet says, or those that a foreign library becomes. */
async function readOwn(bytes: Uint8Array): Promise<Parsed<{ readonly files: readonly OwnFile[]; readonly left: readonly LeftOut[] }>> {
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
  const read = readForeignLibrary(bytes);
  if (!read.ok) return read;
  const files = read.value.checklists.map(({ checklist, yaml }) => ({ checklist, bytes: new TextEncoder().encode(yaml) }));
  return { ...read, value: { files, left: read.value.left } };
}

async function shelve(rows: readonly StoredChecklist[]): Promise<readonly Shelved[]> {
  const { parseChecklist } = await import("#content");
  return rows.flatMap((row): readonly Shelved[] => {
    const parsed = parseChecklist(row.text);
    if (!parsed.ok) return [];
    const pinned = { checklist: parsed.value, digest: row.digest };
    return [{ summary: { ...summarize(pinned), own: true }, load: async () => pinned, text: async () => row.text }];
  });
}

/** With its byte order mark, so that it still has the digest of its bytes. */
function exactText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** How an assessment pins a checklist that is here. */
export function refOf({ checklist, digest }: PinnedChecklist): ChecklistRef {
  return { id: checklist.id, version: checklist.version, digest };
}
