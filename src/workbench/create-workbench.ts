import { createRoot, createSignal } from "solid-js";
import {
  WorkbenchError,
  type AssessmentEvent,
  type AssessmentId,
  type AssessmentMeta,
  type DeviceId,
  type ErrorCode,
  type IdentitySummary,
  type Instant,
  type PinnedChecklist,
} from "#domain";
import { nextEvent, projectAssessment, type Authorship } from "#journal";
import { scoreAssessment } from "#scoring";
import type { Storage } from "#storage";
import { createDrafts, type Drafts } from "./create-drafts.ts";
import type { ReportFontUrls } from "./create-reporting.ts";
import { createSession, type OpenSession, type SessionContext } from "./create-session.ts";
import { createSettings, type Preferences } from "./create-settings.ts";
import { planImport } from "./import-assessment.ts";
import { createLibrary, refOf, type BundledLibrary } from "./library.ts";
import { sha256 } from "./sha256.ts";
import { summarizeAssessment } from "./summarize-assessment.ts";
import type { Persistence, Workbench } from "./workbench.ts";

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
  readonly sampleUrl: string;
  /** Tells of a newer app; null where there is no service worker. */
  readonly updates: { readonly onReady: (listener: () => void) => void; readonly apply: () => Promise<void> } | null;
}

/** The workbench and what keeps it from losing a word when its page goes away. */
export type LiveWorkbench = Workbench & {
  readonly drafts: Drafts;
  /** Commits every draft and starts every write, before it returns. */
  readonly leave: () => void;
  /** Commits every draft; resolves when all is written or has failed. */
  readonly settled: () => Promise<void>;
  /** whether something typed is not yet on the disk */
  readonly hasUnsaved: () => boolean;
};

export function createWorkbench(options: WorkbenchOptions): LiveWorkbench {
  return createRoot(() => build(options));
}

function build(options: WorkbenchOptions): LiveWorkbench {
  const [failure, setFailure] = createSignal<ErrorCode | null>(null);
  const [outdated, setOutdated] = createSignal(false);
  const [assessments, setAssessments] = createSignal<readonly AssessmentMeta[] | null>(null);
  const [identities, setIdentities] = createSignal<readonly IdentitySummary[]>([]);
  const [persistence, setPersistence] = createSignal<Persistence | null>(null);
  const [updateReady, setUpdateReady] = createSignal(false);
  const [session, setSession] = createSignal<OpenSession | null>(null);
  const drafts = createDrafts();
  const settings = createSettings(options.preferences, options.preferredLanguages);

  const opening = options.openStorage(() => setOutdated(true));
  const storage = () => opening;
  let named: Promise<DeviceId> | null = null;
  const device = () => (named ??= opening.then((ready) => deviceOf(ready, options.randomId)));
  const library = createLibrary(options.library, storage);
  let dispose: () => void = () => undefined;

  const refreshIdentities = async () => setIdentities((await (await storage()).listIdentities()).map((one) => one.summary));
  const refreshPersistence = async () => setPersistence(await (await storage()).persistence());
  const author = async (): Promise<Omit<Authorship, "assessment">> => ({
    device: await device(),
    by: settings.person(),
    at: options.clock(),
  });

  opening.then(
    async (ready) => {
      ready.watchMeta(setAssessments);
      await Promise.all([library.refresh(), refreshIdentities(), refreshPersistence()]);
    },
    (error: unknown) => {
      setFailure(error instanceof WorkbenchError ? error.code : "storage-unavailable");
      setAssessments([]);
    },
  ).catch((error: unknown) => setFailure(error instanceof WorkbenchError ? error.code : "storage-failed"));

  const close = async () => {
    drafts.flush();
    const open = session();
    setSession(null);
    await open?.settled();
    dispose();
    dispose = () => undefined;
  };
  const leave = () => {
    drafts.flush();
    session()?.flushAtOnce();
  };
  const hasUnsaved = () => drafts.areOpen() || (session()?.saveState().kind ?? "saved") !== "saved";

  const open = async (id: AssessmentId) => {
    const known = session();
    if (known?.id === id) return known;
    await close();
    const ready = await storage();
    const context: SessionContext = {
      storage: ready,
      library,
      device: await device(),
      person: settings.person,
      clock: options.clock,
      randomId: options.randomId,
      appVersion: options.appVersion,
      fonts: options.fonts,
    };
    const source = await readSource(ready, library, id);
    return createRoot((end) => {
      dispose = end;
      const opened = createSession(context, id, source);
      setSession(opened);
      return opened;
    });
  };

  const readAssessment: Workbench["readAssessment"] = async (bytes) =>
    planImport(bytes, { storage: await storage(), library, author: await author() });

  const settled = async () => {
    drafts.flush();
    await session()?.settled();
  };
  const tabs = createTabs(settled);
  options.updates?.onReady(() => setUpdateReady(true));

  return {
    appVersion: options.appVersion,
    settings,
    drafts,
    leave,
    settled,
    hasUnsaved,
    assessments,
    checklists: library.checklists,
    templates: library.templates,
    session,
    open,
    close,
    create: async (draft) => {
      const id = options.randomId() as AssessmentId;
      const pinned = await Promise.all(draft.checklists.map((one) => findOrThrow(library, one)));
      const { system, profile, assessedAt } = draft;
      const checklists = pinned.map((one) => refOf(one.checklist.id, one));
      const body = { kind: "assessment-created", system, profile, assessedAt, checklists } as const;
      const event = nextEvent([], body, { ...(await author()), assessment: id });
      await storeNew(await storage(), [event], pinned);
      return id;
    },
    remove: async (id) => {
      if (session()?.id === id) await close();
      await (await storage()).remove(id);
    },
    openSample: async () => {
      const response = await fetch(options.sampleUrl);
      if (!response.ok) throw new WorkbenchError("not-found", "The sample could not be read.");
      const plan = await readAssessment(new Uint8Array(await response.arrayBuffer()));
      if (!plan.ok) throw new WorkbenchError("bad-input", plan.problems[0]?.message ?? "The sample could not be read.");
      if (plan.value.joins) return plan.value.id;
      const id = await plan.value.confirm();
      await keepSampleFiles(await storage(), id, options.sampleUrl);
      return id;
    },
    readAssessment,
    exportAssessment: async (id) => {
      await settled();
      const ready = await storage();
      const events = await ready.readEvents(id);
      const projection = projectAssessment(events);
      if (!projection) throw new WorkbenchError("not-found", "This assessment is no longer here.");
      const { writeAssayFile } = await import("#exchange");
      const text = writeAssayFile(projection.assessment, events);
      await ready.markExported(id, options.clock(), events.length);
      const name = projection.assessment.system.name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ").trim().slice(0, 60) || "assessment";
      return { name: `${name}.assay.json`, mediaType: "application/json", bytes: new TextEncoder().encode(text) };
    },
    addChecklist: library.add,
    removeChecklist: library.remove,
    identities,
    createIdentity: async (input) => {
      const { createIdentity } = await import("#signing");
      const identity = await createIdentity({ ...input, validFrom: options.clock(), validYears: 3 });
      await (await storage()).putIdentity({ ...identity, id: identity.summary.id });
      await refreshIdentities();
      return identity.summary;
    },
    importIdentity: async (p12, passphrase) => {
      const { importIdentity } = await import("#signing");
      const read = await importIdentity(p12, passphrase);
      if (!read.ok) return read;
      await (await storage()).putIdentity({ ...read.value, id: read.value.summary.id });
      await refreshIdentities();
      return { ...read, value: read.value.summary };
    },
    removeIdentity: async (id) => {
      await (await storage()).removeIdentity(id);
      await refreshIdentities();
    },
    verify: async (pdf) => {
      const { verifyPdf } = await import("#signing");
      return verifyPdf(pdf, options.clock());
    },
    persistence,
    askToPersist: async () => {
      await (await storage()).askToPersist();
      await refreshPersistence();
    },
    updateReady,
    applyUpdate: async () => {
      await tabs.askAllToSave();
      await options.updates?.apply();
    },
    failure,
    outdated,
  };
}

/** The sample's evidence files lie beside it; each is kept only if it is what its digest says. */
async function keepSampleFiles(storage: Storage, id: AssessmentId, sampleUrl: string): Promise<void> {
  const evidence = projectAssessment(await storage.readEvents(id))?.assessment.evidence ?? [];
  const folder = new URL("evidence/", new URL(sampleUrl, globalThis.location.href));
  await Promise.allSettled(
    evidence.map(async (one) => {
      if (one.kind !== "file") return;
      const response = await fetch(new URL(encodeURIComponent(one.name), folder));
      const bytes = new Uint8Array(await response.arrayBuffer());
      if ((await sha256(bytes)) === `sha256-${one.sha256}`) await storage.putFile(one.sha256, bytes, one.mediaType ?? "application/octet-stream");
    }),
  );
}

async function readSource(storage: Storage, library: ReturnType<typeof createLibrary>, id: AssessmentId) {
  const events = await storage.readEvents(id);
  const projection = projectAssessment(events);
  if (!projection) throw new WorkbenchError("not-found", "This assessment is not in this browser.", { facts: { assessment: id } });
  const refs = projection.assessment.checklists;
  const pinned = (await Promise.all(refs.map((ref) => library.find(ref)))).filter((one): one is PinnedChecklist => one !== null);
  const fits = refs.every((ref) =>
    pinned.some(({ checklist, digest }) => checklist.id === ref.id && (ref.digest ? digest === ref.digest : checklist.version === ref.version)),
  );
  const differences = fits ? [] : (await import("#exchange")).compareWithChecklists(projection.assessment, pinned);
  const meta = (await storage.listMeta()).find((row) => row.id === id) ?? null;
  return { meta, events, pinned, differences };
}

async function findOrThrow(library: ReturnType<typeof createLibrary>, id: PinnedChecklist["checklist"]["id"]): Promise<PinnedChecklist> {
  const found = await library.find({ id });
  if (!found) throw new WorkbenchError("not-found", `The checklist ${id} is not here.`, { facts: { checklist: id } });
  return found;
}

async function storeNew(storage: Storage, events: readonly AssessmentEvent[], pinned: readonly PinnedChecklist[]): Promise<void> {
  const projection = projectAssessment(events);
  if (!projection) throw new WorkbenchError("internal", "A new assessment has no history.");
  const result = scoreAssessment(pinned.map((one) => one.checklist), projection.assessment);
  await storage.appendEvents(projection.assessment.id, events, summarizeAssessment(null, projection.assessment, result, pinned, events));
}

/** This browser's own name in journals; made once. A fresh one after storage was cleared, so that chains never fork. */
async function deviceOf(storage: Storage, randomId: () => string): Promise<DeviceId> {
  const known = await storage.readSetting("device", (value): value is string => typeof value === "string");
  if (known) return known as DeviceId;
  const device = randomId().slice(0, 8);
  await storage.writeSetting("device", device);
  return device as DeviceId;
}

/** Other tabs of this app: before an update starts, each commits what is being typed. */
function createTabs(save: () => Promise<void>) {
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("assay-tabs");
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (data === "save") save().then(() => channel.postMessage("saved"), () => undefined);
  });
  return {
    /** Resolves when this tab has saved and the others have had a second to. */
    askAllToSave: async () => {
      channel?.postMessage("save");
      await Promise.all([save(), new Promise((resolve) => setTimeout(resolve, channel ? 600 : 0))]);
    },
  };
}
