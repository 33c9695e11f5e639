import { Show } from "solid-js";
import type { AssessmentMeta } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";

/** Whether the browser promises to keep the data, and how many assessments have no fresh copy outside it. */
export function KeepingNotice(props: { readonly assessments: readonly AssessmentMeta[] }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const uncopied = () => props.assessments.filter((row) => row.exportedAt === null || row.exportedEvents < row.events).length;
  const mayBeCleared = () => workbench.persistence()?.persisted === false;
  return (
    <Show when={mayBeCleared() && uncopied() > 0}>
      <Banner
        tone="info"
        action={
          <Button size="small" onClick={() => void attempt(workbench.askToPersist)}>
            {t().systems.askToKeep}
          </Button>
        }
      >
        {t().systems.mayBeCleared(uncopied())}
      </Banner>
    </Show>
  );
}
