import { untrack } from "solid-js";
import type { QuestionId } from "#domain";
import { createDraft } from "#workbench";
import { TextArea } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** S3: why a question does not apply. Blank, it says that the question still counts as unanswered. */
export function JustificationField(props: { readonly question: QuestionId }) {
  const t = useTexts();
  const { answering, canEdit } = useAssessView();
  const question = untrack(() => props.question);
  const draft = createDraft({
    value: () => answering.answer(question)?.justification ?? "",
    commit: (text) => answering.setJustification(question, text),
  });
  return (
    <div data-assess-reason onFocusOut={draft.flush}>
      <TextArea
        label={t().assess.notApplicable.reason}
        hint={t().assess.notApplicable.hint}
        error={draft.text().trim() === "" ? t().assess.notApplicable.blank : undefined}
        rows={2}
        required
        disabled={!canEdit()}
        value={draft.text()}
        onInput={draft.setText}
      />
    </div>
  );
}
