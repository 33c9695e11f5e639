import { batch } from "solid-js";
import {
  classify,
  refOf,
  WorkbenchError,
  type Assessment,
  type AssessmentEvent,
  type ChecklistId,
  type Evidence,
  type EvidenceId,
  type PinnedChecklist,
} from "#domain";
import type { Storage } from "#storage";
import { checkBody } from "./check-body.ts";
import type { LiveJournal } from "./create-journal.ts";
import type { Say } from "./create-say.ts";
import { plainAnswer } from "./is-said.ts";
import type { Library } from "./library.ts";
import type { LivePinned } from "./pin-checklists.ts";
import { sha256 } from "./sha256.ts";
import type { Session } from "./session.ts";

/** Largest evidence file kept in the browser, in bytes. */
const largestFile = 50_000_000;

type Edits = Pick<
  Session,
  | "adoptVersions" | "describeSystem" | "setProfile" | "classify" | "setAssessedAt" | "chooseChecklists"
  | "answer" | "answerAll" | "recordEvidence" | "attachFile" | "newEvidenceId" | "undo" | "redo"
>;

/** What a person can do to an open assessment. Saying what is so already writes nothing, unless it settles a conflict. */
export function createEdits(
  context: { readonly storage: Storage; readonly library: Library; readonly randomId: () => string },
  state: { readonly journal: LiveJournal; readonly pinned: LivePinned; readonly say: Say },
): Edits {
  const { journal, pinned, say } = state;
  const { assessment } = journal;
  const setProfile: Session["setProfile"] = (profile, classifications = []) =>
    say({ kind: "profile-set", profile }, ...classifications.map((classification) => ({ kind: "system-classified" as const, classification })));
  const newEvidenceId = () => context.randomId() as EvidenceId;
  const takeBack = (target: AssessmentEvent["id"] | null) => {
    if (target) say({ kind: "event-undone", target });
  };
  return {
    newEvidenceId,
    adoptVersions: () => say({ kind: "checklists-chosen", checklists: adopted(assessment(), pinned.checklists()) }),
    describeSystem: (system) => say({ kind: "system-described", system }),
    setProfile,
    classify: (tree, walk, said) => {
      const { profile, classification } = classify(tree, walk, assessment(), said);
      setProfile(profile, [classification]);
    },
    setAssessedAt: (assessedAt) => say({ kind: "assessment-dated", assessedAt }),
    chooseChecklists: async (ids) => {
      const known = new Map(assessment().checklists.map((ref) => [ref.id, ref]));
      const found = await loadAll(context.library, ids.filter((id) => !known.has(id)));
      for (const one of found) known.set(one.checklist.id, refOf(one));
      await context.library.keep(found).catch(() => undefined);
      batch(() => {
        pinned.add(found);
        say({ kind: "checklists-chosen", checklists: ids.flatMap((id) => known.get(id) ?? []) });
      });
    },
    answer: (checklist, question, answer) =>
      say({ kind: "question-answered", checklist, question, answer: answer && plainAnswer(answer) }),
    answerAll: (answers) =>
      say(...answers.map(({ answer, ...place }) => ({ kind: "question-answered", ...place, answer: plainAnswer(answer) }) as const)),
    recordEvidence: (evidence) => say({ kind: "evidence-recorded", evidence }),
    attachFile: async (file, dates = {}) => {
      const bytes = await readBytes(file);
      const digest = (await sha256(bytes)).slice("sha256-".length);
      const evidence: Evidence = {
        id: newEvidenceId(),
        kind: "file",
        name: file.name,
        sha256: digest,
        size: bytes.length,
        ...(file.type ? { mediaType: file.type } : {}),
        ...dates,
      };
      checkBody({ kind: "evidence-recorded", evidence });
      await context.storage.putFile(digest, bytes, file.type || "application/octet-stream");
      const same = assessment().evidence.find((one) => one.kind === "file" && one.sha256 === digest && !one.withdrawn);
      if (same) return same.id;
      say({ kind: "evidence-recorded", evidence });
      return evidence.id;
    },
    undo: () => takeBack(journal.undoTarget()),
    redo: () => takeBack(journal.redoTarget()),
  };
}

/** What the assessment names, as it is here; what is not here stays named as it was. */
function adopted(assessment: Assessment, here: readonly PinnedChecklist[]): Assessment["checklists"] {
  return assessment.checklists.map((ref) => {
    const found = here.find(({ checklist }) => checklist.id === ref.id);
    return found ? refOf(found) : ref;
  });
}

/** Every named checklist, in the order named. Throws not-found for one that is not here. */
export async function loadAll(library: Library, ids: readonly ChecklistId[]): Promise<readonly PinnedChecklist[]> {
  return Promise.all(
    ids.map(async (id) => {
      const found = await library.offered(id);
      if (!found) throw new WorkbenchError("not-found", `The checklist ${id} is not here.`, { facts: { checklist: id } });
      return found;
    }),
  );
}

async function readBytes(file: File): Promise<Uint8Array> {
  const facts = { file: file.name, size: file.size };
  if (file.size > largestFile) throw new WorkbenchError("bad-input", `${file.name} is larger than 50 MB.`, { facts });
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new WorkbenchError("bad-input", `${file.name} could not be read.`, { cause, facts });
  }
}
