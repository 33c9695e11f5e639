import { createMemo, For, Show } from "solid-js";
import type { QuestionId } from "#domain";
import { Button, Disclosure, EvidenceSlip } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** S17: evidence that related questions stand on, to look at and to link; it is linked to nothing by itself. */
export function RelatedEvidenceList(props: { readonly question: QuestionId }) {
  const t = useTexts();
  const view = useAssessView();
  const offered = createMemo(() => {
    const recorded = new Map(view.session.assessment().evidence.map((one) => [one.id, one]));
    return view.session.proposals.evidence(view.checklist.id, props.question).flatMap(({ evidence, linkedTo }) => {
      const found = recorded.get(evidence);
      return found ? [{ evidence: found, questions: linkedTo.map((one) => one.question) }] : [];
    });
  });
  return (
    <Show when={offered().length > 0}>
      <Disclosure summary={t().proposals.evidence.title(offered().length)}>
        <p class="quiet-text">{t().proposals.evidence.text}</p>
        <div class="slips">
          <For each={offered()}>
            {({ evidence, questions }) => (
              <EvidenceSlip
                evidence={evidence}
                on={view.session.assessment().assessedAt}
                actions={
                  <>
                    <span class="evidence-uses figures">{t().proposals.evidence.linkedTo(t().common.list(questions))}</span>
                    <Button
                      size="small"
                      disabled={!view.canEdit()}
                      aria-label={`${t().proposals.evidence.link}: ${evidence.name}`}
                      onClick={() => view.answering.link(props.question, [evidence.id])}
                    >
                      {t().proposals.evidence.link}
                    </Button>
                  </>
                }
              />
            )}
          </For>
        </div>
      </Disclosure>
    </Show>
  );
}
