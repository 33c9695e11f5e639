import { untrack } from "solid-js";
import type { QuestionId } from "#domain";
import { createDraft } from "#workbench";
import { TextArea } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** The note on one question. Its question is fixed when it is made: what is typed lands there and nowhere else. */
export function NoteField(props: { readonly question: QuestionId }) {
  const t = useTexts();
  const { answering, canEdit } = useAssessView();
  const question = untrack(() => props.question);
  const draft = createDraft({
    value: () => answering.answer(question)?.note ?? "",
    commit: (text) => answering.setNote(question, text),
  });
  const held = answering.takeHeldNote(question);
  if (held !== null) draft.setText(held);
  return (
    <div class="question-note" data-assess-note onFocusOut={draft.flush}>
      <TextArea label={t().assess.note.label} hint={t().assess.note.hint} disabled={!canEdit()} value={draft.text()} onInput={draft.setText} />
    </div>
  );
}
