import type {
  AssessmentEvent,
  AssessmentId,
  AssessmentMeta,
  ChecklistId,
  Digest,
  IdentitySummary,
  Instant,
  WorkbenchError,
} from "#domain";
import type { EditLock } from "./edit-lock.ts";
import type { Persistence } from "./persistence.ts";

/**
 * The workbench on disk, shared by every tab of this origin. All writes are one strict transaction each: when the
 * promise resolves, the data has reached the disk. Every method throws `WorkbenchError` and nothing else:
 * `storage-full`, `storage-newer-version` once another tab has upgraded the schema, else `storage-failed`.
 */
export interface Storage {
  /** Latest edit first. A row that cannot be read is left out and told to `onDamage`. */
  listMeta(): Promise<readonly AssessmentMeta[]>;
  /** Calls at once and after every change by any tab; gives back what ends the watch. */
  watchMeta(listener: (rows: readonly AssessmentMeta[]) => void): () => void;
  /** Replaces the row of a stored assessment without an event, keeping the later export mark. Throws `not-found`. */
  putMeta(meta: AssessmentMeta): Promise<void>;
  /** Notes that a copy holding `events` events left this device. Throws `not-found`. */
  markExported(id: AssessmentId, at: Instant, events: number): Promise<void>;

  /** Every event once, each after those it was written on; none when nothing is stored. Throws on the first damaged row. */
  readEvents(id: AssessmentId): Promise<readonly AssessmentEvent[]>;
  /** What can be read, and a failure naming each row that cannot. */
  salvageEvents(id: AssessmentId): Promise<Salvage>;
  /** Hands over events appended by any tab, this one too, in order, each exactly once; gives back what ends the watch. */
  watchEvents(id: AssessmentId, listener: (events: readonly AssessmentEvent[]) => void, options?: WatchOptions): () => void;
  /**
   * Adds the events that are not there yet, and the row for the list, in one transaction. Throws `storage-failed` with
   * facts `assessment`, `event`, `known`, `given` when an event is there with another hash; `not-found` when another tab
   * removed the assessment; `bad-input` for an event of another assessment.
   */
  appendEvents(id: AssessmentId, events: readonly AssessmentEvent[], meta: AssessmentMeta): Promise<void>;
  /**
   * For leaving the page: the transaction is started and committed before this returns; a page that lives on learns
   * whether it reached the disk, one that dies does not. Give every event not acknowledged yet.
   * `isForGood`: the page will not live on, so whatever else this tab is doing with the database gives way. The assessment must have been read, watched or appended to before, else throws `not-found`.
   */
  appendAtOnce(id: AssessmentId, events: readonly AssessmentEvent[], meta: AssessmentMeta, isForGood?: boolean): Promise<boolean>;
  /** Merges the rows of many edits into few. Loses nothing; throws, and changes nothing, when a row is damaged. */
  compact(id: AssessmentId): Promise<void>;
  /** Deletes the events and row of an assessment; evidence files stay. */
  remove(id: AssessmentId): Promise<void>;

  /** `sha256`: of the bytes, as the caller computed it; the same bytes are stored once. */
  putFile(sha256: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** null when absent; throws `storage-failed` when the bytes are no longer those of their digest. */
  getFile(sha256: string): Promise<StoredFile | null>;
  listFiles(): Promise<readonly string[]>;
  removeFile(sha256: string): Promise<void>;

  /** One row for each digest. What is only to be kept leaves a text that is there already as it is. */
  putChecklist(checklist: StoredChecklist): Promise<void>;
  /** Those on the shelf; not the ones that are only kept. */
  listChecklists(): Promise<readonly StoredChecklist[]>;
  /** Those that are only kept, without opening them. */
  listKeptChecklists(): Promise<readonly Omit<StoredChecklist, "text">[]>;
  /** On the shelf or kept; null when absent or damaged, which `onDamage` is told. */
  getChecklist(digest: Digest): Promise<StoredChecklist | null>;
  /** `keep`: it leaves the shelf and its text stays. */
  removeChecklist(digest: Digest, options?: { readonly keep: boolean }): Promise<void>;

  putIdentity(identity: StoredIdentity): Promise<void>;
  listIdentities(): Promise<readonly StoredIdentity[]>;
  removeIdentity(id: string): Promise<void>;

  /** null when never written, or when `guard` refuses what is there. */
  readSetting<T>(key: string, guard: (value: unknown) => value is T): Promise<T | null>;
  writeSetting(key: string, value: unknown): Promise<void>;

  /** The right to edit, held until released or the tab dies; null when another tab has it. `onLost`: it was taken away. */
  takeEditLock(id: AssessmentId, onLost?: () => void): Promise<EditLock | null>;
  /** Resolves when the other tab lets go; rejects with the signal's reason. */
  waitForEditLock(id: AssessmentId, signal: AbortSignal, onLost?: () => void): Promise<EditLock>;

  persistence(): Promise<Persistence>;
  /** Asks the browser not to clear this origin under pressure; whether it agreed. */
  askToPersist(): Promise<boolean>;
  /** Ends every watch and every further use. */
  close(): void;
}

export interface WatchOptions {
  /** Events the caller already has; those stored but not among them come with the first call. Absent: all that is stored now. */
  readonly known?: readonly AssessmentEvent[];
}

export interface Salvage {
  readonly events: readonly AssessmentEvent[];
  /** one for each damaged row, with facts `assessment` and `row` */
  readonly failures: readonly WorkbenchError[];
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** An organisation's own checklist, or a version that an assessment names: the very text, with the digest of its bytes. */
export interface StoredChecklist {
  readonly digest: Digest;
  readonly id: ChecklistId;
  readonly version: string;
  readonly text: string;
  /** not on the shelf: kept for the assessments that name it */
  readonly kept?: true;
}

/** A key that signs and never leaves the browser, with its certificate chain as DER, the signer's first. */
export interface StoredIdentity {
  readonly id: string;
  readonly summary: IdentitySummary;
  readonly privateKey: CryptoKey;
  readonly certificates: readonly Uint8Array[];
}
