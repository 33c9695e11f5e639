import { createRoot, createSignal } from "solid-js";
import { WorkbenchError, type AssessmentId, type Instant } from "#domain";
import type { Storage } from "#storage";
import { createChecklistEditor } from "./create-checklist-editor.ts";
import { createDrafts, type Drafts } from "./create-drafts.ts";
import { createIdentities } from "./create-identities.ts";
import type { RenderReport } from "./create-reporting.ts";
import { createSessions } from "./create-sessions.ts";
import { createSettings, type Preferences } from "./create-settings.ts";
import { createTabs } from "./create-tabs.ts";
import { createVerifying } from "./create-verifying.ts";
import { createWalks } from "./create-walks.ts";
import { fileNameOf } from "./file-name.ts";
import { followStorage } from "./follow-storage.ts";
import { createLibrary, type BundledLibrary } from "./library.ts";
import { renderInWorker, type ReportFontUrls } from "./render-in-worker.ts";
import type { SampleUrls } from "./open-sample.ts";
import type { SavedFile } from "./saved-file.ts";
import type { Workbench } from "./workbench.ts";

/** What the composition root hands in: everything that is not pure. */
export interface WorkbenchOptions {
  readonly openStorage: (onOutdated: () => void) => Promise<Storage>;
  readonly library: BundledLibrary;
  readonly preferences: Preferences;
  readonly preferredLanguages: readonly string[];
  readonly clock: () => Instant;
  readonly randomId: () => string;
  readonly appVersion: string;
  readonly fonts: ReportFontUrls;
  /** How a report is printed; absent: in a worker. */
  readonly render?: RenderReport;
  readonly sample: SampleUrls;
  /** whether the app was opened from a disk, without a server */
  readonly isFromDisk: boolean;
  /** Tells of a newer app; null where there is no service worker. */
  readonly updates: { readonly onReady: (listener: () => void) => void; readonly apply: () => Promise<void> } | null;
}

/** The workbench and what keeps it from losing a word when its page goes away. */
export type LiveWorkbench = Workbench & {
  readonly drafts: Drafts;
  /** Commits every draft and starts every write, before it returns; `isForGood` when the page will not come back. Never throws. */
  readonly leave: (isForGood: boolean) => void;
  /** Commits every draft; resolves when all is written or has failed. */
  readonly settled: () => Promise<void>;
  /** whether something typed is not yet on the disk */
  readonly hasUnsaved: () => boolean;
};

/** What an assessment needs and the list of them does not: fetched with the first that is opened, made or read. */
const assessing = () => import("./assessing.ts");

export function createWorkbench(options: WorkbenchOptions): LiveWorkbench {
  return createRoot(() => build(options));
}

function build(options: WorkbenchOptions): LiveWorkbench {
  const { clock, randomId, appVersion } = options;
  const [updateReady, setUpdateReady] = createSignal(false);
  const drafts = createDrafts();
  const settings = createSettings(options.preferences, options.preferredLanguages, options.library.lifecycles.views.map(({ id }) => id));
  const leave = (isForGood: boolean) => {
    drafts.flush();
    sessions.flushAtOnce(isForGood);
  };
  const store = followStorage({ openStorage: options.openStorage, randomId, preferences: options.preferences, leave: () => leave(false) });
  const { storage } = store;
  const library = createLibrary(options.library, storage);
  const { refresh: refreshIdentities, ...identities } = createIdentities(storage, clock);
  store.begin(() => Promise.all([library.refresh(), refreshIdentities()]));

  const render = options.render ?? renderInWorker(options.fonts);
  const sessions = createSessions(async (id) => {
    const device = await store.device();
    const context = {
      storage: await storage(),
      library,
      device,
      person: settings.person,
      lifecycle: settings.lifecycle,
      clock,
      randomId,
      appVersion,
      render,
      outdated: store.outdated,
    };
    const { createSession, readSource } = await assessing();
    const source = await readSource(context, id);
    return createRoot((dispose) => ({ ...createSession(context, id, source), dispose }));
  }, drafts);
  const editor = createChecklistEditor({ storage, library, drafts, clock, randomId });
  const settled = async () => {
    drafts.flush();
    await Promise.all([sessions.settled(), editor.settled()]);
  };
  const hasUnsaved = () => drafts.areOpen() || sessions.hasUnsaved() || editor.hasUnsaved();
  const readAssessment: Workbench["readAssessment"] = async (bytes) => {
    await settled();
    const { planImport } = await assessing();
    return planImport(bytes, { storage: await storage(), library, teller: { by: settings.person(), at: clock(), newDevice: randomId().slice(0, 8) } });
  };
  const create: Workbench["create"] = async (wanted) => {
    const { createAssessment } = await assessing();
    const teller = { by: settings.person().toWellFormed(), at: clock(), device: await store.device() };
    return createAssessment(wanted, { id: randomId() as AssessmentId, storage: await storage(), library, teller });
  };
  /** The file holds what is on the screen, saved or not: it may be the only copy of what the disk refused. */
  const exportAssessment = async (id: AssessmentId): Promise<SavedFile> => {
    await settled();
    const ready = await storage();
    const events = sessions.find(id)?.journal() ?? (await ready.readEvents(id));
    const { projectAssessment, textsOf } = await assessing();
    const assessment = projectAssessment(events)?.assessment;
    if (!assessment) throw new WorkbenchError("not-found", "This assessment is no longer here.");
    const { writeAssayFile } = await import("#exchange");
    const bytes = new TextEncoder().encode(writeAssayFile(assessment, events, await textsOf(library, assessment)));
    if (sessions.find(id)?.saveState().kind === "failed") await store.spendDevice();
    await ready.markExported(id, clock(), events.length).catch(() => undefined);
    return { name: `${fileNameOf(assessment)}.assay.json`, mediaType: "application/json", bytes };
  };
  const walks = createWalks(options.preferences);
  const tabs = createTabs(settled);
  options.updates?.onReady(() => setUpdateReady(true));

  return {
    appVersion,
    isFromDisk: options.isFromDisk,
    settings,
    drafts,
    leave,
    settled,
    hasUnsaved,
    assessments: store.assessments,
    checklists: library.checklists,
    templates: library.templates,
    lifecycles: options.library.lifecycles.views,
    trees: library.trees,
    tree: library.tree,
    walks,
    session: sessions.current,
    open: sessions.open,
    close: sessions.close,
    create,
    tryProfile: async (draft, profile) => (await assessing()).tryDraftProfile(library, draft, profile),
    remove: (id) =>
      sessions.discard(id, async () => {
        const ready = await storage();
        await ready.remove(id);
        walks.dropAll(id);
        // What is kept too long costs room and nothing else.
        await library.kept.forgetUnnamed(await ready.listMeta()).catch(() => undefined);
      }),
    openSample: async () => (await assessing()).openSample(options.sample, await storage(), readAssessment),
    readAssessment,
    exportAssessment,
    addChecklist: library.add,
    groupsIn: library.groupsIn,
    removeChecklist: library.remove,
    exportChecklist: library.exportFile,
    checklistTemplate: editor.template,
    editChecklist: editor.edit,
    ...identities,
    ...createVerifying(storage, clock),
    persistence: store.persistence,
    askToPersist: store.askToPersist,
    updateReady,
    applyUpdate: async () => {
      await tabs.askAllToSave();
      if (hasUnsaved()) throw new WorkbenchError("storage-failed", "Not everything could be saved, so the update waits.");
      await options.updates?.apply();
    },
    failure: store.failure,
    outdated: store.outdated,
    loss: { count: store.loss.lost, takeNote: store.loss.takeNote },
  };
}
