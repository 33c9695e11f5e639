import { createMemo, For, Show } from "solid-js";
import { answerTo, findQuestion, inLanguage, levelOf, scaleOf, type Answer, type Question, type QuestionId } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { SaidAnswer } from "./said-answer.tsx";

/** What was answered to the questions that this one replaces, until it is answered itself. Nothing is copied unseen. */
export function ProposedAnswers(props: { readonly question: Question }) {
  const view = useAssessView();
  const isOpen = () => {
    const answer = view.answering.answer(props.question.id);
    return answer?.level === undefined && !answer?.notApplicable && !view.answering.conflict(props.question.id);
  };
  const replaced = createMemo(() =>
    (props.question.replaces ?? []).flatMap((id) => {
      const answer = answerTo(view.session.assessment(), view.checklist.id, id);
      return answer ? [{ id, answer }] : [];
    }),
  );
  return (
    <Show when={isOpen()}>
      <For each={replaced()}>{(one) => <Proposal question={props.question} id={one.id} answer={one.answer} />}</For>
    </Show>
  );
}

function Proposal(props: { readonly question: Question; readonly id: QuestionId; readonly answer: Answer }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const earlier = createMemo(() => {
    const version = props.answer.saidOf && view.session.earlierVersion(props.answer.saidOf);
    const question = version && findQuestion(version.checklist, props.id)?.question;
    return question ? { question, levels: scaleOf(version.checklist, question).levels } : null;
  });
  const fits = () => props.answer.level === undefined || levelOf(view.checklist, props.question, props.answer.level) !== undefined;
  const accept = () => {
    const { level: _level, ...rest } = props.answer;
    view.answering.accept(props.question.id, fits() ? props.answer : rest);
  };
  const hasRest = () => Boolean(props.answer.note) || (props.answer.evidence?.length ?? 0) > 0;
  return (
    <section class="earlier" aria-label={t().upgrades.proposal.title(props.id)}>
      <h3>{t().upgrades.proposal.title(props.id)}</h3>
      <Show when={earlier()} fallback={<p class="quiet-text">{t().upgrades.gone.wordingNotHere}</p>}>
        {(found) => <p>{inLanguage(found().question.text, language())}</p>}
      </Show>
      <SaidAnswer answer={props.answer} levels={earlier()?.levels ?? []} />
      <p class="quiet-text">{fits() ? t().upgrades.proposal.text : t().upgrades.proposal.noLevel}</p>
      <Show when={fits() || hasRest()}>
        <p>
          <Button disabled={!view.canEdit()} onClick={accept}>
            {fits() ? t().upgrades.proposal.accept : t().upgrades.proposal.acceptRest}
          </Button>
        </p>
      </Show>
    </section>
  );
}
