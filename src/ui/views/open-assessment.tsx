import { useParams, type RouteSectionProps } from "@solidjs/router";
import { createResource, ErrorBoundary, Show, Suspense } from "solid-js";
import { WorkbenchError, type AssessmentId } from "#domain";
import { SessionContext, useWorkbench } from "#workbench";
import { Banner, Button, BusyText, LinkButton } from "../parts/index.ts";
import { useTexts } from "../texts/index.ts";
import { Lost } from "./lost.tsx";
import { SessionNotices } from "./session-notices.tsx";

/** Opens the assessment that the address names, and gives it to the page inside. */
export function OpenAssessment(props: RouteSectionProps) {
  const t = useTexts();
  const workbench = useWorkbench();
  const params = useParams();
  const [session, { refetch }] = createResource(
    () => params["id"] ?? null,
    (id) => workbench.open(id as AssessmentId),
  );
  const failure = () => {
    const error: unknown = session.error;
    if (!error) return null;
    return error instanceof WorkbenchError ? error : new WorkbenchError("internal", String(error));
  };
  return (
    <Show
      when={failure()}
      fallback={
        <Suspense fallback={<BusyText>{t().common.loading}</BusyText>}>
          <Show when={session()} keyed>
            {(open) => (
              <SessionContext.Provider value={open}>
                <SessionNotices />
                <ErrorBoundary
                  fallback={(_error: unknown, reset) => (
                    <Banner tone="error" action={<Button onClick={reset}>{t().common.buttons.retry}</Button>}>
                      {t().errors.internal({})}
                    </Banner>
                  )}
                >
                  {props.children}
                </ErrorBoundary>
              </SessionContext.Provider>
            )}
          </Show>
        </Suspense>
      }
    >
      {(error) => (
        <Lost error={error()}>
          <LinkButton tone="primary" href="#/">
            {t().frame.toSystems}
          </LinkButton>
          <Show when={error().code !== "not-found"}>
            <Button onClick={() => void refetch()}>{t().common.buttons.retry}</Button>
          </Show>
        </Lost>
      )}
    </Show>
  );
}
