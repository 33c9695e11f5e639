import { createMemo, createSignal, For, Show } from "solid-js";
import type { EvidenceId, QuestionId } from "#domain";
import { useSession } from "#workbench";
import { Button, EvidenceSlip, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** One piece of evidence may stand behind many questions. */
export function ExistingEvidence(props: { readonly question: QuestionId; readonly onLink: (id: EvidenceId) => void }) {
  const t = useTexts();
  const session = useSession();
  const view = useAssessView();
  const [wanted, setWanted] = createSignal("");
  const isLinked = (id: EvidenceId) => view.answering.answer(props.question)?.evidence?.includes(id) ?? false;
  const found = createMemo(() => {
    const words = wanted().trim().toLocaleLowerCase();
    return session.assessment().evidence.filter((one) => `${one.name} ${one.description ?? ""}`.toLocaleLowerCase().includes(words));
  });
  const uses = createMemo(() => countUses(session.assessment().answers));
  return (
    <Show when={session.assessment().evidence.length > 0} fallback={<p class="quiet-text">{t().assess.evidence.existingNone}</p>}>
      <div class="stack">
        <TextField type="search" label={t().assess.evidence.existingSearch} value={wanted()} onInput={setWanted} />
        <div class="slips">
          <For each={found()} fallback={<p class="quiet-text">{t().assess.evidence.existingNoMatch}</p>}>
            {(evidence) => (
              <EvidenceSlip
                evidence={evidence}
                on={session.assessment().assessedAt}
                actions={
                  <>
                    <span class="evidence-uses">{t().assess.evidence.usedBy(uses().get(evidence.id) ?? 0)}</span>
                    <Button size="small" disabled={isLinked(evidence.id)} aria-label={`${t().assess.evidence.link}: ${evidence.name}`} onClick={() => props.onLink(evidence.id)}>
                      {isLinked(evidence.id) ? t().assess.evidence.linked : t().assess.evidence.link}
                    </Button>
                  </>
                }
              />
            )}
          </For>
        </div>
      </div>
    </Show>
  );
}

function countUses(answers: ReturnType<ReturnType<typeof useSession>["assessment"]>["answers"]): ReadonlyMap<EvidenceId, number> {
  const uses = new Map<EvidenceId, number>();
  for (const byQuestion of Object.values(answers)) {
    for (const answer of Object.values(byQuestion)) {
      for (const id of answer.evidence ?? []) uses.set(id, (uses.get(id) ?? 0) + 1);
    }
  }
  return uses;
}
