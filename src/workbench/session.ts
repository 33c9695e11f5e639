import type { Accessor } from "solid-js";
import type {
  AiSystem,
  Answer,
  Assessment,
  AssessmentEvent,
  AssessmentId,
  AssessmentResult,
  CalendarDate,
  ChecklistId,
  ChecklistRef,
  Classification,
  ConcludedWalk,
  DecisionTree,
  ErrorCode,
  Evidence,
  EvidenceId,
  Instant,
  Language,
  LifecycleReading,
  PinnedChecklist,
  Problem,
  Profile,
  QuestionId,
  Related,
  ReportDocument,
  TemplateId,
} from "#domain";
import type { Conflict } from "#journal";
import type { MissingCharacter } from "#report";
import type { ProfileTrial } from "./profile-trial.ts";
import type { Proposals } from "./proposals.ts";
import type { SavedFile } from "./saved-file.ts";
import type { Upgrade, UpgradePlan } from "./upgrade.ts";

/** One open assessment. */
export interface Session {
  readonly id: AssessmentId;
  readonly assessment: Accessor<Assessment>;
  readonly checklists: Accessor<readonly PinnedChecklist[]>;
  /** named by the assessment, but not here or in another version: what differs, and the checklist that is here */
  readonly differences: Accessor<readonly Problem[]>;
  readonly adoptVersions: () => void;
  /** newer versions of its checklists that are here, beside those it names and is scored with */
  readonly upgrades: Accessor<readonly Upgrade[]>;
  /** What taking a newer version over would change; nothing is written. Throws not-found. */
  readonly planUpgrade: (upgrade: Upgrade) => Promise<UpgradePlan>;
  /** One change: the newer version is named, and every answer that does not simply stand names the wording it was given to. */
  readonly takeOver: (plan: UpgradePlan) => void;
  /** Remembers in this browser that a newer version is not wanted now. */
  readonly putOff: (upgrade: Upgrade) => Promise<void>;
  /** The version that an answer was given to, reactive; null until it is read, and where its text is not here. */
  readonly earlierVersion: (ref: ChecklistRef) => PinnedChecklist | null;
  readonly result: Accessor<AssessmentResult>;
  /** `result` through the lifecycle that the settings name (S8); loaded when first asked for */
  readonly phases: Accessor<PhaseReading>;
  readonly conflicts: Accessor<readonly Conflict[]>;
  /** S17: what the bundled crosswalk relates a question to, reactive; empty until it is loaded. No figure reads it. */
  readonly relatedTo: (checklist: ChecklistId, question: QuestionId) => readonly Related[];
  readonly proposals: Proposals;
  readonly journal: Accessor<readonly AssessmentEvent[]>;
  /** false while another tab edits; edits then throw locked-elsewhere */
  readonly isEditing: Accessor<boolean>;
  readonly saveState: Accessor<SaveState>;
  /** tries again what could not be saved */
  readonly retrySave: () => void;

  readonly describeSystem: (system: AiSystem) => void;
  /** With classifications by which it came about: one change, undone as one. */
  readonly setProfile: (profile: Profile, classifications?: readonly Classification[]) => void;
  /** Records a walk and enters what it sets in the profile: one change, undone as one. */
  readonly classify: (tree: DecisionTree, walk: ConcludedWalk, said: { readonly on: CalendarDate; readonly note?: string }) => void;
  /** What another profile would change (S18); nothing is recorded. */
  readonly tryProfile: (profile: Profile) => ProfileTrial;
  readonly setAssessedAt: (date: CalendarDate) => void;
  readonly chooseChecklists: (ids: readonly ChecklistId[]) => Promise<void>;
  /** null takes the answer back. Saying the same again writes nothing. */
  readonly answer: (checklist: ChecklistId, question: QuestionId, answer: Answer | null) => void;
  /** Several answers as one change, undone as one. */
  readonly answerAll: (answers: readonly GivenAnswer[]) => void;
  /** New or changed evidence, by its id. */
  readonly recordEvidence: (evidence: Evidence) => void;
  /** Hashes a file, keeps its bytes in this browser and records it; gives its id. Throws too-large as bad-input. */
  readonly attachFile: (file: File, dates?: Pick<Evidence, "effectiveFrom" | "expires">) => Promise<EvidenceId>;
  readonly newEvidenceId: () => EvidenceId;
  /** the bytes of an evidence file, if they are in this browser */
  readonly readFile: (sha256: string) => Promise<Uint8Array | null>;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;

  /** Through the lifecycle that the settings name. Throws report-failed when that cannot be loaded. */
  readonly composeReport: (template: TemplateId, language: Language, options?: ReportOptions) => Promise<ReportDocument>;
  /** In a worker. `missing` lists the characters that no font has; the paper shows their numbers. Throws report-failed, font-unreadable. */
  readonly renderReport: (
    document: ReportDocument,
    options?: { readonly onProgress?: (share: number) => void },
  ) => Promise<{ readonly bytes: Uint8Array; readonly missing: readonly MissingCharacter[] }>;
  /** Signs, checks its own signature and records in the journal over which state the report was composed. */
  readonly signReport: (pdf: Uint8Array, identity: string, details: SigningDetails) => Promise<SavedFile>;
  readonly reportFileName: (template: TemplateId, language: Language) => string;
}

/** How the phases are read: by our own, or through the lifecycle that the settings name. */
export type PhaseReading =
  | { readonly kind: "own" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly retry: () => void }
  | { readonly kind: "view"; readonly reading: LifecycleReading };

/** An answer with the question it is given to. */
export interface GivenAnswer {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly answer: Answer;
}

export type SaveState =
  /** at is null until something was saved in this session */
  | { readonly kind: "saved"; readonly at: Instant | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly code: ErrorCode };

export interface ReportOptions {
  /** Whether the PDF carries the assessment and its figures as files; they are when nothing is said. */
  readonly withData?: boolean;
}

export interface SigningDetails {
  readonly template: TemplateId;
  readonly language: Language;
  readonly reason?: string;
}

/** A text that is being typed: committed after a pause, on leaving the field, and when the page goes away. */
export interface Draft {
  readonly text: Accessor<string>;
  readonly setText: (text: string) => void;
  readonly flush: () => void;
}
