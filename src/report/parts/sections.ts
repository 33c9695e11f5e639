import { listSections, pdcaStages, type Block, type Column, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { barCell, coverageOf, evidencedOf } from "../figures.ts";
import { cell, endCell, quiet, strong } from "../lines.ts";
import { blockedWarning, chapterHeading, cut, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";

/** The tree of sections with status and figures, and the Plan-Do-Check-Act view where a checklist has one. */
export function composeSections(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  return [
    partHeading("sections", texts.figures.sectionsTitle),
    paragraph(texts.figures.sectionsIntro),
    ...chapters.flatMap((chapter) => [
      chapterHeading("sections", chapter),
      ...blockedWarning(context, chapter),
      ...sectionTable(context, chapter, limit),
      ...pdcaTable(context, chapter),
    ]),
  ];
}

function sectionTable(context: ReportContext, chapter: Chapter, limit: number | undefined): readonly Block[] {
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
  const { shown, note } = cut(context, listSections(checklist.sections), limit);
  const rows = shown.flatMap(({ section, depth }): Row[] => {
    const figure = result.sections[section.id];
    if (!figure) return [];
    const { status } = figure;
    return [
      {
        anchor: anchorTo("section", checklist.id, section.id),
        depth,
        cells: [
          cell(depth === 0 ? strong(section.title[input.language]) : section.title[input.language], quiet(`\n${section.ref}`)),
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
    { kind: "table", title: figures.sectionsTable(title), columns: columnsOf(texts, true), rows: [whole, ...rows], empty: figures.empty },
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
    { title: hasStatus ? figures.section : figures.stage, width: hasStatus ? 0.36 : 0.4 },
    ...(hasStatus ? [{ title: figures.status, width: 0.15 }] : []),
    { title: figures.score, width: hasStatus ? 0.25 : 0.32 },
    { title: figures.coverage, width: hasStatus ? 0.12 : 0.14, align: "end" },
    { title: figures.evidenced, width: hasStatus ? 0.12 : 0.14, align: "end" },
  ];
}
