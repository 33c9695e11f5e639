import { createSignal, For, Show } from "solid-js";
import type { Evidence, EvidenceId, QuestionId } from "#domain";
import { Button, EvidenceSlip } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { EvidenceDetails } from "./evidence-details.tsx";

/** The evidence of one question as slips of paper. */
export function LinkedEvidence(props: { readonly question: QuestionId; readonly onAdd: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  const [opened, setOpened] = createSignal<EvidenceId | null>(null);
  const linked = () => view.answering.answer(props.question)?.evidence ?? [];
  const recorded = (id: EvidenceId): Evidence | undefined => view.session.assessment().evidence.find((one) => one.id === id);
  return (
    <section class="question-evidence">
      <div class="question-evidence-head">
        <h3>{t().assess.evidence.title}</h3>
        <Button size="small" icon="add" disabled={!view.canEdit()} onClick={() => props.onAdd()}>
          {t().assess.evidence.add}
        </Button>
      </div>
      <Show when={linked().length > 0} fallback={<p class="quiet-text">{t().assess.evidence.none}</p>}>
        <div class="slips">
          <For each={linked()}>
            {(id) => (
              <Show when={recorded(id)} fallback={<p class="quiet-text">{t().assess.evidence.unknown(id)}</p>}>
                {(evidence) => (
                  <EvidenceSlip
                    evidence={evidence()}
                    on={view.session.assessment().assessedAt}
                    onOpen={() => setOpened(id)}
                    actions={<EvidenceHash evidence={evidence()} />}
                    onUnlink={view.canEdit() ? () => view.answering.unlink(props.question, id) : undefined}
                  />
                )}
              </Show>
            )}
          </For>
        </div>
      </Show>
      <EvidenceDetails evidence={opened() ? (recorded(opened() as EvidenceId) ?? null) : null} onClose={() => setOpened(null)} />
    </section>
  );
}

/** The first digits of the hash, enough to compare at a glance; all of it stands in the details. */
function EvidenceHash(props: { readonly evidence: Evidence }) {
  const digits = () => (props.evidence.kind === "file" ? props.evidence.sha256.slice(0, 8) : null);
  return <Show when={digits()}>{(shown) => <code class="evidence-hash" title="SHA-256">{shown()}…</code>}</Show>;
}
