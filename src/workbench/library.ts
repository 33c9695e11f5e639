import { createMemo, createSignal } from "solid-js";
import {
  namesPhases,
  orderVersions,
  summarize,
  WorkbenchError,
  type Checklist,
  type ChecklistRef,
  type ChecklistId,
  type ChecklistSummary,
  type Crosswalk,
  type DecisionTree,
  type DecisionTreeId,
  type DecisionTreeSummary,
  type Digest,
  type LeftOut,
  type Lifecycles,
  type LifecycleView,
  type LifecycleViewId,
  type LifecycleViewSummary,
  type Parsed,
  type PinnedChecklist,
  type ReportTemplate,
  type TemplateId,
} from "#domain";
import type { Storage, StoredChecklist } from "#storage";
import type { ChecklistFileKind } from "./checklist-file.ts";
import { isWhatIsNamed } from "./is-what-is-named.ts";
import { createKeptVersions, type KeptVersions } from "./kept-versions.ts";
import { sha256 } from "./sha256.ts";
import type { AddedChecklists } from "./checklist-editing.ts";
import type { SavedFile } from "./saved-file.ts";
import type { TemplateSummary } from "./workbench.ts";

/** The content that comes with the app, read and checked when it was built; opened one by one. */
export interface BundledLibrary {
  readonly checklists: readonly ShelvedChecklist[];
  readonly templates: readonly ReportTemplate[];
  readonly crosswalk: () => Promise<Crosswalk>;
  readonly lifecycles: { readonly views: readonly LifecycleViewSummary[]; readonly load: () => Promise<Lifecycles> };
  readonly trees: readonly { readonly summary: DecisionTreeSummary; readonly load: () => Promise<DecisionTree> }[];
}

export interface ShelvedChecklist {
  readonly summary: ChecklistSummary;
  readonly load: () => Promise<PinnedChecklist>;
  /** the exact text, whose bytes have the digest */
  readonly text: () => Promise<string>;
}

export interface Library {
  readonly checklists: () => readonly ChecklistSummary[];
  readonly templates: () => readonly TemplateSummary[];
  readonly template: (id: TemplateId) => ReportTemplate;
  readonly crosswalk: () => Promise<Crosswalk>;
  readonly trees: readonly DecisionTreeSummary[];
  /** Throws not-found for a tree that is not here. */
  readonly tree: (id: DecisionTreeId) => Promise<DecisionTree>;
  /** Throws report-failed when it cannot be loaded or is not there. */
  readonly lifecycle: (id: LifecycleViewId) => Promise<LifecycleView>;
  /** The checklist of that name that is offered: the newest of one's own, else the one that comes with the app. */
  readonly offered: (id: ChecklistId) => Promise<PinnedChecklist | null>;
  /** The very version, from the shelf or kept; null when its text is not here. */
  readonly exact: (ref: ChecklistRef) => Promise<PinnedChecklist | null>;
  /** The checklist that best fits the reference: the very version, else one of its number, else the one offered; null when the id is unknown. */
  readonly find: (ref: ChecklistRef) => Promise<PinnedChecklist | null>;
  /** Keeps the texts of versions that an assessment names; those whose text is not here are passed over. */
  readonly keep: (checklists: readonly PinnedChecklist[]) => Promise<void>;
  /** Whether the text of a version is here, on the shelf or kept. */
  readonly has: (digest: Digest) => Promise<boolean>;
  /** The exact text of a version, for handing it over; null when it is not here. */
  readonly textOf: (digest: Digest) => Promise<string | null>;
  readonly kept: KeptVersions;
  /** What stands on the shelf. Throws not-found. */
  readonly open: (digest: Digest) => Promise<PinnedChecklist>;
  readonly exportFile: (digest: Digest, as: ChecklistFileKind) => Promise<SavedFile>;
  readonly add: (bytes: Uint8Array) => Promise<Parsed<AddedChecklists>>;
  /** Takes a checklist off the shelf; its text stays while an assessment names it. Gives what puts it back. */
  readonly remove: (digest: Digest) => Promise<() => Promise<void>>;
  readonly refresh: () => Promise<void>;
}

export function createLibrary(bundled: BundledLibrary, storage: () => Promise<Storage>): Library {
  const [own, setOwn] = createSignal<readonly ShelvedChecklist[]>([]);
  const kept = createKeptVersions(storage);
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
  const named = async (id: ChecklistId) => {
    await ready();
    return shelf().filter((one) => one.summary.id === id);
  };
  const offered: Library["offered"] = async (id) => (await named(id)).at(-1)?.load() ?? null;
  const exact: Library["exact"] = async (ref) => {
    const shelved = (await named(ref.id)).find(({ summary }) => isWhatIsNamed(ref, { checklist: summary, digest: summary.digest }));
    return shelved ? shelved.load() : kept.find(ref).catch(() => null);
  };
  /** Whether an assessment that says what it names does so, or one does not say. */
  const isPinned = async (digest: Digest) => (await (await storage()).listMeta()).some((one) => one.pins?.includes(digest) ?? true);

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
      const { checklistFile } = await import("./checklist-file.ts");
      return checklistFile(summary.id, summary.version, as, async () => (await load()).checklist, text);
    },
    checklists: () => shelf().map((one) => one.summary),
    templates: () => bundled.templates.map((one) => ({ ...one, namesPhases: namesPhases(one) })),
    template: (id) => {
      const found = bundled.templates.find((one) => one.id === id);
      if (!found) throw new WorkbenchError("not-found", `There is no report template ${id}.`);
      return found;
    },
    crosswalk: bundled.crosswalk,
    trees: bundled.trees.map((one) => one.summary),
    tree: async (id) => {
      const found = bundled.trees.find((one) => one.summary.id === id);
      if (!found) throw new WorkbenchError("not-found", `There is no decision tree ${id}.`);
      return found.load();
    },
    lifecycle: async (id) => {
      const found = (await bundled.lifecycles.load().catch(() => null))?.views.find((one) => one.id === id);
      if (!found) throw new WorkbenchError("report-failed", `The lifecycle ${id} could not be loaded.`);
      return found;
    },
    offered,
    exact,
    find: async (ref) => {
      const { id, version } = ref;
      return (await exact(ref)) ?? (await exact({ id, version })) ?? offered(id);
    },
    keep: async (checklists) => {
      for (const { checklist, digest } of checklists) {
        const bundled = (await named(checklist.id)).find((one) => one.summary.digest === digest);
        if (bundled) await kept.keep({ digest, id: checklist.id, version: checklist.version }, bundled.text);
      }
    },
    has: async (digest) => {
      await ready();
      return shelf().some((one) => one.summary.digest === digest) || kept.has(digest);
    },
    textOf: async (digest) => {
      await ready();
      const shelved = shelf().find((one) => one.summary.digest === digest);
      return shelved ? shelved.text() : kept.textOf(digest);
    },
    kept,
    add: async (bytes) => {
      const read = await readOwn(bytes);
      if (!read.ok) return read;
      const { files, left } = read.value;
      const pinned = await Promise.all(files.map(async ({ checklist, bytes: own }) => ({ checklist, digest: await sha256(own), text: exactText(own) })));
      const shelf = await storage();
      for (const { checklist, digest, text } of pinned) {
        const { id, version } = checklist;
        const former = own().filter((one) => one.summary.id === id && one.summary.version === version && one.summary.digest !== digest);
        await shelf.putChecklist({ digest, id, version, text });
        for (const one of former) await shelf.removeChecklist(one.summary.digest, { keep: await isPinned(one.summary.digest) });
      }
      await refresh();
      return { ok: true, value: { summaries: pinned.map((one) => ({ ...summarize(one), own: true as const })), left }, problems: read.problems };
    },
    remove: async (digest) => {
      const shelf = await storage();
      const row = (await shelf.listChecklists()).find((one) => one.digest === digest);
      if (!row) throw new WorkbenchError("not-found", "This checklist is not on the shelf.");
      await shelf.removeChecklist(digest, { keep: await isPinned(digest) });
      await refresh();
      return async () => {
        await shelf.putChecklist(row);
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

/** In the order of their versions, so that the newest of one name stands last. */
async function shelve(rows: readonly StoredChecklist[]): Promise<readonly ShelvedChecklist[]> {
  const { parseChecklist } = await import("#content");
  const shelved = rows.flatMap((row): readonly ShelvedChecklist[] => {
    const parsed = parseChecklist(row.text);
    if (!parsed.ok) return [];
    const pinned = { checklist: parsed.value, digest: row.digest };
    return [{ summary: { ...summarize(pinned), own: true }, load: async () => pinned, text: async () => row.text }];
  });
  return shelved.toSorted((a, b) => orderVersions(a.summary.version, b.summary.version));
}

/** With its byte order mark, so that it still has the digest of its bytes. */
function exactText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
