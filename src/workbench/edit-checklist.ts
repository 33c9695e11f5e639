import { createRoot, createSignal, type Accessor } from "solid-js";
import {
  checklistOf,
  draftOf,
  newChecklistDraft,
  orderVersions,
  proposeVersion,
  WorkbenchError,
  type AssessmentId,
  type CalendarDate,
  type Checklist,
  type ChecklistDraft,
  type Digest,
  type Instant,
  type Parsed,
  type PinnedChecklist,
  type Problem,
} from "#domain";
import { canonicalJson } from "#journal";
import type { EditLock, Storage } from "#storage";
import type { EditorSurroundings, TrackWrite } from "./create-checklist-editor.ts";
import type { Drafts } from "./create-drafts.ts";
import { checklistFile } from "./checklist-file.ts";
import type { Library } from "./library.ts";
import type { ChecklistEditing } from "./checklist-editing.ts";
import type { SavedFile } from "./saved-file.ts";
import type { SaveState } from "./session.ts";

/** Opens the draft that is kept of this checklist, or begins one. Throws not-found, locked-elsewhere. */
export async function editChecklist(around: EditorSurroundings, of: Digest | null, track: TrackWrite): Promise<ChecklistEditing> {
  const { library, clock, randomId } = around;
  const storage = await around.storage();
  const key = `checklist-draft:${of ?? "new"}`;
  const lock = await takeLock(storage, key as AssessmentId);
  try {
    const base = of === null ? null : await library.open(of);
    const kept = await storage.readSetting(key, isKeptDraft);
    const fresh = () => (base ? copyOf(base, library, randomId) : newChecklistDraft(clock().slice(0, 10), randomId));
    const draft = kept?.draft ?? fresh();
    const keeping = createKeeping(around.drafts, draft, clock, (now) => track(key, () => storage.writeSetting(key, now && { format: draftFormat, draft: now })));
    return {
      base,
      draft,
      isResumed: kept !== null,
      fresh,
      newKey: randomId,
      ...keeping,
      check: async (now) => (await check(library, base, now)).problems,
      save: async (now) => {
        const checked = await check(library, base, now);
        if (checked.problems.length > 0) return { ok: false, problems: checked.problems };
        const added = await library.add(new TextEncoder().encode(checked.text));
        if (!added.ok) return added;
        const [summary] = added.value.summaries;
        if (!summary) throw new WorkbenchError("internal", "A checklist was kept and is not there.");
        await keeping.discard();
        return { ok: true, value: summary, problems: [] };
      },
      exportAs: (now, as) => checklistFile(now.id, now.version, as, () => checklistOf(now)),
      close: () => {
        keeping.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A spreadsheet in which nothing but what needs no thought is filled in. */
export function templateFile(today: CalendarDate, newKey: () => string): Promise<SavedFile> {
  const draft = newChecklistDraft(today, newKey);
  return checklistFile("assay-checklist-template", draft.version, "xlsx", () => checklistOf(draft));
}

/** A page that was just left lets go a moment later. Throws locked-elsewhere when another tab holds on. */
async function takeLock(storage: Storage, key: AssessmentId): Promise<EditLock> {
  try {
    return await storage.waitForEditLock(key, AbortSignal.timeout(lockPatience));
  } catch (cause) {
    throw new WorkbenchError("locked-elsewhere", "Another tab edits this checklist.", { cause });
  }
}

/** In milliseconds. */
const lockPatience = 300;

/** The draft on its way to the disk: after a pause, on leaving the page, and before an update. */
function createKeeping(drafts: Drafts, first: ChecklistDraft, clock: () => Instant, write: (draft: ChecklistDraft | null) => Promise<void>) {
  const [saveState, setSaveState] = createSignal<SaveState>({ kind: "saved", at: null });
  let latest: ChecklistDraft | null = first;
  let turn = 0;
  const store = async () => {
    const mine = (turn += 1);
    setSaveState({ kind: "saving" });
    try {
      await write(latest);
      if (mine === turn) setSaveState({ kind: "saved", at: clock() });
    } catch (error) {
      if (mine === turn) setSaveState({ kind: "failed", code: error instanceof WorkbenchError ? error.code : "storage-failed" });
    }
  };
  let written = 0;
  let kept = 0;
  const { draft, dispose } = createRoot((dispose) => ({
    dispose,
    draft: drafts.make({
      value: () => String(written),
      commit: (text) => {
        written = Number(text);
        void store();
      },
    }),
  }));
  return {
    saveState: saveState as Accessor<SaveState>,
    retrySave: () => void store(),
    keep: (now: ChecklistDraft) => {
      latest = now;
      draft.setText(String((kept += 1)));
    },
    discard: async () => {
      draft.flush();
      latest = null;
      await write(null);
    },
    close: dispose,
  };
}

const draftFormat = "assay-checklist-draft/1";

function isKeptDraft(value: unknown): value is { readonly draft: ChecklistDraft } {
  if (typeof value !== "object" || value === null || !("format" in value) || value.format !== draftFormat || !("draft" in value)) return false;
  const { draft } = value;
  return typeof draft === "object" && draft !== null && "sections" in draft && Array.isArray(draft.sections) && "scales" in draft && Array.isArray(draft.scales);
}

/** Of what comes with the app, a copy under an id of its own; of an own one, what is to become its next version. */
function copyOf(base: PinnedChecklist, library: Library, newKey: () => string): ChecklistDraft {
  const draft = draftOf(base.checklist, newKey);
  const isOwn = library.checklists().some((one) => one.digest === base.digest && one.own);
  return isOwn ? draft : { ...draft, id: `${draft.id.slice(0, 76)}-own`, version: "1.0.0" };
}

/** The draft through the one door for checklists, and whether it may stand on the shelf beside the others. */
async function check(library: Library, base: PinnedChecklist | null, draft: ChecklistDraft): Promise<{ readonly text: string; readonly problems: readonly Problem[] }> {
  const { parseChecklist, writeChecklist } = await import("#content");
  const text = writeChecklist(checklistOf(draft));
  const parsed: Parsed<Checklist> = parseChecklist(text);
  if (!parsed.ok) return { text, problems: parsed.problems };
  const isUnchanged = base !== null && canonicalJson(base.checklist) === canonicalJson(parsed.value);
  return { text, problems: isUnchanged ? [] : await shelfProblems(library, parsed.value) };
}

async function shelfProblems(library: Library, checklist: Checklist): Promise<readonly Problem[]> {
  const { id, version } = checklist;
  const named = library.checklists().filter((one) => one.id === id);
  if (named.some((one) => !one.own)) {
    return [{ code: "id-of-bundled", message: `\`${id}\` is the id of a checklist that comes with Assay.`, path: "id", facts: { id } }];
  }
  const latest = named.toSorted((a, b) => orderVersions(a.version, b.version)).at(-1);
  if (!latest || orderVersions(version, latest.version) > 0) return [];
  const last = await library.open(latest.digest);
  const proposed = proposeVersion(last.checklist, checklist);
  return [
    {
      code: "version-not-higher",
      message: `Version ${latest.version} is on the shelf already.`,
      path: "version",
      hint: `Use ${proposed}.`,
      facts: { version: latest.version, proposed },
    },
  ];
}
