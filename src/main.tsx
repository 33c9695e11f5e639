import { render } from "solid-js/web";
import { sample } from "virtual:assay-sample";
import { registerSW } from "virtual:pwa-register";
import sansUrl from "@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf?url";
import sansBoldUrl from "@expo-google-fonts/noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf?url";
import serifUrl from "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url";
import type { ChecklistSummary, Crosswalk, DecisionTree, DecisionTreeSummary, Lifecycles, LifecycleViewSummary, PinnedChecklist, ReportTemplate } from "#domain";
import { App } from "#ui";
import { createWorkbench, saveOnLeaving } from "#workbench";

const summaries = import.meta.glob<ChecklistSummary | DecisionTreeSummary | null>(["/checklists/*.yaml", "!/checklists/lifecycles.yaml"], { query: "?summary", import: "default", eager: true });
const contents = import.meta.glob("/checklists/*.yaml", { import: "default" });
const load = <Content,>(path: string) => contents[path]!() as Promise<Content>;
const texts = import.meta.glob<string>(["/checklists/*.yaml", "!**/{crosswalk,lifecycles}.yaml", "!**/*-{tier,path}.yaml"], { query: "?raw", import: "default" });
const views = import.meta.glob<readonly LifecycleViewSummary[]>("/checklists/lifecycles.yaml", { query: "?summary", import: "default", eager: true });
const templates = import.meta.glob<ReportTemplate>("/templates/*.yaml", { import: "default", eager: true });

/** Opened by a double click: no server, no service worker, and a store that every page from a disk shares. */
const isFromDisk = location.protocol === "file:";

const workbench = createWorkbench({
  openStorage: async (onOutdated) => (await import("#storage")).openStorage({ onOutdated }),
  library: {
    checklists: Object.entries(summaries).flatMap(([path, summary]) => (summary && "questions" in summary ? [{ summary, load: () => load<PinnedChecklist>(path), text: () => texts[path]!() }] : [])),
    trees: Object.entries(summaries).flatMap(([path, summary]) => (summary && "conclusions" in summary ? [{ summary, load: () => load<DecisionTree>(path) }] : [])),
    templates: Object.values(templates),
    crosswalk: () => load<Crosswalk>("/checklists/crosswalk.yaml"),
    lifecycles: { views: Object.values(views).flat(), load: () => load<Lifecycles>("/checklists/lifecycles.yaml") },
  },
  preferences: {
    read: (key) => attempt(() => localStorage.getItem(`assay.${key}`)),
    write: (key, value) => void attempt(() => localStorage.setItem(`assay.${key}`, value)),
  },
  preferredLanguages: navigator.languages,
  clock: () => new Date().toISOString(),
  randomId: () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join(""),
  appVersion: __ASSAY_VERSION__,
  fonts: { sans: sansUrl, sansBold: sansBoldUrl, serif: serifUrl },
  sample,
  isFromDisk,
  updates: "serviceWorker" in navigator && import.meta.env.PROD && !isFromDisk ? watchForUpdates() : null,
});

saveOnLeaving(workbench);

render(() => <App workbench={workbench} />, document.getElementById("app")!);

/** A new version waits until somebody accepts it: accepting saves first, then reloads this tab. */
function watchForUpdates() {
  let ready: () => void = () => undefined;
  const apply = registerSW({ onNeedRefresh: () => ready(), onNeedReload: () => void workbench.settled().then(() => location.reload()) });
  return { onReady: (listener: () => void) => void (ready = listener), apply: () => apply(true) };
}

function attempt<T>(read: () => T): T | null {
  try { return read(); } catch { return null; }
}
