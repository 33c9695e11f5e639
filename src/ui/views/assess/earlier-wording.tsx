import { createMemo, Show } from "solid-js";
import { compareChecklists, inLanguage, isSameLevelWording, levelOf, type ChecklistRef, type Level, type Question } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { Rewordings } from "../upgrades/rewordings.tsx";
import { useAssessView } from "./assess-view.ts";

/** An answer that was given to an earlier wording: both wordings, and the question whether it is still true. */
export function EarlierWording(props: { readonly question: Question }) {
  const view = useAssessView();
  const saidOf = () => (view.answering.conflict(props.question.id) ? undefined : view.answering.answer(props.question.id)?.saidOf);
  return <Show when={saidOf()}>{(ref) => <Panel question={props.question} saidOf={ref()} />}</Show>;
}

function Panel(props: { readonly question: Question; readonly saidOf: ChecklistRef }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const level = () => view.answering.answer(props.question.id)?.level;
  const kept = createMemo(() => {
    const earlier = view.session.earlierVersion(props.saidOf);
    if (!earlier) return null;
    const found = compareChecklists(earlier.checklist, view.checklist).questions.find((one) => one.id === props.question.id);
    return found?.kind === "kept" ? { ...found, checklist: earlier.checklist } : null;
  });
  const now = () => levelOf(view.checklist, props.question, level());
  const then = () => {
    const was = kept();
    return was ? levelOf(was.checklist, was.before.question, level()) : undefined;
  };
  const isGone = () => level() !== undefined && now() === undefined;
  const say = (one: Level) => `${inLanguage(one.label, language())}: ${inLanguage(one.meaning, language())}`;
  const levelLine = () => {
    const [before, after] = [then(), now()];
    if (!before) return null;
    if (!after) return t().upgrades.earlier.was(say(before));
    return isSameLevelWording(before, after) ? null : t().upgrades.earlier.level(say(before), say(after));
  };
  return (
    <section class="earlier" aria-label={t().upgrades.earlier.title(props.saidOf.version)}>
      <h3>{t().upgrades.earlier.title(props.saidOf.version)}</h3>
      <p>{isGone() ? t().upgrades.earlier.gone : t().upgrades.earlier.text}</p>
      <Show when={kept()} fallback={<p class="quiet-text">{t().upgrades.earlier.notHere(props.saidOf.version)}</p>}>
        {(found) => <Rewordings rewordings={found().reworded} />}
      </Show>
      <Show when={levelLine()}>{(line) => <p>{line()}</p>}</Show>
      <Show when={!isGone()}>
        <p class="earlier-choice">
          <Button icon="check" disabled={!view.canEdit()} onClick={() => view.answering.confirm(props.question.id)}>
            {t().upgrades.earlier.still}
          </Button>
          <span class="quiet-text">{t().upgrades.earlier.orAnew}</span>
        </p>
      </Show>
    </section>
  );
}
