import { Show } from "solid-js";
import { inLanguage, type Answer, type Level } from "#domain";
import { Facts } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** All that one answer says, on the scale that it was given on; null for an answer taken back. */
export function SaidAnswer(props: { readonly answer: Answer | null; readonly levels: readonly Level[] }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const level = () => {
    if (!props.answer) return t().assess.conflict.takenBack;
    if (props.answer.notApplicable) return t().common.levels.notApplicable;
    const found = props.levels.find((one) => one.id === props.answer?.level);
    return found ? inLanguage(found.label, language()) : (props.answer.level ?? t().assess.conflict.noLevel);
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
