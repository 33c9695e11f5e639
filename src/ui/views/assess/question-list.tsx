import { createEffect, createMemo, For, on, Show, untrack } from "solid-js";
import { inLanguage, listSections, scaleOf, type PlacedQuestion } from "#domain";
import { Button, EmptyState, KnockoutMark, levelKeys, ObligationMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { sayStanding } from "./say-standing.ts";

/** All questions of a section that pass the filter, one row each. */
export function QuestionList() {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const section = createMemo(() => listSections(view.checklist.sections).find((one) => one.section.id === view.listed())?.section);
  const rows = createMemo(() => view.matching().filter((one) => one.sections.some((above) => above.id === view.listed())));
  return (
    <section class="question-list" aria-labelledby="question-list-title">
      <h2 id="question-list-title">
        <Show when={section()}>{(one) => inLanguage(one().title, language())}</Show>
      </h2>
      <p class="quiet-text">{t().assess.list.hint}</p>
      <ol class="question-rows">
        <For
          each={rows()}
          fallback={
            <EmptyState
              title={t().assess.filter.noneHere}
              action={<Button onClick={() => view.setFilter({ show: "all", phase: null, obligation: null })}>{t().assess.filter.clear}</Button>}
            />
          }
        >
          {(placed) => <QuestionRow placed={placed} />}
        </For>
      </ol>
    </section>
  );
}

function QuestionRow(props: { readonly placed: PlacedQuestion }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const placed = untrack(() => props.placed);
  const { question } = placed;
  const { levels } = scaleOf(view.checklist, question);
  const answer = () => view.answering.answer(question.id);
  const chosen = () => levels.findIndex((level) => level.id === answer()?.level);
  const state = () => view.contribution(question.id)?.state ?? "unanswered";
  const isDisputed = () => view.answering.conflict(question.id) !== undefined;
  const said = () => sayStanding(t(), language(), { answer: answer(), level: levels[chosen()], state: state(), isDisputed: isDisputed() });
  const isCurrent = () => view.current() === placed;
  let button: HTMLButtonElement | undefined;
  createEffect(on(isCurrent, (is) => is && button && bringIntoSight(button, view.takesFocus())));
  return (
    <li class="question-row" data-question={question.id} data-state={state()} data-current={isCurrent() ? "" : undefined}>
      <button
        type="button"
        class="question-row-open"
        aria-current={isCurrent() ? "true" : undefined}
        ref={button}
        onFocus={() => !isCurrent() && view.go(question.id, { replace: true })}
        onClick={() => view.go(question.id, { mode: "one" })}
      >
        <span class="question-row-id figures">{question.id}</span>
        <span class="question-row-text">{inLanguage(question.text, language())}</span>
      </button>
      <span class="question-row-marks">
        <ObligationMark obligation={question.obligation} />
        <Show when={question.knockout}>
          <KnockoutMark fails={view.finding(question.id) !== undefined} />
        </Show>
        <Show when={(answer()?.evidence?.length ?? 0) > 0}>
          <span class="figures">{t().assess.list.evidence(answer()?.evidence?.length ?? 0)}</span>
        </Show>
      </span>
      <span class="question-row-level">
        <Show when={state() === "answered"}>
          <kbd class="level-key">{levelKeys(levels)[chosen()]}</kbd>
        </Show>
        {said()}
      </span>
    </li>
  );
}

/** Keys move from row to row; a focus in a filter or in the sections stays there. */
function bringIntoSight(button: HTMLButtonElement, takesFocus: boolean): void {
  if (takesFocus) button.focus({ preventScroll: true });
  button.scrollIntoView({ block: "nearest" });
}
