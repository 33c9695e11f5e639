import { createMemo, For, Show } from "solid-js";
import type { ChecklistId, ChecklistResult } from "#domain";
import { useSession } from "#workbench";
import { FigureValue, IntervalBar, KnockoutMark } from "../../parts/index.ts";
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
  const words = () => t().proposals.dialog;
  return (
    <section class="proposal-effect" aria-label={words().effect}>
      <h3>{words().effect}</h3>
      <ul>
        <For each={rows()} fallback={<li class="quiet-text">{words().noEffect}</li>}>
          {(row) => (
            <li class="proposal-effect-row">
              <p>
                {props.words.title(row.checklist)} <span class="quiet-text figures">{words().count(row.answers)}</span>
              </p>
              <Figures label={words().before} title={props.words.title(row.checklist)} result={row.before} />
              <Figures label={words().after} title={props.words.title(row.checklist)} result={row.after} />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function Figures(props: { readonly label: string; readonly title: string; readonly result: ChecklistResult }) {
  return (
    <div class="proposal-figure">
      <p class="quiet-text">{props.label}</p>
      <IntervalBar size="row" figure={props.result.total} blocked={props.result.blocked} label={`${props.title}, ${props.label}`} />
      <FigureValue detailed figure={props.result.total} blocked={props.result.blocked} label={`${props.title}, ${props.label}`} />
      <Show when={props.result.blocked}>
        <KnockoutMark fails />
      </Show>
    </div>
  );
}
