import { createMemo, createSignal, Show } from "solid-js";
import {
  answerTo,
  inLanguage,
  placeQuestions,
  scaleOf,
  severities,
  toPercent,
  type Checklist,
  type ChecklistResult,
  type Finding,
  type QuestionId,
  type Severity,
} from "#domain";
import { useSession } from "#workbench";
import { Button, ChoiceField, DataTable, KnockoutMark, SeverityMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

/** How many findings are shown before somebody asks for all. */
const first = 25;

/** Every answered question below its target, worst first (S11). Each row leads to its question. */
export function FindingsTable(props: { readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const [severity, setSeverity] = createSignal<Severity | "all">("all");
  const [isWhole, setWhole] = createSignal(false);
  const questions = createMemo(() => new Map(placeQuestions(props.checklist.sections).map((one) => [one.question.id, one.question])));
  const matching = createMemo(() => props.result.findings.filter((one) => severity() === "all" || one.severity === severity()));
  const rows = () => (isWhole() ? matching() : matching().slice(0, first));
  const question = (finding: Finding) => questions().get(finding.question);
  const href = (id: QuestionId) => `#/assess/${encodeURIComponent(session.id)}/${encodeURIComponent(props.checklist.id)}/${encodeURIComponent(id)}`;
  const levelOf = (finding: Finding) => {
    const asked = question(finding);
    const level = answerTo(session.assessment(), props.checklist.id, finding.question)?.level;
    const known = asked && scaleOf(props.checklist, asked).levels.find((step) => step.id === level);
    return known ? inLanguage(known.label, language()) : "–";
  };
  return (
    <section class="section">
      <h2>{t().gaps.findings(props.result.findings.length)}</h2>
      <p class="quiet-text">{t().gaps.findingsText}</p>
      <Show when={props.result.findings.length > 0}>
        <ChoiceField
          label={t().gaps.severity}
          labelHidden
          layout="row"
          value={severity()}
          options={[
            { value: "all", label: t().gaps.all },
            ...severities.map((one) => ({
              value: one,
              label: `${t().common.severity[one]} ${props.result.findings.filter((finding) => finding.severity === one).length}`,
            })),
          ]}
          onChange={setSeverity}
        />
      </Show>
      <DataTable
        caption={t().gaps.findings(matching().length)}
        captionHidden
        empty={t().gaps.noFindings}
        rows={rows()}
        columns={[
          { id: "severity", label: t().gaps.severity, width: "7rem", cell: (row) => <SeverityMark severity={row.severity} /> },
          {
            id: "question",
            label: t().gaps.question,
            isRowHeader: true,
            cell: (row) => (
              <>
                <span class="finding-ref figures">{row.question}</span>{" "}
                <a href={href(row.question)}>{question(row) ? inLanguage(question(row)!.text, language()) : row.question}</a>{" "}
                <Show when={question(row)?.knockout}>
                  <KnockoutMark fails />
                </Show>
              </>
            ),
          },
          { id: "level", label: t().gaps.level, width: "7rem", cell: levelOf },
          { id: "gap", label: t().gaps.gap, align: "end", width: "7rem", cell: (row) => t().gaps.ofTarget(toPercent(row.value), toPercent(row.target)) },
          { id: "exposure", label: t().gaps.exposure, align: "end", width: "6rem", cell: (row) => row.exposure.toFixed(2) },
        ]}
      />
      <Show when={!isWhole() && matching().length > first}>
        <Button onClick={() => setWhole(true)}>{t().gaps.showAll(matching().length)}</Button>
      </Show>
    </section>
  );
}
