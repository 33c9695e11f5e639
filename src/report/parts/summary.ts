import { formatInterval, isClosed, severities, unconfirmedAnswers, type Block, type Figure, type Line } from "#domain";
import { anchorTo } from "../anchors.ts";
import { coverageOf, evidencedOf, formatAmount, isShort, markOf } from "../figures.ts";
import { phasesOf } from "../lifecycle.ts";
import { joined, line, linkTo, strong } from "../lines.ts";
import { countOpenKinds } from "../open-kinds.ts";
import { anchorOf, blockedWarning, chapterHeading, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, PartOptions, ReportContext } from "../report-context.ts";
import { chartSections } from "../chart-sections.ts";
import { systemName } from "./cover.ts";
import { signatureAnchor } from "./signature.ts";
import { summaryInBrief } from "./summary-in-brief.ts";

/** Bars and sentences. `limit` is how many weak phases and sections are named; in brief each checklist has one sentence. */
export function composeSummary(context: ReportContext, { limit = 3, detail }: PartOptions): readonly Block[] {
  const { texts, chapters, input } = context;
  const { summary, words } = texts;
  if (chapters.length === 0) return [partHeading("summary", summary.title), paragraph(summary.noChecklist, "warning")];
  if (detail === "brief") return summaryInBrief(context);
  return [
    partHeading("summary", summary.title),
    paragraph(summary.intro(systemName(context), words.date(input.assessment.assessedAt))),
    {
      kind: "bars",
      title: summary.barsTitle,
      description: summary.barsDescription,
      legend: texts.bar.shortLegend,
      rows: chapters.map(({ title, result }) => ({
        label: title,
        mark: markOf(result.total, result.blocked),
        ...(result.blocked ? { note: texts.bar.blocked } : {}),
      })),
    },
    ...chapters.flatMap((chapter) => chapterSummary(context, chapter, limit)),
    { kind: "heading", level: 2, text: summary.limitsTitle, anchor: anchorTo("part", "limits") },
    { kind: "list", items: summary.limits.map((text) => line(text)) },
    { kind: "paragraph", line: line(linkTo(signatureAnchor, summary.signHere)), tone: "quiet" },
  ];
}

function chapterSummary(context: ReportContext, chapter: Chapter, limit: number): readonly Block[] {
  return [
    chapterHeading("summary", chapter),
    ...blockedWarning(context, chapter),
    { kind: "paragraph", line: headline(context, chapter) },
    {
      kind: "list",
      size: "small",
      items: [
        weakestPhases(context, chapter, limit),
        weakestSections(context, chapter, limit),
        findingCounts(context, chapter),
        openCounts(context, chapter),
      ],
    },
  ];
}

/** The checklist's figures in plain sentences (S6, S7, S2, S3). */
function headline({ texts, input }: ReportContext, { result }: Chapter): Line {
  const { summary, words } = texts;
  const { total, outOfScope, notApplicableWeight } = result;
  const weight = notApplicableWeight > 0 ? formatAmount(notApplicableWeight) : null;
  const leftOut = summary.leftOut(outOfScope, weight);
  const unconfirmed = unconfirmedAnswers(result, input.assessment.answers[result.id]).length;
  const sentences =
    total.coverage === null
      ? [line(strong(summary.nothingApplies))]
      : [
          line(strong(reach(summary, total))),
          line(summary.standing(coverageOf(total), evidencedOf(total), words.date(input.assessment.assessedAt))),
          line(unconfirmed > 0 ? summary.unconfirmed(unconfirmed) : ""),
        ];
  return joined([...sentences, line(leftOut)], words.gap);
}

function reach(summary: ReportContext["texts"]["summary"], total: Figure): string {
  if (total.low === null) return summary.nothingRequired;
  return isClosed(total) ? summary.reachClosed(formatInterval(total)) : summary.reachOpen(formatInterval(total));
}

function weakestPhases(context: ReportContext, chapter: Chapter, limit: number): Line {
  const { texts } = context;
  const phases = phasesOf(context, chapter).map(({ id, name, figure }) => ({
    name,
    anchor: anchorTo("phase", chapter.checklist.id, id),
    figure: figure ?? undefined,
  }));
  return weakest(texts, texts.summary.weakestPhases, phases, limit);
}

function weakestSections({ texts, input }: ReportContext, chapter: Chapter, limit: number): Line {
  const sections = chartSections(chapter.checklist.sections).map((section) => ({
    name: section.title[input.language],
    anchor: anchorTo("section", chapter.checklist.id, section.id),
    figure: chapter.result.sections[section.id],
  }));
  return weakest(texts, texts.summary.weakestSections, sections, limit);
}

interface Named {
  readonly name: string;
  readonly anchor: string;
  readonly figure: Figure | undefined;
}

/** The lowest first: by what is reached, then by what is still possible, then in authored order. */
function weakest(texts: ReportContext["texts"], label: string, all: readonly Named[], limit: number): Line {
  const { words, summary } = texts;
  const lowest = all
    .filter(({ figure }) => isShort(figure?.low ?? null))
    .toSorted((a, b) => low(a) - low(b) || high(a) - high(b))
    .slice(0, limit);
  const items = lowest.map(({ name, anchor, figure }) =>
    line(linkTo(anchor, name), ` ${formatInterval(figure ?? { low: null, high: null })}`),
  );
  return line(strong(`${label}${words.colon}`), items.length > 0 ? joined(items, words.semicolon) : summary.noWeakest);
}

function low({ figure }: Named): number {
  return figure?.low ?? 1;
}

function high({ figure }: Named): number {
  return figure?.high ?? 1;
}

function findingCounts({ texts }: ReportContext, { result, checklist, entryOf }: Chapter): Line {
  const { words, summary } = texts;
  if (result.findings.length === 0) return line(summary.noFindings);
  const counts = severities
    .map((severity) => ({ severity, count: result.findings.filter((one) => one.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${words.severity[severity]}${words.gap}${count}`);
  const failing = result.findings.flatMap(({ question }) => {
    const entry = entryOf.get(question);
    return entry?.question.knockout ? [line(linkTo(anchorOf("question", entry), question))] : [];
  });
  const shown = failing.length > 3 ? [...failing.slice(0, 3), line(summary.more(failing.length - 3))] : failing;
  return line(
    linkTo(anchorTo("chapter", "findings", checklist.id), summary.findings(result.findings.length), "strong"),
    `${words.colon}${counts.join(words.listComma)}`,
    shown.length > 0
      ? [words.semicolon, summary.failingKnockouts, words.colon, ...joined(shown, words.listComma)]
      : [],
  );
}

function openCounts(context: ReportContext, chapter: Chapter): Line {
  const { words, summary } = context.texts;
  const counts = countOpenKinds(chapter);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return line(summary.noOpenPoints);
  const items = counts.filter(({ count }) => count > 0).map(({ kind, count }) => summary.openCount[kind](count));
  return line(
    linkTo(anchorTo("chapter", "open-points", chapter.checklist.id), summary.openPoints(total), "strong"),
    `${words.colon}${items.join(words.listComma)}`,
  );
}
