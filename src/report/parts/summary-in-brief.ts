import { formatInterval, severities, unconfirmedAnswers, type Block, type Line, type Row } from "#domain";
import { barCell, coverageOf, evidencedOf, isShort } from "../figures.ts";
import { phasesOf } from "../lifecycle.ts";
import { cell, endCell, joined, line, strong } from "../lines.ts";
import { countOpenKinds } from "../open-kinds.ts";
import { paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";

/** The headline, findings and open points of each checklist in one table, and a sentence to each. */
export function summaryInBrief(context: ReportContext): readonly Block[] {
  const { texts, chapters, input } = context;
  const { summary, words, bar } = texts;
  const counts = chapters.map(countsOf);
  const sums = [...severities.keys(), severities.length].map((index) => counts.reduce((sum, row) => sum + (row[index] ?? 0), 0));
  return [
    partHeading("summary", summary.title),
    {
      kind: "table",
      title: `${summary.briefTable}${words.inBrackets(words.date(input.assessment.assessedAt))}`,
      columns: [
        { title: summary.checklist, width: 0.32 },
        { title: texts.figures.score, width: 0.3 },
        ...severities.map((severity) => ({ title: words.severity[severity], width: 0.075, align: "end" as const })),
        { title: summary.open, width: 0.08, align: "end" },
      ],
      rows: [
        ...chapters.map((chapter, index): Row => {
          const { title, result } = chapter;
          const stopped = result.blocked ? `\n${summary.briefBlocked(failingIn(chapter))}` : "";
          return { cells: [cell(strong(title), stopped), barCell(result.total, result.blocked), ...countCells(counts[index] ?? [])] };
        }),
        ...(chapters.length > 1 ? [{ cells: [cell(summary.all), cell(), ...countCells(sums)] }] : []),
      ],
      empty: summary.noChecklist,
    },
    paragraph(bar.shortLegend, "quiet"),
    { kind: "list", items: chapters.map((chapter) => sentenceOf(context, chapter)), size: "small" },
    paragraph(summary.limitsBrief, "quiet"),
  ];
}

function countCells(counts: readonly number[]): Row["cells"] {
  return counts.map((count) => endCell(String(count)));
}

/** Findings of each severity, then open points. */
function countsOf(chapter: Chapter): readonly number[] {
  const { findings } = chapter.result;
  const open = countOpenKinds(chapter).reduce((sum, { count }) => sum + count, 0);
  return [...severities.map((severity) => findings.filter((one) => one.severity === severity).length), open];
}

function failingIn({ entries }: Chapter): number {
  return entries.filter((entry) => entry.question.knockout && entry.finding).length;
}

function sentenceOf(context: ReportContext, chapter: Chapter): Line {
  const { summary, words, bar } = context.texts;
  const { total } = chapter.result;
  const unconfirmed = unconfirmedAnswers(chapter.result, context.input.assessment.answers[chapter.checklist.id]).length;
  const [weakest] = phasesOf(context, chapter)
    .flatMap(({ name, figure }) => (figure && isShort(figure.low) ? [{ name, figure }] : []))
    .toSorted(({ figure: a }, { figure: b }) => (a.low ?? 1) - (b.low ?? 1) || (a.high ?? 1) - (b.high ?? 1));
  const said = [
    ...(total.coverage === null ? [summary.nothingApplies] : [bar.note(coverageOf(total), evidencedOf(total))]),
    ...(weakest ? [summary.briefWeakest(weakest.name, formatInterval(weakest.figure))] : []),
  ];
  const waiting = unconfirmed > 0 ? [words.gap, summary.unconfirmed(unconfirmed)] : [];
  return line(strong(chapter.title), words.colon, joined(said.map((one) => line(one)), words.semicolon), words.stop.trim(), waiting);
}
