import { createMemo, createSignal, Show } from "solid-js";
import {
  answerTo,
  inLanguage,
  placeQuestions,
  levelOf,
  severities,
  toPercent,
  type Checklist,
  type ChecklistResult,
  type Finding,
  type Severity,
} from "#domain";
import { useSession } from "#workbench";
import { Button, ChoiceField, DataTable, KnockoutMark, SeverityMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { questionHref } from "../question-href.ts";
import { Section } from "../section.tsx";

/** How many findings are shown before somebody asks for all. */
const first = 25;

type Filter = Severity | "all";

/** Every answered question below its target, worst first (S11). Each row leads to its question. */
export function FindingsTable(props: { readonly checklist: Checklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const [severity, setSeverity] = createSignal<Filter>("all");
  const [isWhole, setWhole] = createSignal(false);
  let place: HTMLDivElement | undefined;
  const all = () => props.result.findings;
  const ofSeverity = (wanted: Filter) => all().filter((one) => wanted === "all" || one.severity === wanted);
  const matching = createMemo(() => ofSeverity(severity()));
  const rows = createMemo(() => (isWhole() ? matching() : matching().slice(0, first)));
  const showAll = () => {
    setWhole(true);
    place?.querySelectorAll<HTMLElement>("tbody th a")[first]?.focus();
  };
  return (
    <Section title={t().gaps.findings(all().length)} lede={all().length > 0 ? t().gaps.findingsText : undefined}>
      <Show when={all().length > 0} fallback={<p>{t().gaps.noFindings}</p>}>
        <ChoiceField
          label={t().gaps.severity}
          labelHidden
          layout="row"
          value={severity()}
          options={(["all", ...severities] as const).map((one) => ({
            value: one,
            label: t().gaps.filter(one === "all" ? t().gaps.all : t().common.severity[one], ofSeverity(one).length),
            disabled: ofSeverity(one).length === 0,
          }))}
          onChange={setSeverity}
        />
        <div class="stack" ref={place}>
          <Rows checklist={props.checklist} rows={rows()} caption={t().gaps.findings(matching().length)} />
          <Show when={rows().length < matching().length}>
            <div>
              <Button onClick={showAll}>{t().gaps.showAll(matching().length)}</Button>
            </div>
          </Show>
        </div>
      </Show>
    </Section>
  );
}

function Rows(props: { readonly checklist: Checklist; readonly rows: readonly Finding[]; readonly caption: string }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const questions = createMemo(() => new Map(placeQuestions(props.checklist.sections).map((one) => [one.question.id, one.question])));
  const saidAt = (finding: Finding) => {
    const asked = questions().get(finding.question);
    const level = answerTo(session.assessment(), props.checklist.id, finding.question)?.level;
    const known = asked && levelOf(props.checklist, asked, level);
    return known ? inLanguage(known.label, language()) : "–";
  };
  const text = (finding: Finding) => {
    const asked = questions().get(finding.question);
    return asked ? inLanguage(asked.text, language()) : "";
  };
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      narrow="stack"
      empty={t().gaps.noFindings}
      rows={props.rows}
      columns={[
        { id: "severity", label: t().gaps.severity, width: "7rem", cell: (row) => <SeverityMark severity={row.severity} /> },
        {
          id: "question",
          label: t().gaps.question,
          isRowHeader: true,
          cell: (row) => (
            <>
              <a class="question-link" href={questionHref(session.id, props.checklist.id, row.question)}>
                <span class="question-ref figures">{row.question}</span> {text(row)}
              </a>{" "}
              <Show when={questions().get(row.question)?.knockout}>
                <KnockoutMark fails />
              </Show>
            </>
          ),
        },
        { id: "level", label: t().gaps.level, width: "8rem", cell: saidAt },
        {
          id: "gap",
          label: t().gaps.gap,
          align: "end",
          width: "7rem",
          cell: (row) => t().gaps.ofTarget(String(toPercent(row.value)), String(toPercent(row.target))),
        },
        { id: "exposure", label: t().gaps.exposure, align: "end", width: "5.5rem", cell: (row) => row.exposure.toFixed(2) },
      ]}
    />
  );
}
