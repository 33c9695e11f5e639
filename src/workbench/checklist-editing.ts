import type { Accessor } from "solid-js";
import type { ChecklistDraft, ChecklistSummary, LeftOut, Parsed, PinnedChecklist, Problem } from "#domain";
import type { ChecklistFileKind } from "./checklist-file.ts";
import type { SavedFile } from "./saved-file.ts";
import type { SaveState } from "./session.ts";

/** A checklist that is being written. Its draft is kept in this browser until it is saved or discarded. */
export interface ChecklistEditing {
  /** what it began with; null for a new one */
  readonly base: PinnedChecklist | null;
  /** as it was kept, or else afresh */
  readonly draft: ChecklistDraft;
  readonly isResumed: boolean;
  /** as it would begin if nothing were kept */
  readonly fresh: () => ChecklistDraft;
  readonly newKey: () => string;
  /** Keeps the draft, after a pause and before the page goes away. */
  readonly keep: (draft: ChecklistDraft) => void;
  readonly saveState: Accessor<SaveState>;
  /** tries again what could not be kept */
  readonly retrySave: () => void;
  /** All that stands between the draft and the shelf; paths lead into the draft. */
  readonly check: (draft: ChecklistDraft) => Promise<readonly Problem[]>;
  /** Puts the draft on the shelf as a version that does not change any more, and forgets the draft. */
  readonly save: (draft: ChecklistDraft) => Promise<Parsed<ChecklistSummary>>;
  /** The draft as it stands, whole or not. */
  readonly exportAs: (draft: ChecklistDraft, as: ChecklistFileKind) => Promise<SavedFile>;
  /** Forgets the draft. */
  readonly discard: () => Promise<void>;
  /** Keeps what is open and lets another tab edit. */
  readonly close: () => void;
}

/** What a file added to the shelf. */
export interface AddedChecklists {
  /** one, or one for each framework of a foreign library */
  readonly summaries: readonly ChecklistSummary[];
  /** what of a foreign library is not there as it was; empty for a checklist of our own format */
  readonly left: readonly LeftOut[];
}
