import type { Digest, Instant } from "#domain";
import type { Storage } from "#storage";
import type { Drafts } from "./create-drafts.ts";
import type { Library } from "./library.ts";
import type { ChecklistEditing } from "./checklist-editing.ts";
import type { SavedFile } from "./saved-file.ts";

export interface ChecklistEditor {
  readonly edit: (of: Digest | null) => Promise<ChecklistEditing>;
  readonly template: () => Promise<SavedFile>;
  readonly settled: () => Promise<void>;
  readonly hasUnsaved: () => boolean;
}

export interface EditorSurroundings {
  readonly storage: () => Promise<Storage>;
  readonly library: Library;
  readonly drafts: Drafts;
  readonly clock: () => Instant;
  readonly randomId: () => string;
}

/** Runs a write of the draft `key`, and knows until it succeeds that there is something unsaved. */
export type TrackWrite = (key: string, write: () => Promise<void>) => Promise<void>;

/** One draft for each checklist that it began with, and one for a new one; each in one tab at a time. Loaded when first asked for. */
export function createChecklistEditor(around: EditorSurroundings): ChecklistEditor {
  const writes = new Set<Promise<void>>();
  const failed = new Set<string>();
  const track: TrackWrite = async (key, write) => {
    const writing = write();
    writes.add(writing);
    try {
      await writing;
      failed.delete(key);
    } catch (error) {
      failed.add(key);
      throw error;
    } finally {
      writes.delete(writing);
    }
  };
  return {
    edit: async (of) => {
      const { editChecklist } = await import("./edit-checklist.ts");
      return editChecklist(around, of, track);
    },
    template: async () => {
      const { templateFile } = await import("./edit-checklist.ts");
      return templateFile(around.clock().slice(0, 10), around.randomId);
    },
    settled: async () => void (await Promise.allSettled(writes)),
    hasUnsaved: () => writes.size > 0 || failed.size > 0,
  };
}
