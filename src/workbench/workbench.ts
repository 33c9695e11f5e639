import type { Accessor } from "solid-js";
import type {
  AiSystem,
  Assessment,
  AssessmentId,
  AssessmentMeta,
  CalendarDate,
  ChecklistId,
  ChecklistSummary,
  Classification,
  DecisionTree,
  DecisionTreeId,
  DecisionTreeSummary,
  Digest,
  ErrorCode,
  IdentitySummary,
  LifecycleViewSummary,
  Parsed,
  PdfAttachment,
  Problem,
  Profile,
  QuestionGroup,
  ReportTemplate,
  VerificationResult,
} from "#domain";
import type { Persistence } from "#storage";
import type { AddedChecklists, ChecklistEditing } from "./checklist-editing.ts";
import type { ChecklistFileKind } from "./checklist-file.ts";
import type { ProfileTrial } from "./profile-trial.ts";
import type { SavedFile } from "./saved-file.ts";
import type { Session } from "./session.ts";
import type { Settings } from "./settings.ts";
import type { Walks } from "./walks.ts";

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
  /** Reads an organisation's own checklist, YAML or a filled-in spreadsheet, or the frameworks of a CISO Assistant library, and keeps them. `groups`: the tags of those whose questions every system is asked. */
  readonly addChecklist: (bytes: Uint8Array, groups?: readonly string[]) => Promise<Parsed<AddedChecklists>>;
  /** The groups of a CISO Assistant library that one may choose from before it is added; none of any other file. */
  readonly groupsIn: (bytes: Uint8Array) => Promise<readonly QuestionGroup[]>;
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

export interface TemplateSummary extends Pick<ReportTemplate, "id" | "title" | "description" | "checklists"> {
  /** whether it reads otherwise through another lifecycle */
  readonly namesPhases: boolean;
}

export interface NewAssessment {
  readonly system: AiSystem;
  readonly profile: Profile;
  readonly assessedAt: CalendarDate;
  readonly checklists: readonly ChecklistId[];
  /** by which the profile came about; recorded with it */
  readonly classifications?: readonly Classification[];
}

export interface NewIdentity {
  readonly commonName: string;
  readonly organisation?: string;
  readonly algorithm: "ecdsa-p256" | "rsa-3072";
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

/** A file inside a PDF. */
export interface CarriedFile extends PdfAttachment {
  /** null where the bytes cannot be read */
  readonly digest: Digest | null;
  /** it says that it is an assessment, so `readAssessment` can be asked */
  readonly isAssessment: boolean;
}
