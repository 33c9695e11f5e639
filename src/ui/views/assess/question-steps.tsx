import { Show } from "solid-js";
import { Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** Back and forth within the filter. They stand outside the question, so that the focus stays on them. */
export function QuestionSteps(props: { readonly isFoot?: boolean }) {
  const t = useTexts();
  const view = useAssessView();
  const place = () => view.matching().findIndex((one) => one === view.current());
  const goTo = (placed: ReturnType<typeof view.neighbour>) => placed && view.go(placed.question.id);
  return (
    <div class="question-steps" data-foot={props.isFoot ? "" : undefined}>
      <Button size="small" icon="arrow-left" disabled={!view.neighbour(-1)} onClick={() => goTo(view.neighbour(-1))}>
        {t().assess.question.previous}
      </Button>
      <Show when={!props.isFoot}>
        <span class="question-position figures" role="status">
          {place() >= 0 ? t().assess.question.position(place() + 1, view.matching().length) : t().assess.question.notInFilter(view.matching().length)}
        </span>
      </Show>
      <Button size="small" iconEnd="arrow-right" disabled={!view.neighbour(1)} onClick={() => goTo(view.neighbour(1))}>
        {t().assess.question.next}
      </Button>
      <Button size="small" tone="quiet" disabled={!view.nextUnanswered()} onClick={() => goTo(view.nextUnanswered())}>
        {view.nextUnanswered() ? t().assess.question.nextUnanswered : t().assess.question.allAnswered}
      </Button>
    </div>
  );
}
