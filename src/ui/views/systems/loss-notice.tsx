import { Show } from "solid-js";
import { useWorkbench } from "#workbench";
import { Banner, Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** An empty list where assessments were is not a first run. */
export function LossNotice() {
  const t = useTexts();
  const { loss } = useWorkbench();
  return (
    <Show when={loss.count()}>
      {(count) => (
        <Banner
          tone="error"
          title={t().systems.lost.title(count())}
          action={
            <Button size="small" onClick={loss.takeNote}>
              {t().systems.lost.takeNote}
            </Button>
          }
        >
          {t().systems.lost.text}
        </Banner>
      )}
    </Show>
  );
}
