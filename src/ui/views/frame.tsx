import { useLocation, type RouteSectionProps } from "@solidjs/router";
import { createEffect, createMemo, createSignal, ErrorBoundary, on, Show, Suspense } from "solid-js";
import { useWorkbench } from "#workbench";
import { Banner, BusyText, Button, SaveState, ToasterProvider } from "../parts/index.ts";
import { sayError, useTexts } from "../texts/index.ts";
import { useAttempt } from "./use-attempt.ts";
import { AppShell, places, type Place } from "./app-shell.tsx";
import { savingOf } from "./saving-of.ts";

/** Every page stands in this frame: where one is, what is open, whether it is saved. */
export function Frame(props: RouteSectionProps) {
  const t = useTexts();
  const workbench = useWorkbench();
  const location = useLocation();
  const current = createMemo<Place>(() => {
    const [first = ""] = location.pathname.split("/").filter(Boolean);
    if (first === "checklists") return "settings";
    return places.find((place) => place === first) ?? "systems";
  });
  const session = () => (["assess", "gaps", "report"].includes(current()) ? workbench.session() : null);
  const hrefs = () => {
    const id = workbench.session()?.id ?? null;
    const within = (place: Place) => (id ? `#/${place}/${encodeURIComponent(id)}` : null);
    return { systems: "#/", assess: within("assess"), gaps: within("gaps"), report: within("report"), verify: "#/verify", settings: "#/settings" };
  };
  createEffect(on(current, focusContent, { defer: true }));
  return (
    <ToasterProvider>
      <AppShell
        hrefs={hrefs()}
        current={current()}
        pageTitle={t().common.navigation[current()]}
        systemName={session()?.assessment().system.name ?? null}
        status={<Show when={session()}>{(open) => <SaveState saving={savingOf(open().saveState(), workbench.drafts.areOpen())} onRetry={open().retrySave} />}</Show>}
        notice={<FrameNotices />}
        theme={workbench.settings.theme()}
        onTheme={workbench.settings.setTheme}
        onLanguage={workbench.settings.setLanguage}
      >
        <ErrorBoundary
          fallback={(_error: unknown, reset) => (
            <Banner tone="error" action={<Button onClick={reset}>{t().common.buttons.retry}</Button>}>
              {t().errors.internal({})}
            </Banner>
          )}
        >
          <Suspense fallback={<BusyText>{t().common.loading}</BusyText>}>{props.children}</Suspense>
        </ErrorBoundary>
      </AppShell>
    </ToasterProvider>
  );
}

/** After going to another place, where the focus was may be gone: then it begins at the content. */
function focusContent(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body) document.getElementById("content")?.focus();
  });
}

/** What concerns the whole app: storage that fails, a newer version, a tab left behind. */
function FrameNotices() {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [isPutOff, setPutOff] = createSignal(false);
  return (
    <div class="notices">
      <Show when={workbench.failure()}>
        {(code) => (
          <Banner tone="error" title={t().frame.unavailable}>
            {sayError(t(), { code: code(), facts: {} })}
          </Banner>
        )}
      </Show>
      <Show when={workbench.outdated()}>
        <Banner
          tone="warning"
          title={t().frame.outdated.title}
          action={<Button onClick={() => window.location.reload()}>{t().frame.outdated.reload}</Button>}
        >
          {workbench.hasUnsaved() ? t().frame.outdated.unsaved : t().frame.outdated.text}
        </Banner>
      </Show>
      <Show when={workbench.updateReady() && !isPutOff()}>
        <Banner
          title={t().frame.update.title}
          action={
            <>
              <Button tone="quiet" onClick={() => setPutOff(true)}>
                {t().frame.update.later}
              </Button>
              <Button onClick={() => void attempt(workbench.applyUpdate)}>{t().frame.update.apply}</Button>
            </>
          }
        >
          {t().frame.update.text}
        </Banner>
      </Show>
    </div>
  );
}
