import { createMemo, Show } from "solid-js";
import type { ChecklistId, ChecklistResult } from "#domain";
import { useSession } from "#workbench";
import { DataTable, FigureValue, IntervalBar } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import type { ProposalChoice } from "./create-proposal-choice.ts";
import type { ProposalWords } from "./proposal-words.ts";

interface EffectRow {
  readonly checklist: ChecklistId;
  readonly answers: number;
  readonly before: ChecklistResult;
  readonly after: ChecklistResult;
}

/** S17: each checklist's figures before and after, computed and not recorded. */
export function ProposalEffect(props: { readonly choice: ProposalChoice; readonly words: ProposalWords }) {
  const t = useTexts();
  const session = useSession();
  const rows = createMemo((): readonly EffectRow[] =>
    (props.choice.preview()?.checklists ?? []).flatMap((after) => {
      const answers = props.choice.chosen().filter((one) => one.checklist === after.id).length;
      const before = session.result().checklists.find((one) => one.id === after.id);
      return before && answers > 0 ? [{ checklist: after.id, answers, before, after }] : [];
    }),
  );
  const figure = (checklist: ChecklistId, result: ChecklistResult) => (
    <span class="proposal-figure">
      <IntervalBar size="row" figure={result.total} blocked={result.blocked} label={props.words.title(checklist)} />
      <FigureValue detailed figure={result.total} blocked={result.blocked} label={props.words.title(checklist)} />
    </span>
  );
  const words = () => t().proposals.dialog;
  return (
    <section class="proposal-effect" aria-label={words().effect}>
      <h3>{words().effect}</h3>
      <Show when={rows().length > 0} fallback={<p class="quiet-text">{words().noEffect}</p>}>
        <DataTable
          caption={words().effect}
          captionHidden
          narrow="stack"
          empty={words().noEffect}
          rows={rows()}
          columns={[
            { id: "checklist", label: words().checklist, isRowHeader: true, width: "34%", cell: (row) => props.words.title(row.checklist) },
            { id: "answers", label: words().answers, align: "end", width: "10%", cell: (row) => row.answers },
            { id: "before", label: words().before, width: "28%", cell: (row) => figure(row.checklist, row.before) },
            { id: "after", label: words().after, width: "28%", cell: (row) => figure(row.checklist, row.after) },
          ]}
        />
      </Show>
    </section>
  );
}
