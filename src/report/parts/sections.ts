import { listSections, pdcaStages, type Block, type Column, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { chartSections } from "../chart-sections.ts";
import { barCell, coverageOf, evidencedOf } from "../figures.ts";
import { cell, endCell, quiet, strong } from "../lines.ts";
import { chapterHeading, cut, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, PartOptions, ReportContext } from "../report-context.ts";

/**
 * The tree of sections with status and figures, and the Plan-Do-Check-Act view where a checklist has one; in brief only
 * the sections that a chart would show.
 */
export function composeSections(context: ReportContext, options: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  return [
    partHeading("sections", texts.figures.sectionsTitle),
    paragraph(texts.figures.sectionsIntro),
    ...chapters.flatMap((chapter) => [
      chapterHeading("sections", chapter),
      ...sectionTable(context, chapter, options),
      ...(options.detail === "brief" ? [] : pdcaTable(context, chapter)),
    ]),
  ];
}

function sectionTable(context: ReportContext, chapter: Chapter, { limit, detail }: PartOptions): readonly Block[] {
  const { texts, input } = context;
  const { figures, words, bar } = texts;
  const { checklist, result, title } = chapter;
  const whole: Row = {
    cells: [
      cell(strong(figures.whole), result.blocked ? `\n${bar.blocked}` : []),
      cell(),
      barCell(result.total, result.blocked),
      endCell(coverageOf(result.total)),
      endCell(evidencedOf(result.total)),
    ],
  };
  const listed =
    detail === "brief"
      ? chartSections(checklist.sections).map((section) => ({ section, depth: 0 }))
      : listSections(checklist.sections);
  const { shown, note } = cut(context, listed, limit);
  const rows = shown.flatMap(({ section, depth }): Row[] => {
    const figure = result.sections[section.id];
    if (!figure) return [];
    const { status } = figure;
    return [
      {
        anchor: anchorTo("section", checklist.id, section.id),
        depth,
        cells: [
          cell(depth === 0 ? strong(section.title[input.language]) : section.title[input.language], quiet(section.ref === "" ? "" : `${words.gap || "　"}${section.ref}`)),
          { kind: "status", status, label: words.status[status] },
          barCell(figure),
          endCell(coverageOf(figure)),
          endCell(evidencedOf(figure)),
        ],
      },
    ];
  });
  return [
    ...note,
    { kind: "table", title: figures.sectionsTable(title), isTitledAbove: true, columns: columnsOf(texts, true), rows: [whole, ...rows], empty: figures.empty },
  ];
}

function pdcaTable({ texts }: ReportContext, { result, title }: Chapter): readonly Block[] {
  const { figures, words } = texts;
  const rows = pdcaStages.flatMap((stage): Row[] => {
    const figure = result.pdca[stage];
    if (!figure) return [];
    return [{ cells: [cell(words.pdca[stage]), barCell(figure), endCell(coverageOf(figure)), endCell(evidencedOf(figure))] }];
  });
  if (rows.length === 0) return [];
  return [
    paragraph(figures.pdcaIntro),
    { kind: "table", title: figures.pdcaTable(title), columns: columnsOf(texts, false), rows, empty: figures.empty },
  ];
}

function columnsOf({ figures }: ReportContext["texts"], hasStatus: boolean): readonly Column[] {
  return [
    { title: hasStatus ? figures.section : figures.stage, width: hasStatus ? 0.39 : 0.4 },
    ...(hasStatus ? [{ title: figures.status, width: 0.19 }] : []),
    { title: figures.score, width: hasStatus ? 0.24 : 0.4 },
    { title: figures.coverage, width: hasStatus ? 0.09 : 0.1, align: "end" },
    { title: figures.evidenced, width: hasStatus ? 0.09 : 0.1, align: "end" },
  ];
}
