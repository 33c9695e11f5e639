import { formatInterval, lifecyclePhases, type Block, type Cell, type Figure, type ReadPhase, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { barCell, coverageOf, evidencedOf, formatAmount, markOf } from "../figures.ts";
import { phasesOf, titledByView, viewOf } from "../lifecycle.ts";
import { cell, endCell, joined, line, linkTo, quiet, strong } from "../lines.ts";
import { anchorOf, chapterHeading, nothingIn, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, Entry, PartOptions, ReportContext } from "../report-context.ts";

/**
 * The gap along the life of the system. `limit` is how many of the gravest findings each phase names; in brief the
 * checklists stand one below the other in one picture.
 */
export function composePhases(context: ReportContext, { limit = 3, detail }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { figures } = texts;
  const drawn = chapters.filter((chapter) => phasesOf(context, chapter).some(({ figure }) => figure !== null));
  if (detail === "brief") return overview(context, drawn);
  return [
    partHeading("phases", figures.phasesTitle),
    paragraph(figures.phasesIntro),
    ...readThrough(context),
    ...drawn.flatMap((chapter) => [chapterHeading("phases", chapter), phaseTable(context, chapter, limit)]),
    ...nothingIn(context, figures.empty, chapters.filter((chapter) => !drawn.includes(chapter))),
  ];
}

/** Of a view: which one it is, from where, and whose mapping. */
function readThrough(context: ReportContext): readonly Block[] {
  const view = viewOf(context);
  if (!view) return [];
  const { language } = context.input;
  const { title, source, note } = view;
  const said = context.texts.figures.readThrough(title[language], source.name, source.publisher);
  return [paragraph(said), ...(note ? [paragraph(note[language], "quiet")] : [])];
}

function overview(context: ReportContext, drawn: readonly Chapter[]): readonly Block[] {
  const { figures, summary } = context.texts;
  if (drawn.length === 0) return [];
  const rows = drawn.map((chapter) => ({ label: chapter.title, phases: new Map(phasesOf(context, chapter).map((one) => [one.id, one])) }));
  const columns = columnsOf(context, rows.map(({ phases }) => phases));
  return [
    { kind: "heading", level: 1, text: figures.phasesTitle, anchor: anchorTo("part", "phases") },
    ...readThrough(context),
    {
      kind: "heatmap",
      title: titledByView(context, figures.phasesOverview),
      description: figures.phasesIntro,
      legend: summary.heatmapLegend,
      columns: columns.map(({ name }) => name),
      rows: rows.map(({ label, phases }) => ({
        label,
        cells: columns.map(({ id }) => {
          const figure = phases.get(id)?.figure;
          return figure ? markOf(figure) : null;
        }),
      })),
    },
  ];
}

/** Every phase that any of the checklists has, in the order of the lifecycle. */
function columnsOf(context: ReportContext, all: readonly ReadonlyMap<string, ReadPhase>[]): readonly { readonly id: string; readonly name: string }[] {
  const ids: readonly string[] = viewOf(context)?.phases.map(({ id }) => id) ?? lifecyclePhases;
  return ids.flatMap((id) => all.flatMap((phases) => phases.get(id) ?? []).slice(0, 1));
}

function phaseTable(context: ReportContext, chapter: Chapter, limit: number): Block {
  const { figures, bar } = context.texts;
  const { result } = chapter;
  const whole: Row = {
    cells: [
      cell(strong(figures.whole), result.blocked ? `\n${bar.blocked}` : []),
      barCell(result.total, result.blocked),
      ...figureCells(result.total, result.findings.length),
      cell(),
    ],
  };
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
    rows: [whole, ...phasesOf(context, chapter).map((phase) => phaseRow(context, chapter, phase, limit))],
    empty: figures.empty,
  };
}

/** A phase without a question has no figure to show, and is not 0. */
function phaseRow({ texts }: ReportContext, chapter: Chapter, phase: ReadPhase, limit: number): Row {
  const { figures, words } = texts;
  const anchor = anchorTo("phase", chapter.checklist.id, phase.id);
  const none = formatInterval({ low: null, high: null });
  if (!phase.figure) return { anchor, cells: [cell(phase.name), cell(quiet(figures.noQuestion)), ...Array.from({ length: 4 }, () => endCell(none)), cell(none)] };
  const found = findingsIn(chapter, phase);
  const worst = found.slice(0, limit).map((entry) => line(linkTo(anchorOf("finding", entry), entry.question.id)));
  return {
    anchor,
    cells: [
      cell(phase.name),
      barCell(phase.figure),
      ...figureCells(phase.figure, found.length),
      cell(worst.length === 0 ? none : joined(worst, words.listComma)),
    ],
  };
}

function figureCells(figure: Figure, findings: number): readonly Cell[] {
  return [coverageOf(figure), evidencedOf(figure), formatAmount(figure.required), String(findings)].map(endCell);
}

/** In the order of the result: gravest exposure first. */
function findingsIn({ result, entryOf }: Chapter, { maps }: ReadPhase): readonly Entry[] {
  return result.findings.flatMap(({ question }) => {
    const entry = entryOf.get(question);
    return entry?.question.phases.some((phase) => maps.includes(phase)) ? [entry] : [];
  });
}
