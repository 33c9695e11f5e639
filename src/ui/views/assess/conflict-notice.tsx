import { Show } from "solid-js";
import { Banner, Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** That questions of this checklist wait for somebody to choose between copies, and the way to them. */
export function ConflictNotice() {
  const t = useTexts();
  const view = useAssessView();
  const waiting = () => view.placed.filter((one) => view.answering.conflict(one.question.id));
  const show = () => {
    const first = waiting()[0];
    if (first) view.go(first.question.id, { mode: "one", show: "conflict" });
  };
  return (
    <Show when={view.filter().show !== "conflict" && waiting().length > 0}>
      <div class="assess-notice">
        <Banner
          tone="warning"
          action={
            <Button size="small" onClick={show}>
              {t().assess.conflict.show}
            </Button>
          }
        >
          {t().assess.conflict.waiting(waiting().length)}
        </Banner>
      </div>
    </Show>
  );
}
