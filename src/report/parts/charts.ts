import type { Block, IntervalMark } from "#domain";
import { anchorTo } from "../anchors.ts";
import { chartSections } from "../chart-sections.ts";
import { markOf } from "../figures.ts";
import { phasesOf, titledByView } from "../lifecycle.ts";
import { chapterHeading, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, PartOptions, ReportContext } from "../report-context.ts";

/** A radar wants at least a triangle, and no more axes than can be told apart. */
const axes = { least: 3, most: 16 };

/** For each checklist the radar of its sections and the heatmap of sections across phases; in brief the heatmaps, small. */
export function composeCharts(context: ReportContext, { detail }: PartOptions): readonly Block[] {
  const { chapters, texts } = context;
  const drawn = chapters.filter((chapter) => chapter.entries.length > 0);
  if (drawn.length === 0) return [];
  if (detail === "brief") {
    return [
      { kind: "heading", level: 2, text: texts.summary.chartsTitle, anchor: anchorTo("part", "charts") },
      ...drawn.map((chapter, index): Block => {
        const legend = index === drawn.length - 1 ? texts.summary.heatmapLegend : "";
        return { ...heatmapOf(context, chapter), legend, size: "small" };
      }),
    ];
  }
  return [
    partHeading("charts", texts.summary.chartsTitle),
    ...drawn.flatMap((chapter) => [chapterHeading("charts", chapter), ...radarOf(context, chapter), heatmapOf(context, chapter)]),
  ];
}

function radarOf({ texts, input }: ReportContext, { checklist, result, title }: Chapter): readonly Block[] {
  const { summary, words, bar } = texts;
  const sections = chartSections(checklist.sections).map((section) => ({
    label: section.title[input.language],
    mark: markOf(result.sections[section.id]),
  }));
  const drawn = sections.filter(({ mark }) => mark.low !== null);
  const left = sections.filter(({ mark }) => mark.low === null).map(({ label }) => label);
  const note = left.length > 0 ? [paragraph(summary.withoutFigure(left.join(words.listComma)), "quiet")] : [];
  if (drawn.length === 0) return note;
  const head = { title: summary.radarTitle(title) };
  return drawn.length >= axes.least && drawn.length <= axes.most
    ? [{ kind: "radar", ...head, description: summary.radarDescription, legend: summary.radarLegend, axes: drawn }, ...note]
    : [{ kind: "bars", ...head, description: summary.barsBySection, legend: bar.shortLegend, rows: drawn }, ...note];
}

function heatmapOf(context: ReportContext, chapter: Chapter): Extract<Block, { kind: "heatmap" }> {
  const { summary } = context.texts;
  const phases = phasesOf(context, chapter);
  return {
    kind: "heatmap",
    title: titledByView(context, summary.heatmapTitle(chapter.title)),
    description: summary.heatmapDescription,
    legend: summary.heatmapLegend,
    columns: phases.map(({ name }) => name),
    rows: chartSections(chapter.checklist.sections).map((section) => ({
      label: section.title[context.input.language],
      cells: phases.map(({ cellOf }): IntervalMark | null => {
        const figure = cellOf(section.id);
        return figure === undefined ? null : markOf(figure);
      }),
    })),
  };
}
