import {
  isWhatIsNamed,
  namesPhases,
  WorkbenchError,
  type ChecklistRef,
  type ChecklistId,
  type ChecklistSummary,
  type Crosswalk,
  type DecisionTree,
  type DecisionTreeId,
  type DecisionTreeSummary,
  type Digest,
  type Lifecycles,
  type LifecycleView,
  type LifecycleViewId,
  type LifecycleViewSummary,
  type Parsed,
  type PinnedChecklist,
  type QuestionGroup,
  type ReportTemplate,
  type TemplateId,
} from "#domain";
import type { Storage } from "#storage";
import { addChecklists, groupsIn, removeChecklist } from "./bring-checklists.ts";
import type { AddedChecklists } from "./checklist-editing.ts";
import type { ChecklistFileKind } from "./checklist-file.ts";
import { createShelf, type Shelf, type ShelvedChecklist } from "./create-shelf.ts";
import { createKeptVersions, type KeptVersions } from "./kept-versions.ts";
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
  readonly add: (bytes: Uint8Array, groups?: readonly string[]) => Promise<Parsed<AddedChecklists>>;
  /** The groups of a foreign library that one may choose from; none of what is no such library. */
  readonly groupsIn: (bytes: Uint8Array) => Promise<readonly QuestionGroup[]>;
  /** Takes a checklist off the shelf; its text stays while an assessment names it. Gives what puts it back. */
  readonly remove: (digest: Digest) => Promise<() => Promise<void>>;
  readonly refresh: () => Promise<void>;
}

export function createLibrary(bundled: BundledLibrary, storage: () => Promise<Storage>): Library {
  const shelf = createShelf(bundled.checklists, storage);
  const kept = createKeptVersions(storage);
  return {
    ...bundledContent(bundled),
    ...versionsOn(shelf, kept),
    kept,
    checklists: () => shelf.all().map((one) => one.summary),
    open: async (digest) => (await shelf.take(digest)).load(),
    exportFile: async (digest, as) => {
      const { summary, load, text } = await shelf.take(digest);
      const { checklistFile } = await import("./checklist-file.ts");
      return checklistFile(summary.id, summary.version, as, async () => (await load()).checklist, text);
    },
    add: (bytes, groups) => addChecklists(shelf, storage, bytes, groups ?? null),
    groupsIn,
    remove: async (digest) => removeChecklist(shelf, await storage(), digest),
    refresh: shelf.refresh,
  };
}

/** What comes with the app besides checklists. */
function bundledContent(bundled: BundledLibrary): Pick<Library, "templates" | "template" | "crosswalk" | "trees" | "tree" | "lifecycle"> {
  return {
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
  };
}

/** The texts of versions, wherever they are: on the shelf, or kept for the assessments that name them. */
function versionsOn(shelf: Shelf, kept: KeptVersions): Pick<Library, "offered" | "exact" | "find" | "keep" | "has" | "textOf"> {
  const offered: Library["offered"] = async (id) => (await shelf.named(id)).at(-1)?.load() ?? null;
  const exact: Library["exact"] = async (ref) => {
    const shelved = (await shelf.named(ref.id)).find(({ summary }) => isWhatIsNamed(ref, { checklist: summary, digest: summary.digest }));
    return shelved ? shelved.load() : kept.find(ref).catch(() => null);
  };
  return {
    offered,
    exact,
    find: async (ref) => {
      const { id, version } = ref;
      return (await exact(ref)) ?? (await exact({ id, version })) ?? offered(id);
    },
    keep: async (checklists) => {
      for (const { checklist, digest } of checklists) {
        const shelved = await shelf.find(digest);
        if (shelved) await kept.keep({ digest, id: checklist.id, version: checklist.version }, shelved.text);
      }
    },
    has: async (digest) => (await shelf.find(digest)) !== null || kept.has(digest),
    textOf: async (digest) => (await shelf.find(digest))?.text() ?? kept.textOf(digest),
  };
}
