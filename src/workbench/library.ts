import { createMemo, createSignal } from "solid-js";
import {
  summarize,
  WorkbenchError,
  type ChecklistId,
  type ChecklistRef,
  type ChecklistSummary,
  type Digest,
  type Parsed,
  type PinnedChecklist,
  type ReportTemplate,
  type TemplateId,
} from "#domain";
import type { Storage } from "#storage";
import { sha256 } from "./sha256.ts";
import type { TemplateSummary } from "./workbench.ts";

/** The content that comes with the app, read and checked when it was built; opened one by one. */
export interface BundledLibrary {
  readonly checklists: readonly { readonly summary: ChecklistSummary; readonly load: () => Promise<PinnedChecklist> }[];
  readonly templates: readonly ReportTemplate[];
}

export interface Library {
  readonly checklists: () => readonly ChecklistSummary[];
  readonly templates: () => readonly TemplateSummary[];
  readonly template: (id: TemplateId) => ReportTemplate;
  /** The checklist that best fits the reference: same digest, else same version, else same id; null when the id is unknown. */
  readonly find: (ref: Pick<ChecklistRef, "id"> & Partial<ChecklistRef>) => Promise<PinnedChecklist | null>;
  readonly add: (bytes: Uint8Array) => Promise<Parsed<ChecklistSummary>>;
  readonly remove: (digest: Digest) => Promise<void>;
  readonly refresh: () => Promise<void>;
}

interface Shelved {
  readonly summary: ChecklistSummary;
  readonly load: () => Promise<PinnedChecklist>;
}

export function createLibrary(bundled: BundledLibrary, storage: () => Promise<Storage>): Library {
  const [own, setOwn] = createSignal<readonly Shelved[]>([]);
  const shelf = createMemo(() => [...bundled.checklists, ...own()]);

  const refresh = async () => {
    const rows = await (await storage()).listChecklists();
    if (rows.length === 0) return void setOwn([]);
    const { parseChecklist } = await import("#content");
    setOwn(
      rows.flatMap((row): readonly Shelved[] => {
        const parsed = parseChecklist(row.text);
        if (!parsed.ok) return [];
        const pinned = { checklist: parsed.value, digest: row.digest };
        return [{ summary: summarize(pinned), load: async () => pinned }];
      }),
    );
  };

  return {
    checklists: () => shelf().map((one) => one.summary),
    templates: () => bundled.templates.map(({ id, title, description }) => ({ id, title, description })),
    template: (id) => {
      const found = bundled.templates.find((one) => one.id === id);
      if (!found) throw new WorkbenchError("not-found", `There is no report template ${id}.`);
      return found;
    },
    find: async (ref) => {
      const named = shelf().filter((one) => one.summary.id === ref.id);
      const best =
        named.find((one) => one.summary.digest === ref.digest) ??
        named.find((one) => one.summary.version === ref.version) ??
        named.at(-1);
      return best ? best.load() : null;
    },
    add: async (bytes) => {
      const { parseChecklist } = await import("#content");
      const parsed = parseChecklist(bytes);
      if (!parsed.ok) return parsed;
      const pinned = { checklist: parsed.value, digest: await sha256(bytes) };
      const { id, version } = pinned.checklist;
      await (await storage()).putChecklist({ digest: pinned.digest, id, version, text: new TextDecoder().decode(bytes) });
      await refresh();
      return { ok: true, value: summarize(pinned), problems: parsed.problems };
    },
    remove: async (digest) => {
      await (await storage()).removeChecklist(digest);
      await refresh();
    },
    refresh,
  };
}

/** How an assessment pins a checklist that is here. */
export function refOf(id: ChecklistId, pinned: PinnedChecklist): ChecklistRef {
  return { id, version: pinned.checklist.version, digest: pinned.digest };
}
