import { formatInterval, lifecyclePhases, type Block, type Cell, type Figure, type LifecyclePhase, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { barCell, coverageOf, evidencedOf, formatAmount, markOf } from "../figures.ts";
import { cell, endCell, joined, line, linkTo, strong } from "../lines.ts";
import { anchorOf, chapterHeading, nothingIn, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, Entry, PartOptions, ReportContext } from "../report-context.ts";

/**
 * The gap along the life of the system. `limit` is how many of the gravest findings each phase names; in brief the
 * checklists stand one below the other in one picture.
 */
export function composePhases(context: ReportContext, { limit = 3, detail }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { figures } = texts;
  const drawn = chapters.filter((chapter) => phasesOf(chapter).length > 0);
  if (detail === "brief") return overview(context, drawn);
  return [
    partHeading("phases", figures.phasesTitle),
    paragraph(figures.phasesIntro),
    ...drawn.flatMap((chapter) => [chapterHeading("phases", chapter), phaseTable(context, chapter, limit)]),
    ...nothingIn(context, figures.empty, chapters.filter((chapter) => !drawn.includes(chapter))),
  ];
}

/** The phases that the checklist names, in the order of the lifecycle. */
export function phasesOf({ result }: Chapter): readonly { readonly phase: LifecyclePhase; readonly figure: Figure }[] {
  return lifecyclePhases.flatMap((phase) => {
    const figure = result.phases[phase];
    return figure === undefined ? [] : [{ phase, figure }];
  });
}

function overview({ texts }: ReportContext, drawn: readonly Chapter[]): readonly Block[] {
  const { figures, summary, words } = texts;
  if (drawn.length === 0) return [];
  const named = lifecyclePhases.filter((phase) => drawn.some(({ result }) => result.phases[phase] !== undefined));
  return [
    { kind: "heading", level: 1, text: figures.phasesTitle, anchor: anchorTo("part", "phases") },
    {
      kind: "heatmap",
      title: figures.phasesOverview,
      description: figures.phasesIntro,
      legend: summary.heatmapLegend,
      columns: named.map((phase) => words.phase[phase]),
      rows: drawn.map(({ title, result }) => ({
        label: title,
        cells: named.map((phase) => (result.phases[phase] === undefined ? null : markOf(result.phases[phase]))),
      })),
    },
  ];
}

function phaseTable(context: ReportContext, chapter: Chapter, limit: number): Block {
  const { figures, bar, words } = context.texts;
  const { result, checklist } = chapter;
  const whole: Row = {
    cells: [
      cell(strong(figures.whole), result.blocked ? `\n${bar.blocked}` : []),
      barCell(result.total, result.blocked),
      ...figureCells(result.total, result.findings.length),
      cell(),
    ],
  };
  const rows = phasesOf(chapter).map(({ phase, figure }): Row => {
    const found = findingsIn(chapter, phase);
    const worst = found.slice(0, limit).map((entry) => line(linkTo(anchorOf("finding", entry), entry.question.id)));
    return {
      anchor: anchorTo("phase", checklist.id, phase),
      cells: [
        cell(words.phase[phase]),
        barCell(figure),
        ...figureCells(figure, found.length),
        cell(worst.length === 0 ? formatInterval({ low: null, high: null }) : joined(worst, words.listComma)),
      ],
    };
  });
  return {
    kind: "table",
    title: figures.phasesTable(chapter.title),
    isTitledAbove: true,
    columns: [
      { title: figures.phase, width: 0.215 },
      { title: figures.score, width: 0.21 },
      { title: figures.coverage, width: 0.07, align: "end" },
      { title: figures.evidenced, width: 0.07, align: "end" },
      { title: figures.required, width: 0.08, align: "end" },
      { title: figures.findings, width: 0.07, align: "end" },
      { title: figures.worst, width: 0.285 },
    ],
    rows: [whole, ...rows],
    empty: figures.empty,
  };
}

function figureCells(figure: Figure, findings: number): readonly Cell[] {
  return [coverageOf(figure), evidencedOf(figure), formatAmount(figure.required), String(findings)].map(endCell);
}

/** In the order of the result: gravest exposure first. */
function findingsIn({ result, entryOf }: Chapter, phase: LifecyclePhase): readonly Entry[] {
  return result.findings.flatMap(({ question }) => {
    const entry = entryOf.get(question);
    return entry?.question.phases.includes(phase) ? [entry] : [];
  });
}
