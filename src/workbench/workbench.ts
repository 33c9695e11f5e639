import type { Accessor } from "solid-js";
import type {
  AiSystem,
  Answer,
  Assessment,
  AssessmentEvent,
  AssessmentId,
  AssessmentMeta,
  AssessmentResult,
  CalendarDate,
  CarriedAnswer,
  ChecklistComparison,
  ChecklistDraft,
  ChecklistId,
  ChecklistRef,
  ChecklistResult,
  ChecklistSummary,
  ChoiceId,
  Classification,
  ConcludedWalk,
  DecisionTree,
  DecisionTreeId,
  DecisionTreeSummary,
  Digest,
  ErrorCode,
  Figure,
  Evidence,
  EvidenceId,
  IdentitySummary,
  Instant,
  Language,
  LeftOut,
  LifecycleReading,
  LifecycleViewId,
  LifecycleViewSummary,
  LocalText,
  NodeId,
  Parsed,
  PdfAttachment,
  PinnedChecklist,
  Problem,
  Profile,
  Proposal,
  ProposalSource,
  QuestionId,
  Related,
  RelatedEvidence,
  ReportDocument,
  ReportTemplate,
  TemplateId,
  VerificationResult,
} from "#domain";
import type { Conflict } from "#journal";
import type { MissingCharacter } from "#report";
import type { ChecklistFileKind } from "./checklist-file.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What the whole interface stands on. Reactive where it says Accessor; commands throw WorkbenchError and nothing else. */
export interface Workbench {
  readonly appVersion: string;
  /** Opened from a disk: every page that is opened so in this browser shares the store. */
  readonly isFromDisk: boolean;
  readonly settings: Settings;

  /** all assessments, last changed first; null until storage has answered */
  readonly assessments: Accessor<readonly AssessmentMeta[] | null>;
  /** bundled and own checklists */
  readonly checklists: Accessor<readonly ChecklistSummary[]>;
  readonly templates: Accessor<readonly TemplateSummary[]>;
  /** other lifecycles through which the phases can be read */
  readonly lifecycles: readonly LifecycleViewSummary[];
  /** bundled decision trees */
  readonly trees: readonly DecisionTreeSummary[];
  /** Throws not-found. */
  readonly tree: (id: DecisionTreeId) => Promise<DecisionTree>;
  readonly walks: Walks;

  /** the assessment that is open, or null; follows `open` */
  readonly session: Accessor<Session | null>;
  /** Opens an assessment, closing another. Throws not-found. */
  readonly open: (id: AssessmentId) => Promise<Session>;
  readonly close: () => Promise<void>;

  readonly create: (draft: NewAssessment) => Promise<AssessmentId>;
  /** What another profile would change for what is not stored yet; nothing is recorded. Throws not-found for a checklist. */
  readonly tryProfile: (draft: NewAssessment & Partial<Pick<Assessment, "answers" | "evidence">>, profile: Profile) => Promise<ProfileTrial>;
  readonly remove: (id: AssessmentId) => Promise<void>;
  /** The tracked customs sample, opened anew or as it already is. */
  readonly openSample: () => Promise<AssessmentId>;

  /** Reads an assessment file and says what would happen; nothing is stored before `confirm`. */
  readonly readAssessment: (bytes: Uint8Array) => Promise<Parsed<ImportPlan>>;
  /** The file to hand over; remembers that it was exported. */
  readonly exportAssessment: (id: AssessmentId) => Promise<SavedFile>;
  /** Reads an organisation's own checklist, YAML or a filled-in spreadsheet, or the frameworks of a CISO Assistant library, and keeps them. */
  readonly addChecklist: (bytes: Uint8Array) => Promise<Parsed<AddedChecklists>>;
  /** Takes an own checklist off the shelf; what comes back puts it there again, byte for byte. Throws not-found. */
  readonly removeChecklist: (digest: Digest) => Promise<() => Promise<void>>;
  /** A checklist of the shelf as a file: its very YAML, or a spreadsheet that reads back as the same checklist. Throws not-found. */
  readonly exportChecklist: (digest: Digest, as: ChecklistFileKind) => Promise<SavedFile>;
  /** A spreadsheet to write a checklist in. */
  readonly checklistTemplate: () => Promise<SavedFile>;
  /** Opens the draft of a new checklist, or of one that begins with another. Throws not-found, locked-elsewhere. */
  readonly editChecklist: (of: Digest | null) => Promise<ChecklistEditing>;

  readonly identities: Accessor<readonly IdentitySummary[]>;
  readonly createIdentity: (input: NewIdentity) => Promise<IdentitySummary>;
  readonly importIdentity: (p12: Uint8Array, passphrase: string) => Promise<Parsed<IdentitySummary>>;
  readonly removeIdentity: (id: string) => Promise<void>;

  readonly verify: (pdf: Uint8Array) => Promise<VerificationResult>;
  /** The files that a PDF carries; none for what is no readable PDF. */
  readonly readAttachments: (pdf: Uint8Array) => Promise<readonly CarriedFile[]>;
  /** A second signature by an identity of this browser, checked with all others. Throws not-countersignable, identity-unavailable, pdf-not-signable, signing-failed. */
  readonly countersign: (pdf: SavedFile, identity: string, reason?: string) => Promise<SavedFile>;

  /** what the browser promises about keeping data; null until asked */
  readonly persistence: Accessor<Persistence | null>;
  readonly askToPersist: () => Promise<void>;
  /** a newer app is downloaded and waits */
  readonly updateReady: Accessor<boolean>;
  /** Saves every open draft, here and in other tabs, then starts the new version. */
  readonly applyUpdate: () => Promise<void>;
  /** why storage cannot be used, or null */
  readonly failure: Accessor<ErrorCode | null>;
  /** another tab has upgraded the store: this one must be loaded again */
  readonly outdated: Accessor<boolean>;
  /** How many assessments this browser listed at the last use and has thrown away since; 0 when none, and after `takeNote`. */
  readonly loss: { readonly count: Accessor<number>; readonly takeNote: () => void };
}

export interface Settings {
  readonly language: Accessor<Language>;
  readonly setLanguage: (language: Language) => void;
  readonly theme: Accessor<Theme>;
  readonly setTheme: (theme: Theme) => void;
  /** the lifecycle through which gaps and reports are read; null: our own phases */
  readonly lifecycle: Accessor<LifecycleViewId | null>;
  readonly setLifecycle: (view: LifecycleViewId | null) => void;
  /** whose name stands on answers */
  readonly person: Accessor<string>;
  readonly setPerson: (name: string) => void;
}

/** What a file added to the shelf. */
export interface AddedChecklists {
  /** one, or one for each framework of a foreign library */
  readonly summaries: readonly ChecklistSummary[];
  /** what of a foreign library is not there as it was; empty for a checklist of our own format */
  readonly left: readonly LeftOut[];
}

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

export interface TemplateSummary extends Pick<ReportTemplate, "id" | "title" | "description" | "checklists"> {
  /** whether it reads otherwise through another lifecycle */
  readonly namesPhases: boolean;
}

/** How the phases are read: by our own, or through the lifecycle that the settings name. */
export type PhaseReading =
  | { readonly kind: "own" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly retry: () => void }
  | { readonly kind: "view"; readonly reading: LifecycleReading };

export interface NewAssessment {
  readonly system: AiSystem;
  readonly profile: Profile;
  readonly assessedAt: CalendarDate;
  readonly checklists: readonly ChecklistId[];
  /** by which the profile came about; recorded with it */
  readonly classifications?: readonly Classification[];
}

/** What another profile would change. */
export interface ProfileTrial {
  readonly before: Profile;
  readonly after: Profile;
  /** one for each chosen checklist, in order */
  readonly checklists: readonly TriedChecklist[];
}

export interface TriedChecklist {
  readonly id: ChecklistId;
  readonly title: LocalText;
  /** questions in scope (S2) before and after, and how many come in and go out */
  readonly inScope: { readonly before: number; readonly after: number; readonly enter: number; readonly leave: number };
  /**
   * S4: of the questions in scope before and after, those whose target is another then. `from` and `to` are given where
   * it is the same step for all of them.
   */
  readonly targets: { readonly moved: number; readonly from: number | null; readonly to: number | null };
  readonly before: TriedFigure;
  readonly after: TriedFigure;
}

export type TriedFigure = Figure & { readonly blocked: boolean };

/** A way through a tree that was begun or changed and not recorded. */
export interface KeptWalk {
  readonly answers: Readonly<Record<NodeId, ChoiceId>>;
  readonly note: string;
}

/** Ways that are not recorded yet, kept in this browser; `subject` is an assessment's id, or says that there is none yet. */
export interface Walks {
  readonly find: (subject: string, tree: DecisionTreeId) => KeptWalk | null;
  /** null drops it */
  readonly keep: (subject: string, tree: DecisionTreeId, walk: KeptWalk | null) => void;
  readonly dropAll: (subject: string) => void;
}

export interface NewIdentity {
  readonly commonName: string;
  readonly organisation?: string;
  readonly algorithm: "ecdsa-p256" | "rsa-3072";
}

export interface Persistence {
  readonly persisted: boolean;
  readonly usage: number | null;
  readonly quota: number | null;
}

/** What opening a file would do. */
export interface ImportPlan {
  readonly id: AssessmentId;
  readonly name: string;
  readonly answers: number;
  readonly events: number;
  /** the assessment is already here: confirming joins the two histories */
  readonly joins: { readonly newEvents: number; readonly conflicts: number } | null;
  /** how the file's checklists differ from those here, and what else a reader should know */
  readonly differences: readonly Problem[];
  readonly confirm: () => Promise<AssessmentId>;
}

export interface ReportOptions {
  /** Whether the PDF carries the assessment and its figures as files; they are when nothing is said. */
  readonly withData?: boolean;
}

/** A file inside a PDF. */
export interface CarriedFile extends PdfAttachment {
  /** null where the bytes cannot be read */
  readonly digest: Digest | null;
  /** it says that it is an assessment, so `readAssessment` can be asked */
  readonly isAssessment: boolean;
}

export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type SaveState =
  /** at is null until something was saved in this session */
  | { readonly kind: "saved"; readonly at: Instant | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly code: ErrorCode };

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

/** A newer version of a checklist than the one that an assessment names. */
export interface Upgrade {
  readonly from: ChecklistRef;
  readonly title: LocalText;
  readonly to: ChecklistSummary;
  /** somebody said “not now” in this browser */
  readonly isPutOff: boolean;
}

/** What a newer version would change: its questions and scales, what becomes of each answer, and the figures. */
export interface UpgradePlan {
  readonly before: PinnedChecklist;
  readonly after: PinnedChecklist;
  readonly comparison: ChecklistComparison;
  readonly answers: readonly CarriedAnswer[];
  readonly results: { readonly before: ChecklistResult; readonly after: ChecklistResult };
}

/** An answer with the question it is given to. */
export interface GivenAnswer {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly answer: Answer;
}

/** S17, reactive. All of it is empty or null until the crosswalk is loaded, which the first question asked of it begins. */
export interface Proposals {
  /** every level proposed for an unanswered question, checklist by checklist, in authored order */
  readonly all: Accessor<readonly Proposal[]>;
  /** What answers elsewhere let propose for a question, answered or not, the cautious first. */
  readonly sources: (checklist: ChecklistId, question: QuestionId) => readonly ProposalSource[] | null;
  /** Evidence of related questions that is not linked to this one. */
  readonly evidence: (checklist: ChecklistId, question: QuestionId) => readonly RelatedEvidence[];
  /** The evidence that accepting a proposal would link: what its first source stands on, less what is withdrawn or not recorded. */
  readonly evidenceOf: (proposal: Proposal) => readonly EvidenceId[];
  /** The figures as they would stand; nothing is recorded. */
  readonly preview: (proposals: readonly Proposal[], options: AcceptOptions) => AssessmentResult;
  /** Writes those that still stand as they were shown, as one change, undone as one; gives their number. */
  readonly accept: (proposals: readonly Proposal[], options: AcceptOptions) => number;
}

export interface AcceptOptions {
  /** links the evidence of each source too */
  readonly evidence: boolean;
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

export type { ChecklistFileKind, Conflict, MissingCharacter, ReportTemplate };
