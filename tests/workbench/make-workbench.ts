import "fake-indexeddb/auto";
import { createHash, webcrypto } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach } from "vitest";
import { bundleContent, type BundledContent } from "#content";
import { placeQuestions, summarizeTree, summarizeViews, type Answer, type AssessmentId, type ChecklistId, type Crosswalk, type DecisionTree, type LevelId, type Lifecycles, type PinnedChecklist, type QuestionId, type ReportTemplate } from "#domain";
import { openStorage, type Storage } from "#storage";
import { createWorkbench, type BundledLibrary, type LiveWorkbench, type NewAssessment, type Session, type WorkbenchOptions } from "#workbench";
import { createWebLocks } from "./web-locks.ts";

const root = join(import.meta.dirname, "../..");

// What a browser has and the test document has not.
Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
Object.defineProperty(globalThis.navigator, "locks", { value: createWebLocks(), configurable: true });

export const digestOf = (bytes: Uint8Array) => `sha256-${createHash("sha256").update(bytes).digest("hex")}` as const;

function readContent(): readonly BundledContent["content"][] {
  return ["checklists", "templates"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => {
      const bytes = new Uint8Array(readFileSync(join(root, folder, name)));
      const bundled = bundleContent(bytes, digestOf(bytes));
      if (!bundled.ok) throw new Error(`${name}: ${bundled.problems[0]?.message}`);
      return bundled.value.content;
    }),
  );
}

const content = readContent();

/** The checklists that come with the app, read from their files. */
export const checklists = content.filter((one): one is PinnedChecklist => "checklist" in one);

export const crosswalk = content.find((one): one is Crosswalk => "format" in one && one.format === "assay-crosswalk/1")!;

export const lifecycles = content.find((one): one is Lifecycles => "format" in one && one.format === "assay-lifecycles/1")!;

/** The decision trees that come with the app. */
export const trees = content.filter((one): one is DecisionTree => "format" in one && one.format === "assay-decision-tree/1");

export const library: BundledLibrary = {
  checklists: checklists.map((pinned) => {
    const { id, version, title, source, sections } = pinned.checklist;
    const summary = { id, version, title, source, questions: placeQuestions(sections).length, digest: pinned.digest };
    return { summary, load: async () => pinned, text: async () => readFileSync(join(root, "checklists", `${id}.yaml`), "utf8") };
  }),
  crosswalk: async () => crosswalk,
  lifecycles: { views: summarizeViews(lifecycles), load: async () => lifecycles },
  trees: trees.map((tree) => ({ summary: summarizeTree(tree), load: async () => tree })),
  templates: content.filter((one): one is ReportTemplate => "format" in one && one.format === "assay-template/1"),
};

const samples = join(root, "public/samples");

/** Where the app finds the sample and its evidence. */
const sampleUrls = {
  file: "samples/customs-xray.assay.json",
  evidence: Object.fromEntries(readdirSync(join(samples, "evidence")).map((name) => [name, `samples/evidence/${encodeURIComponent(name)}`])),
};

const storages: Storage[] = [];
let databases = 0;
let ids = 0;

afterEach(() => {
  for (const storage of storages.splice(0)) storage.close();
});

export function freshName(): string {
  databases += 1;
  return `workbench-${databases}`;
}

export interface TestTab {
  readonly workbench: LiveWorkbench;
  readonly name: string;
  readonly storage: Promise<Storage>;
}

/** One tab on the database `name`; `around` may put something between the workbench and its storage. */
export function openTab(
  name: string = freshName(),
  options: Partial<WorkbenchOptions> & { readonly around?: (storage: Storage) => Storage } = {},
): TestTab {
  const { around = (storage: Storage) => storage, ...rest } = options;
  let minutes = 0;
  const storage = openStorage({ name, onOutdated: () => undefined }).then((opened) => {
    storages.push(opened);
    // Each database is a browser of its own, and the locks of one know nothing of another's.
    const own = (id: AssessmentId) => `${name}/${id}` as AssessmentId;
    return around({
      ...opened,
      takeEditLock: (id, ...rest) => opened.takeEditLock(own(id), ...rest),
      waitForEditLock: (id, ...rest) => opened.waitForEditLock(own(id), ...rest),
    });
  });
  const workbench = createWorkbench({
    openStorage: () => storage,
    library,
    preferences: { read: (key) => (key === "person" ? "Mei" : null), write: () => undefined },
    preferredLanguages: ["en"],
    clock: () => new Date(Date.UTC(2026, 10, 21, 9, (minutes += 1))).toISOString(),
    randomId: () => (ids += 1).toString(16).padStart(20, "0").split("").toReversed().join(""),
    appVersion: "0.1.0",
    fonts: { sans: "sans.ttf", sansBold: "bold.ttf", serif: "serif.ttf" },
    sample: sampleUrls,
    isFromDisk: false,
    updates: null,
    ...rest,
  });
  return { workbench, name, storage };
}

export const altai = "eu-altai" as ChecklistId;
export const basicAct = "tw-ai-basic-act" as ChecklistId;

export function draft(change: Partial<NewAssessment> = {}): NewAssessment {
  return {
    system: { name: "海關X光 Customs X-ray", purpose: "Marks images in which narcotics may be hidden." },
    profile: { tier: "high", role: ["deployer"] },
    assessedAt: "2026-11-21",
    checklists: [altai, basicAct],
    ...change,
  };
}

/** A new assessment, open in `tab`. */
export async function begin(tab: TestTab, change: Partial<NewAssessment> = {}): Promise<Session> {
  return tab.workbench.open(await tab.workbench.create(draft(change)));
}

export function questionsOf(checklist: ChecklistId): readonly QuestionId[] {
  const found = checklists.find((one) => one.checklist.id === checklist);
  return placeQuestions(found?.checklist.sections ?? []).map(({ question }) => question.id);
}

/** Questions that concern a deployer of a high-risk system, so that an answer to one moves its figures. */
export function applicable(session: Session, checklist: ChecklistId): readonly QuestionId[] {
  const scored = session.result().checklists.find((one) => one.id === checklist);
  return (scored?.contributions ?? []).filter((line) => line.state !== "out-of-scope").map((line) => line.question);
}

export function level(id: string, more: Omit<Answer, "level"> = {}): Answer {
  return { level: id as LevelId, ...more };
}

/** Waits until `holds`, as a person who looks at the screen would; fails after two seconds. */
export async function until(holds: () => boolean, what = "the workbench did not follow"): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(what);
}
