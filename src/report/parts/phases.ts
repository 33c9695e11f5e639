import { formatInterval, formatShare, lifecyclePhases, type Block, type Figure, type LifecyclePhase, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { coverageOf, evidencedOf, formatAmount, markOf } from "../figures.ts";
import { cell, endCell, quiet, strong } from "../lines.ts";
import { blockedWarning, chapterHeading, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { Chapter, Entry, ReportContext } from "../report-context.ts";

/** The gap along the life of the system. `limit` is how many of the gravest findings each phase shows. */
export function composePhases(context: ReportContext, limit = 3): readonly Block[] {
  const { texts, chapters } = context;
  return [
    partHeading("phases", texts.figures.phasesTitle),
    paragraph(texts.figures.phasesIntro),
    ...chapters.flatMap((chapter): readonly Block[] => [
      chapterHeading("phases", chapter),
      ...blockedWarning(context, chapter),
      {
        kind: "bars",
        title: texts.figures.phasesBars(chapter.title),
        description: texts.figures.phasesBarsDescription,
        legend: texts.bar.shortLegend,
        rows: phasesOf(chapter).map(({ phase, figure }) => ({ label: texts.words.phase[phase], mark: markOf(figure) })),
      },
      figureTable(context, chapter),
      worstTable(context, chapter, limit),
    ]),
  ];
}

/** The phases that the checklist names, in the order of the lifecycle. */
export function phasesOf({ result }: Chapter): readonly { readonly phase: LifecyclePhase; readonly figure: Figure }[] {
  return lifecyclePhases.flatMap((phase) => {
    const figure = result.phases[phase];
    return figure === undefined ? [] : [{ phase, figure }];
  });
}

function figureTable({ texts }: ReportContext, chapter: Chapter): Block {
  const { figures, words, bar } = texts;
  const { result, checklist } = chapter;
  const whole = { cells: [
    cell(strong(figures.whole), result.blocked ? `\n${bar.blocked}` : []),
    ...figureCells(result.total, result.findings.length),
  ] };
  const rows = phasesOf(chapter).map(({ phase, figure }): Row => ({
    anchor: anchorTo("phase", checklist.id, phase),
    cells: [cell(words.phase[phase]), ...figureCells(figure, findingsIn(chapter, phase).length)],
  }));
  return {
    kind: "table",
    title: figures.phasesTable(chapter.title),
    columns: [
      { title: figures.phase, width: 0.3 },
      { title: figures.score, width: 0.16, align: "end" },
      { title: figures.coverage, width: 0.14, align: "end" },
      { title: figures.evidenced, width: 0.14, align: "end" },
      { title: figures.required, width: 0.14, align: "end" },
      { title: figures.findings, width: 0.12, align: "end" },
    ],
    rows: rows.length === 0 ? [] : [whole, ...rows],
    empty: figures.empty,
  };
}

function figureCells(figure: Figure, findings: number): Row["cells"] {
  const printed = [formatInterval(figure), coverageOf(figure), evidencedOf(figure), formatAmount(figure.required)];
  return [...printed, String(findings)].map(endCell);
}

/** In the order of the result: gravest exposure first. */
function findingsIn({ result, entryOf }: Chapter, phase: LifecyclePhase): readonly Entry[] {
  return result.findings.flatMap(({ question }) => {
    const entry = entryOf.get(question);
    return entry?.question.phases.includes(phase) ? [entry] : [];
  });
}

function worstTable(context: ReportContext, chapter: Chapter, limit: number): Block {
  const { figures, words, questions } = context.texts;
  return {
    kind: "table",
    title: figures.worstTitle(chapter.title),
    columns: [
      { title: figures.phase, width: 0.2 },
      { title: questions.severity, width: 0.14 },
      { title: questions.question, width: 0.54 },
      { title: questions.gap, width: 0.12, align: "end" },
    ],
    rows: phasesOf(chapter).flatMap(({ phase }) =>
      findingsIn(chapter, phase)
        .slice(0, limit)
        .flatMap((entry, index): Row[] => {
          if (!entry.finding) return [];
          const { severity, gap } = entry.finding;
          return [
            {
              cells: [
                cell(index === 0 ? strong(words.phase[phase]) : quiet(words.phase[phase])),
                { kind: "severity", severity, label: words.severity[severity] },
                cell(questionLine(context, entry)),
                endCell(formatShare(gap)),
              ],
            },
          ];
        }),
    ),
    empty: figures.worstEmpty,
  };
}
