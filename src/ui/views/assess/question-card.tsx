import { For, onMount, Show, untrack } from "solid-js";
import { inLanguage, scaleOf, toPercent, type Contribution, type PlacedQuestion } from "#domain";
import { KnockoutMark, LevelPicker, ObligationMark, PhaseTags } from "../../parts/index.ts";
import { useLanguage, useTexts, type Texts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { EarlierWording } from "./earlier-wording.tsx";
import { JustificationField } from "./justification-field.tsx";
import { LinkedEvidence } from "./linked-evidence.tsx";
import { NoteField } from "./note-field.tsx";
import { ProposedAnswers } from "./proposed-answers.tsx";
import { ProposalPanel } from "./proposal-panel.tsx";
import { RelatedEvidenceList } from "./related-evidence.tsx";
import { RelatedQuestions } from "./related-questions.tsx";

/** One question, large, and everything that can be said of it. Made anew for each question, so that no draft moves on. */
export function QuestionCard(props: { readonly placed: PlacedQuestion; readonly onAddEvidence: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const placed = untrack(() => props.placed);
  const { question } = placed;
  const { levels } = scaleOf(view.checklist, question);
  const answer = () => view.answering.answer(question.id);
  const contribution = () => view.contribution(question.id);
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading && bringIntoSight(heading, view.takesFocus()));
  return (
    <article class="question" aria-labelledby={`question-${question.id}`}>
      <p class="question-path">
        <For each={placed.sections}>{(section, index) => <>{index() > 0 ? " › " : ""}{inLanguage(section.title, language())}</>}</For>
      </p>
      <h2 id={`question-${question.id}`} class="question-text" tabindex="-1" ref={heading}>
        {inLanguage(question.text, language())}
      </h2>
      <div class="question-marks">
        <span class="question-id figures">{question.id}</span>
        <ObligationMark obligation={question.obligation} />
        <Show when={question.knockout}>
          <KnockoutMark fails={view.finding(question.id) !== undefined} />
        </Show>
        <span>{t().assess.question.weight[question.weight]}</span>
        <PhaseTags phases={question.phases} />
      </div>
      <div class="question-guide">
        <p class="question-help">{inLanguage(question.help, language())}</p>
        <Show when={question.evidence.length > 0}>
          <div class="question-satisfies">
            <h3>{t().assess.question.satisfies}</h3>
            <ul>
              <For each={question.evidence}>{(one) => <li>{inLanguage(one, language())}</li>}</For>
            </ul>
          </div>
        </Show>
      </div>
      <Show when={contribution()?.state === "out-of-scope"}>
        <p class="question-aside">{t().assess.question.outOfScope}</p>
      </Show>
      <Show when={question.knockout}>
        <p class="question-aside">{t().assess.question.knockoutMeaning}</p>
      </Show>
      <Show when={view.answering.conflict(question.id)}>
        {(conflict) => <ConflictPanel conflict={conflict()} question={question} levels={levels} />}
      </Show>
      <LevelPicker
        label={t().assess.question.levels}
        levels={levels.map((level) => ({ id: level.id, label: inLanguage(level.label, language()), meaning: inLanguage(level.meaning, language()) }))}
        level={answer()?.level ?? null}
        onLevel={(level) => view.answering.setLevel(question.id, level)}
        targetLevel={view.targetLevel(placed)}
        notApplicable={answer()?.notApplicable === true}
        onNotApplicable={() => view.answering.setNotApplicable(question.id)}
        onClear={() => view.answering.takeBack(question.id)}
        disabled={!view.canEdit()}
      />
      <EarlierWording question={question} />
      <ProposedAnswers question={question} />
      <div class="question-under figures">
        <Show when={contribution()}>{(line) => <span>{targetSentence(line(), t())}</span>}</Show>
        <Show when={!view.answering.conflict(question.id)}>
          <span>{whoAnswered(answer(), t())}</span>
        </Show>
      </div>
      <Show when={!view.answering.conflict(question.id)}>
        <ProposalPanel question={question.id} />
      </Show>
      <Show when={answer()?.notApplicable}>
        <JustificationField question={question.id} />
      </Show>
      <Show when={!view.answering.conflict(question.id)}>
        <LinkedEvidence question={question.id} onAdd={() => props.onAddEvidence()} />
        <RelatedEvidenceList question={question.id} />
      </Show>
      <RelatedQuestions question={question.id} />
      <Show when={!view.answering.conflict(question.id)}>
        <NoteField question={question.id} />
      </Show>
    </article>
  );
}

function targetSentence(line: Contribution, t: Texts): string {
  const words = t.assess.question.targetFrom;
  const origin = line.targetFrom.kind === "tier" ? words.tier(t.common.tier[line.targetFrom.tier]) : words[line.targetFrom.kind];
  return t.assess.question.target(toPercent(line.target), origin);
}

function whoAnswered(answer: { readonly by?: string; readonly at?: string } | undefined, t: Texts): string {
  if (!answer) return t.assess.question.notAnswered;
  const name = answer.by || t.assess.question.nobody;
  return answer.at ? t.assess.question.answeredBy(name, t.common.moment(answer.at)) : name;
}

/** Whoever came by a key goes on from the question; a focus on a button stays there. */
function bringIntoSight(heading: HTMLElement, takesFocus: boolean): void {
  if (takesFocus) heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "nearest" });
}
