import { For, Show } from "solid-js";
import { inLanguage, type Answer, type Level, type Question } from "#domain";
import type { Conflict } from "#workbench";
import { Banner, Button, Facts } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

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
              <Said answer={event.answer} levels={props.levels} />
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

function Said(props: { readonly answer: Answer | null; readonly levels: readonly Level[] }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const level = () => {
    if (!props.answer) return t().assess.conflict.takenBack;
    if (props.answer.notApplicable) return t().common.levels.notApplicable;
    const found = props.levels.find((one) => one.id === props.answer?.level);
    return found ? inLanguage(found.label, language()) : t().assess.conflict.noLevel;
  };
  const names = () => (props.answer?.evidence ?? []).map((id) => view.session.assessment().evidence.find((one) => one.id === id)?.name ?? id);
  const facts = () => [
    ...(props.answer?.justification ? [{ label: t().assess.conflict.reason, value: props.answer.justification }] : []),
    ...(props.answer?.note ? [{ label: t().assess.conflict.note, value: props.answer.note }] : []),
    ...(names().length > 0 ? [{ label: t().assess.conflict.evidence, value: t().common.list(names()) }] : []),
  ];
  return (
    <>
      <p class="conflict-level">{level()}</p>
      <Show when={facts().length > 0}>
        <Facts facts={facts()} />
      </Show>
    </>
  );
}
