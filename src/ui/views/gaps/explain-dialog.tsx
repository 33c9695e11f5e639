import { createMemo, For, Show } from "solid-js";
import { inLanguage, toPercent, type Checklist, type ChecklistResult } from "#domain";
import { useSession } from "#workbench";
import { DataTable, Dialog, FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { questionHref } from "../question-href.ts";
import { explainLines, type Explained, type ExplainLine } from "./explain-lines.ts";

export interface ExplainDialogProps {
  readonly explained: Explained | null;
  readonly checklist: Checklist;
  readonly result: ChecklistResult;
  readonly onClose: () => void;
}

/** S13: every figure carries its contributions: question, value, target, weight, rules, evidence. */
export function ExplainDialog(props: ExplainDialogProps) {
  const t = useTexts();
  return (
    <Dialog open={props.explained !== null} size="wide" onClose={props.onClose} title={props.explained?.title ?? ""}>
      <Show when={props.explained}>
        {(explained) => (
          <>
            <div class="explain-figure">
              <FigureValue size="head" detailed figure={explained().figure} blocked={explained().blocked} label={explained().title} />
              <IntervalBar size="head" figure={explained().figure} blocked={explained().blocked} label={explained().title} />
            </div>
            <p class="quiet-text">{t().gaps.explain.text}</p>
            <ExplainTable explained={explained()} checklist={props.checklist} result={props.result} />
          </>
        )}
      </Show>
    </Dialog>
  );
}

/** The lines whose `won` over `required` is the figure. */
export function ExplainTable(props: { readonly explained: Explained; readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const lines = createMemo(() => explainLines(props.checklist, props.result, props.explained.within));
  const share = (value: number | null) => (value === null ? "–" : String(toPercent(value)));
  return (
    <DataTable
      caption={t().gaps.explain.table(props.explained.title)}
      captionHidden
      narrow="stack"
      empty={t().gaps.explain.none}
      rows={lines()}
      rowState={(line) => line.contribution.state}
      columns={[
        { id: "question", label: t().gaps.question, isRowHeader: true, cell: (line) => <LineQuestion line={line} checklist={props.checklist} /> },
        { id: "state", label: t().gaps.explain.state, width: "7.5rem", cell: (line) => t().common.questionState[line.contribution.state] },
        {
          id: "value",
          label: t().gaps.explain.value,
          align: "end",
          width: "6.5rem",
          cell: (line) => t().gaps.ofTarget(share(line.contribution.value), share(line.contribution.target)),
        },
        { id: "weight", label: t().gaps.explain.weight, align: "end", width: "4rem", cell: (line) => line.contribution.weight },
        {
          id: "won",
          label: t().gaps.explain.won,
          align: "end",
          width: "8rem",
          cell: (line) => t().gaps.ofTarget(line.contribution.won.toFixed(2), line.contribution.required.toFixed(2)),
        },
        { id: "rules", label: t().gaps.explain.rules, width: "6rem", cell: (line) => <span class="explain-rules">{line.contribution.rules.join(" ")}</span> },
      ]}
    />
  );
}

function LineQuestion(props: { readonly line: ExplainLine; readonly checklist: Checklist }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const evidence = () =>
    props.line.contribution.evidence.map((id) => session.assessment().evidence.find((one) => one.id === id)?.name ?? id);
  return (
    <>
      <a class="question-link" href={questionHref(session.id, props.checklist.id, props.line.question.id)}>
        <span class="question-ref figures">{props.line.question.id}</span> {inLanguage(props.line.question.text, language())}
      </a>
      <Show when={evidence().length > 0}>
        <p class="explain-evidence">
          <span>{t().gaps.explain.evidence}</span> <For each={evidence()}>{(name) => <span class="explain-slip">{name}</span>}</For>
        </p>
      </Show>
    </>
  );
}
