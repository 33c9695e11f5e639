import { createResource } from "solid-js";
import type { Language, ReportDocument, TemplateId } from "#domain";
import { useSession, useWorkbench } from "#workbench";

export interface Preview {
  /** the last document composed; null until the first */
  readonly document: () => ReportDocument | null;
  readonly isComposing: () => boolean;
  readonly hasFailed: () => boolean;
  readonly retry: () => void;
}

/** Composes the document anew whenever the assessment or the wish changes. */
export function createPreview(template: () => TemplateId, language: () => Language, withData: () => boolean): Preview {
  const session = useSession();
  const { settings } = useWorkbench();
  const wish = () => ({ template: template(), language: language(), withData: withData(), state: session.result(), lifecycle: settings.lifecycle() });
  const [resource, { refetch }] = createResource(
    wish,
    async (now): Promise<ReportDocument | null> => {
      await nextPaint();
      return session.composeReport(now.template, now.language, { withData: now.withData });
    },
    { initialValue: null },
  );
  const hasFailed = () => resource.error !== undefined;
  return {
    document: () => (hasFailed() ? null : resource.latest),
    isComposing: () => resource.loading,
    hasFailed,
    retry: () => void refetch(),
  };
}

/** Lets the browser show that work has begun before the work takes its thread. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
