import { createMemo, Show } from "solid-js";
import {
  inLanguage,
  placeQuestions,
  toPercent,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Figure,
  type LifecyclePhase,
  type PlacedQuestion,
  type SectionId,
} from "#domain";
import { useSession } from "#workbench";
import { DataTable, Dialog, FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

/** A figure that somebody asked about, and the questions that it is made of. */
export interface Explained {
  readonly title: string;
  readonly figure: Figure;
  readonly within: { readonly section?: SectionId; readonly phase?: LifecyclePhase };
}

interface Line extends PlacedQuestion {
  readonly contribution: Contribution;
}

/** S13: every figure carries its contributions: question, value, target, weight, rule, evidence. */
export function ExplainDialog(props: {
  readonly explained: Explained | null;
  readonly checklist: Checklist;
  readonly result: ChecklistResult;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  return (
    <Dialog open={props.explained !== null} size="wide" onClose={props.onClose} title={props.explained?.title ?? ""} description={t().gaps.explain.text}>
      <Show when={props.explained}>
        {(explained) => (
          <div class="stack">
            <IntervalBar size="head" figure={explained().figure} label={explained().title} />
            <FigureValue size="head" detailed figure={explained().figure} label={explained().title} />
            <Lines explained={explained()} checklist={props.checklist} result={props.result} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}

function Lines(props: { readonly explained: Explained; readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const lines = createMemo(() => {
    const { section, phase } = props.explained.within;
    const contributions = new Map(props.result.contributions.map((one) => [one.question, one]));
    return placeQuestions(props.checklist.sections).flatMap((placed): readonly Line[] => {
      const contribution = contributions.get(placed.question.id);
      if (!contribution || contribution.state === "out-of-scope") return [];
      if (section && !placed.sections.some((one) => one.id === section)) return [];
      if (phase && !placed.question.phases.includes(phase)) return [];
      return [{ ...placed, contribution }];
    });
  });
  const href = (line: Line) =>
    `#/assess/${encodeURIComponent(session.id)}/${encodeURIComponent(props.checklist.id)}/${encodeURIComponent(line.question.id)}`;
  const evidenceNames = (line: Line) =>
    line.contribution.evidence.map((id) => session.assessment().evidence.find((one) => one.id === id)?.name ?? id).join(t().common.comma);
  const share = (value: number | null) => (value === null ? "–" : toPercent(value));
  return (
    <DataTable
      caption={t().gaps.explain.table(props.explained.title)}
      captionHidden
      empty={t().gaps.explain.none}
      rows={lines()}
      rowState={(line) => line.contribution.state}
      columns={[
        {
          id: "question",
          label: t().gaps.question,
          isRowHeader: true,
          cell: (line) => (
            <a href={href(line)}>
              <span class="finding-ref figures">{line.question.id}</span> {inLanguage(line.question.text, language())}
            </a>
          ),
        },
        { id: "state", label: t().gaps.explain.state, cell: (line) => t().common.questionState[line.contribution.state] },
        { id: "value", label: t().gaps.explain.value, align: "end", cell: (line) => share(line.contribution.value) },
        { id: "target", label: t().gaps.explain.target, align: "end", cell: (line) => share(line.contribution.target) },
        { id: "weight", label: t().gaps.explain.weight, align: "end", cell: (line) => line.contribution.weight },
        { id: "won", label: t().gaps.explain.won, align: "end", cell: (line) => line.contribution.won.toFixed(2) },
        { id: "required", label: t().gaps.explain.required, align: "end", cell: (line) => line.contribution.required.toFixed(2) },
        { id: "evidence", label: t().gaps.explain.evidence, cell: evidenceNames },
        { id: "rules", label: t().gaps.explain.rules, cell: (line) => line.contribution.rules.join(" ") },
      ]}
    />
  );
}
