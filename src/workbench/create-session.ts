import { createMemo, createSignal, onCleanup } from "solid-js";
import {
  answerTo,
  WorkbenchError,
  type Answer,
  type AssessmentEvent,
  type AssessmentId,
  type AssessmentMeta,
  type ChecklistId,
  type DeviceId,
  type EventBody,
  type EvidenceId,
  type Instant,
  type PinnedChecklist,
  type Problem,
} from "#domain";
import { scoreAssessment } from "#scoring";
import type { Storage } from "#storage";
import { createLiveJournal } from "./create-journal.ts";
import { createReporting, type ReportFontUrls } from "./create-reporting.ts";
import { refOf, type Library } from "./library.ts";
import { createSaveQueue, type SaveQueue } from "./save-queue.ts";
import { sha256 } from "./sha256.ts";
import { summarizeAssessment } from "./summarize-assessment.ts";
import type { Session } from "./workbench.ts";

/** Largest evidence file kept in the browser, in bytes. */
const largestFile = 50_000_000;

export interface SessionContext {
  readonly storage: Storage;
  readonly library: Library;
  readonly device: DeviceId;
  readonly person: () => string;
  readonly clock: () => Instant;
  readonly randomId: () => string;
  readonly appVersion: string;
  readonly fonts: ReportFontUrls;
}

export interface OpenSession extends Session {
  /** Starts writing all that is not yet on the disk, before it returns. */
  readonly flushAtOnce: () => void;
  readonly settled: () => Promise<void>;
}

/** What must be read before a session can stand: done outside any reactive owner. */
export interface SessionSource {
  readonly meta: AssessmentMeta | null;
  readonly events: readonly AssessmentEvent[];
  readonly pinned: readonly PinnedChecklist[];
  readonly differences: readonly Problem[];
}

/** One open assessment. Must be called under an owner; disposing it lets go of the edit lock and of all watches. */
export function createSession(context: SessionContext, id: AssessmentId, source: SessionSource): OpenSession {
  const { storage, library, clock } = context;
  const journal = createLiveJournal(id, source.events, { device: context.device, by: context.person, clock });
  const [pinned, setPinned] = createSignal(source.pinned);
  const [differences, setDifferences] = createSignal(source.differences);
  const { assessment } = journal;
  const checklists = createMemo(() => pinned().filter(({ checklist }) => assessment().checklists.some((ref) => ref.id === checklist.id)));
  const result = createMemo(() => scoreAssessment(checklists().map((one) => one.checklist), assessment()));
  const meta = (): AssessmentMeta => summarizeAssessment(source.meta, assessment(), result(), checklists(), journal.events());
  const queue: SaveQueue = createSaveQueue(storage, id, { meta, clock, savedAt: source.meta?.updatedAt ?? null });
  const isEditing = createEditLock(storage, id, journal.receive);

  const write = (body: EventBody) => {
    if (!isEditing()) throw new WorkbenchError("locked-elsewhere", "Another tab is editing this assessment.");
    queue.push(journal.write(body));
  };
  onCleanup(storage.watchEvents(id, journal.receive, { known: source.events }));

  const session: OpenSession = {
    id,
    assessment,
    checklists,
    result,
    differences,
    isEditing,
    conflicts: journal.conflicts,
    journal: journal.events,
    saveState: queue.state,
    retrySave: queue.retry,
    flushAtOnce: queue.flushAtOnce,
    settled: queue.settled,
    adoptVersions: () => {
      write({ kind: "checklists-chosen", checklists: checklists().map((one) => refOf(one.checklist.id, one)) });
      setDifferences([]);
    },
    describeSystem: (system) => write({ kind: "system-described", system }),
    setProfile: (profile) => write({ kind: "profile-set", profile }),
    setAssessedAt: (assessedAt) => write({ kind: "assessment-dated", assessedAt }),
    chooseChecklists: async (ids) => {
      const chosen = await loadAll(library, ids);
      setPinned([...pinned().filter((one) => !ids.includes(one.checklist.id)), ...chosen]);
      write({ kind: "checklists-chosen", checklists: chosen.map((one) => refOf(one.checklist.id, one)) });
    },
    answer: (checklist, question, answer) => {
      const known = answerTo(assessment(), checklist, question);
      const inConflict = journal.conflicts().some((one) => one.question?.checklist === checklist && one.question.id === question);
      const next = answer && unsigned(answer);
      if (!inConflict && saysTheSame(known ? unsigned(known) : null, next)) return;
      write({ kind: "question-answered", checklist, question, answer: next });
    },
    recordEvidence: (evidence) => write({ kind: "evidence-recorded", evidence }),
    newEvidenceId: () => context.randomId() as EvidenceId,
    attachFile: async (file, dates = {}) => {
      if (file.size > largestFile) {
        throw new WorkbenchError("bad-input", `${file.name} is larger than 50 MB.`, { facts: { file: file.name, size: file.size } });
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const digest = (await sha256(bytes)).slice("sha256-".length);
      const same = assessment().evidence.find((one) => one.kind === "file" && one.sha256 === digest && !one.withdrawn);
      await storage.putFile(digest, bytes, file.type || "application/octet-stream");
      if (same) return same.id;
      const evidence = { id: session.newEvidenceId(), kind: "file", name: file.name, sha256: digest, size: bytes.length, ...dates } as const;
      session.recordEvidence(file.type ? { ...evidence, mediaType: file.type } : evidence);
      return evidence.id;
    },
    readFile: async (digest) => (await storage.getFile(digest))?.bytes ?? null,
    canUndo: () => isEditing() && journal.undoTarget() !== null,
    canRedo: () => isEditing() && journal.redoTarget() !== null,
    undo: () => {
      const target = journal.undoTarget();
      if (target) write({ kind: "event-undone", target });
    },
    redo: () => {
      const target = journal.redoTarget();
      if (target) write({ kind: "event-undone", target });
    },
    ...createReporting(context, { assessment, checklists, result, journal, attest: (attestation) => write({ kind: "report-signed", attestation }), settled: queue.settled }),
  };
  return session;
}

/** True while this tab may write. When another tab lets go, the lock comes here together with all that it wrote. */
function createEditLock(storage: Storage, id: AssessmentId, receive: (events: readonly AssessmentEvent[]) => void) {
  const [isEditing, setEditing] = createSignal(true);
  const closing = new AbortController();
  onCleanup(() => closing.abort());
  const hold = (release: () => void) => {
    if (closing.signal.aborted) return release();
    closing.signal.addEventListener("abort", release, { once: true });
    setEditing(true);
  };
  const wait = async () => {
    setEditing(false);
    const lock = await storage.waitForEditLock(id, closing.signal);
    receive(await storage.readEvents(id));
    hold(lock.release);
  };
  const begin = async () => {
    const lock = await storage.takeEditLock(id);
    if (lock) hold(lock.release);
    else await wait();
  };
  begin().catch((error: unknown) => {
    if (!closing.signal.aborted) setEditing(false);
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  });
  return isEditing;
}

/** Every named checklist that is here, in the order named. Throws not-found for one that is not. */
async function loadAll(library: Library, ids: readonly ChecklistId[]): Promise<readonly PinnedChecklist[]> {
  return Promise.all(
    ids.map(async (id) => {
      const found = await library.find({ id });
      if (!found) throw new WorkbenchError("not-found", `The checklist ${id} is not here.`, { facts: { checklist: id } });
      return found;
    }),
  );
}

/** An answer without the marks of who gave it and when: the event carries those. */
function unsigned(answer: Answer): Answer {
  const { by: _by, at: _at, ...said } = answer;
  return said;
}

function saysTheSame(one: Answer | null, other: Answer | null): boolean {
  const order = (answer: Answer | null) =>
    answer &&
    JSON.stringify([
      answer.level ?? null,
      answer.notApplicable ?? false,
      answer.justification ?? "",
      answer.note ?? "",
      answer.evidence ?? [],
    ]);
  return order(one) === order(other);
}
