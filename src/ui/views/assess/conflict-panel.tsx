import { For } from "solid-js";
import type { Level, Question } from "#domain";
import type { Conflict } from "#workbench";
import { Banner, Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { SaidAnswer } from "./said-answer.tsx";

/** Every value that copies of the assessment hold, side by side, until somebody chooses. */
export function ConflictPanel(props: { readonly conflict: Conflict; readonly question: Question; readonly levels: readonly Level[] }) {
  const t = useTexts();
  const view = useAssessView();
  const values = () => props.conflict.events.flatMap((event) => (event.kind === "question-answered" ? [event] : []));
  return (
    <section class="conflict" aria-label={t().assess.filter.conflict}>
      <Banner tone="warning" title={t().assess.conflict.title}>
        {t().assess.conflict.text}
      </Banner>
      <ol class="conflict-values">
        <For each={values()}>
          {(event) => (
            <li class="conflict-value">
              <p class="conflict-who figures">
                {t().assess.question.answeredBy(event.answer?.by || event.by || t().assess.question.nobody, t().common.moment(event.answer?.at ?? event.at))}
              </p>
              <SaidAnswer answer={event.answer} levels={props.levels} />
              <Button disabled={!view.canEdit()} onClick={() => view.answering.choose(props.question.id, event.answer)}>
                {t().assess.conflict.choose}
              </Button>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
