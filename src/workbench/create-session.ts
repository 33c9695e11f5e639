import { onCleanup, type Accessor } from "solid-js";
import {
  WorkbenchError,
  type AssessmentEvent,
  type AssessmentId,
  type AssessmentMeta,
  type DeviceId,
  type EventBody,
  type Instant,
  type LifecycleViewId,
} from "#domain";
import { projectAssessment } from "#journal";
import type { EditLock, Storage } from "#storage";
import { createCompaction } from "./create-compaction.ts";
import { createEditLock } from "./create-edit-lock.ts";
import { createEdits } from "./create-edits.ts";
import { createCrosswalk } from "./create-crosswalk.ts";
import { createLiveJournal } from "./create-journal.ts";
import { createPhases } from "./create-phases.ts";
import { createProposals } from "./create-proposals.ts";
import { createRelated } from "./create-related.ts";
import { createReporting, type RenderReport } from "./create-reporting.ts";
import { createSay } from "./create-say.ts";
import { createScoring } from "./create-scoring.ts";
import { createUpgrades, readPutOff } from "./create-upgrades.ts";
import type { Library } from "./library.ts";
import { createPinned, keepNamed, pinChecklists, type Pinned } from "./pin-checklists.ts";
import { createSaveQueue } from "./save-queue.ts";
import { summarizeAssessment } from "./summarize-assessment.ts";
import { tryProfile } from "./try-profile.ts";
import type { Session } from "./session.ts";

export interface SessionContext {
  readonly storage: Storage;
  readonly library: Library;
  readonly device: DeviceId;
  readonly person: () => string;
  readonly lifecycle: () => LifecycleViewId | null;
  readonly clock: () => Instant;
  readonly randomId: () => string;
  readonly appVersion: string;
  readonly render: RenderReport;
  /** another tab has upgraded the store */
  readonly outdated: Accessor<boolean>;
}

export interface OpenSession extends Session {
  /** Starts writing all that is not yet on the disk, before it returns. */
  readonly flushAtOnce: (isForGood: boolean) => void;
  readonly settled: () => Promise<void>;
}

/** What must be read before a session can stand: done outside any reactive owner. */
export interface SessionSource {
  readonly meta: AssessmentMeta | null;
  readonly events: readonly AssessmentEvent[];
  readonly pinned: Pinned;
  /** newer versions that are not wanted now, as `readPutOff` gives them */
  readonly putOff: readonly string[];
  /** null while another tab edits */
  readonly lock: EditLock | null;
}

/** The lock comes first, so that nothing can be written between reading the journal and holding the right to edit it. */
export async function readSource({ storage, library }: SessionContext, id: AssessmentId): Promise<SessionSource> {
  const lock = await storage.takeEditLock(id);
  try {
    const events = await storage.readEvents(id);
    const projection = projectAssessment(events);
    if (!projection) throw new WorkbenchError("not-found", "This assessment is not in this browser.", { facts: { assessment: id } });
    const pinned = await pinChecklists(library, projection.assessment);
    const putOff = await readPutOff(storage);
    void keepNamed(library, projection.assessment, pinned.checklists);
    const meta = (await storage.listMeta()).find((row) => row.id === id) ?? null;
    return { meta, events, pinned, putOff, lock };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** One open assessment. Must be called under an owner; disposing it lets go of the edit lock and of all watches. */
export function createSession(context: SessionContext, id: AssessmentId, source: SessionSource): OpenSession {
  const { storage, library, clock } = context;
  const device = deviceFor(context, source.lock);
  const journal = createLiveJournal(id, source.events, { device, by: context.person, clock });
  const { assessment } = journal;
  const pinned = createPinned(library, assessment, source.pinned);
  const result = createScoring(pinned.checklists, assessment);
  const queue = createSaveQueue(storage, id, {
    meta: () => summarizeAssessment(source.meta, assessment(), result(), pinned.checklists(), journal.events()),
    journal: journal.events,
    clock,
    onSaved: createCompaction(() => storage.compact(id)),
  });
  const isEditing = createEditLock(storage, id, source.lock, { receive: journal.receive, outdated: context.outdated });
  onCleanup(storage.watchEvents(id, journal.receive, { known: source.events }));

  const mustEdit = () => {
    if (context.outdated()) throw new WorkbenchError("storage-newer-version", "A newer version of the workbench has opened these data.");
    if (!isEditing()) throw new WorkbenchError("locked-elsewhere", "Another tab is editing this assessment.");
  };
  const write = (...bodies: readonly EventBody[]) => {
    mustEdit();
    queue.push(journal.write(bodies));
  };
  const say = createSay(journal, write);
  const crosswalk = createCrosswalk(library);
  const edits = createEdits(context, { journal, pinned, say });
  return {
    id,
    assessment,
    checklists: pinned.checklists,
    result,
    phases: createPhases(context, pinned.checklists, result),
    differences: pinned.differences,
    tryProfile: (profile) => tryProfile(pinned.checklists(), assessment(), profile),
    isEditing,
    conflicts: journal.conflicts,
    relatedTo: createRelated(crosswalk, pinned.checklists),
    proposals: createProposals({ crosswalk, checklists: pinned.checklists, assessment, result, conflicts: journal.conflicts }, edits.answerAll),
    journal: journal.events,
    saveState: queue.state,
    retrySave: queue.retry,
    flushAtOnce: queue.flushAtOnce,
    settled: queue.settled,
    readFile: async (digest) => (await storage.getFile(digest))?.bytes ?? null,
    canUndo: () => isEditing() && journal.undoTarget() !== null,
    canRedo: () => isEditing() && journal.redoTarget() !== null,
    ...edits,
    ...createUpgrades(context, { assessment, pinned, putOff: source.putOff, say }),
    ...createReporting(context, { assessment, checklists: pinned.checklists, result, journal, mustEdit, write, settled: queue.settled }),
  };
}

/**
 * Without locks another tab of this browser may be writing at the same time; under a name of its own each writes a chain
 * of its own, and two chains never fork.
 */
function deviceFor({ device, randomId }: SessionContext, lock: EditLock | null): DeviceId {
  return lock?.exclusive === false ? (`${device}-${randomId().slice(0, 8)}` as DeviceId) : device;
}
