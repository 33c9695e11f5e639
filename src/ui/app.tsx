import { HashRouter, Route } from "@solidjs/router";
import { lazy, onMount, untrack } from "solid-js";
import { WorkbenchContext, type LiveWorkbench } from "#workbench";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { SystemsPage } from "./pages/systems-page.tsx";
import { loadLateParts } from "./parts/index.ts";
import { TextsProvider } from "./texts/index.ts";
import { Frame } from "./views/frame.tsx";
import { OpenAssessment } from "./views/open-assessment.tsx";
import "./styles/index.css";

const NewSystemPage = lazy(() => import("./pages/new-system-page.tsx").then((it) => ({ default: it.NewSystemPage })));
const AssessPage = lazy(() => import("./pages/assess-page.tsx").then((it) => ({ default: it.AssessPage })));
const GapsPage = lazy(() => import("./pages/gaps-page.tsx").then((it) => ({ default: it.GapsPage })));
const ReportPage = lazy(() => import("./pages/report-page.tsx").then((it) => ({ default: it.ReportPage })));
const VerifyPage = lazy(() => import("./pages/verify-page.tsx").then((it) => ({ default: it.VerifyPage })));
const SettingsPage = lazy(() => import("./pages/settings-page.tsx").then((it) => ({ default: it.SettingsPage })));
const ChecklistEditorPage = lazy(() => import("./pages/checklist-editor-page.tsx").then((it) => ({ default: it.ChecklistEditorPage })));

/** The whole interface over one workbench. */
export function App(props: { readonly workbench: LiveWorkbench }) {
  const workbench = untrack(() => props.workbench);
  onMount(() => whenIdle(() => void loadLateParts().catch(() => undefined)));
  return (
    <WorkbenchContext.Provider value={workbench}>
      <TextsProvider language={workbench.settings.language()}>
        <HashRouter root={Frame}>
          <Route path="/" component={SystemsPage} />
          <Route path="/new" component={NewSystemPage} />
          <Route path="/verify" component={VerifyPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route path="/checklists/new" component={ChecklistEditorPage} />
          <Route path="/checklists/:digest/edit" component={ChecklistEditorPage} />
          <Route path="/assess/:id" component={OpenAssessment}>
            <Route path="/" component={AssessPage} />
            <Route path="/:checklist" component={AssessPage} />
            <Route path="/:checklist/:question" component={AssessPage} />
          </Route>
          <Route path="/gaps/:id" component={OpenAssessment}>
            <Route path="/" component={GapsPage} />
          </Route>
          <Route path="/report/:id" component={OpenAssessment}>
            <Route path="/" component={ReportPage} />
          </Route>
          <Route path="*" component={NotFoundPage} />
        </HashRouter>
      </TextsProvider>
    </WorkbenchContext.Provider>
  );
}

/** After the first paint, when nobody waits for anything. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 5_000 });
  else setTimeout(work, 1_000);
}
