import { createMemo, createSignal, For, Show } from "solid-js";
import { answersNoLongerAsked, findQuestion, inLanguage, scaleOf, type RecordedAnswer } from "#domain";
import { Button, Dialog } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { SaidAnswer } from "./said-answer.tsx";

/** Answers to questions that the checklist asks no more, with the wording they were given to. */
export function NoLongerAsked() {
  const t = useTexts();
  const view = useAssessView();
  const [isOpen, setOpen] = createSignal(false);
  const gone = createMemo(() => answersNoLongerAsked(view.checklist, view.session.assessment().answers[view.checklist.id]));
  return (
    <Show when={gone().length > 0}>
      <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
        {t().upgrades.gone.button(gone().length)}
      </Button>
      <Dialog open={isOpen()} onClose={() => setOpen(false)} title={t().upgrades.gone.title} description={t().upgrades.gone.text} size="wide">
        <ol class="gone">
          <For each={gone()}>{(one) => <Gone recorded={one} onGo={() => setOpen(false)} />}</For>
        </ol>
      </Dialog>
    </Show>
  );
}

function Gone(props: { readonly recorded: RecordedAnswer; readonly onGo: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const answer = () => props.recorded.answer;
  const earlier = createMemo(() => {
    const saidOf = answer().saidOf;
    const version = saidOf && view.session.earlierVersion(saidOf);
    const question = version && findQuestion(version.checklist, props.recorded.question)?.question;
    return question ? { question, levels: scaleOf(version.checklist, question).levels } : null;
  });
  const successors = () => view.placed.filter((one) => one.question.replaces?.includes(props.recorded.question));
  return (
    <li class="gone-answer">
      <p class="difference-head">
        <span class="figures">{props.recorded.question}</span>
        <Show when={answer().saidOf}>{(ref) => <span class="quiet-text">{t().upgrades.gone.version(ref().version)}</span>}</Show>
      </p>
      <Show when={earlier()} fallback={<p class="quiet-text">{t().upgrades.gone.wordingNotHere}</p>}>
        {(found) => <p>{inLanguage(found().question.text, language())}</p>}
      </Show>
      <SaidAnswer answer={answer()} levels={earlier()?.levels ?? []} />
      <Show when={answer().at}>
        {(at) => <p class="quiet-text figures">{t().assess.question.answeredBy(answer().by || t().assess.question.nobody, t().common.moment(at()))}</p>}
      </Show>
      <Show when={successors().length > 0}>
        <p class="cluster">
          {t().upgrades.gone.nowAsked}
          <For each={successors()}>
            {(placed) => (
              <Button
                size="small"
                tone="quiet"
                onClick={() => {
                  props.onGo();
                  view.go(placed.question.id, { mode: "one" });
                }}
              >
                {placed.question.id}
              </Button>
            )}
          </For>
        </p>
      </Show>
    </li>
  );
}
