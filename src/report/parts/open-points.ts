import type { Block, Evidence, Line, Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { cell, endCell, line, linkTo, strong } from "../lines.ts";
import { countOpenKinds, listOpen, type Open } from "../open-kinds.ts";
import { chapterHeading, cut, nothingIn, paragraph, partHeading, questionCells } from "../question-lines.ts";
import type { PartOptions, ReportContext } from "../report-context.ts";

/** The check before signing: what stays open, question by question; in brief how much of each kind. */
export function composeOpenPoints(context: ReportContext, { limit, detail }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { openPoints } = texts;
  if (detail === "brief") return counts(context);
  const open = chapters.filter((chapter) => listOpen(chapter).length > 0);
  return [
    partHeading("open-points", openPoints.title),
    paragraph(openPoints.intro),
    ...open.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, listOpen(chapter), limit);
      return [
        chapterHeading("open-points", chapter),
        ...note,
        {
          kind: "table",
          title: openPoints.table(chapter.title),
          isTitledAbove: true,
          columns: [
            { title: texts.questions.number, width: 0.21 },
            { title: openPoints.question, width: 0.31 },
            { title: openPoints.point, width: 0.48 },
          ],
          rows: shown.map((open) => openRow(context, open)),
          empty: openPoints.empty,
        },
      ];
    }),
    ...nothingIn(context, openPoints.empty, chapters.filter((chapter) => !open.includes(chapter))),
  ];
}

function counts({ texts, chapters }: ReportContext): readonly Block[] {
  const { openPoints, summary } = texts;
  const rows = chapters.map((chapter) => ({ title: chapter.title, counts: countOpenKinds(chapter) }));
  const kinds = rows[0]?.counts.map(({ kind }) => kind) ?? [];
  const sums = kinds.map((_, index) => rows.reduce((sum, row) => sum + (row.counts[index]?.count ?? 0), 0));
  const countCells = (all: readonly number[]) => all.map((count) => endCell(String(count)));
  return [
    { kind: "heading", level: 2, text: openPoints.title, anchor: anchorTo("part", "open-points") },
    paragraph(openPoints.intro, "quiet"),
    {
      kind: "table",
      title: openPoints.title,
      isTitledAbove: true,
      columns: [
        { title: summary.checklist, width: 0.35 },
        ...kinds.map((kind) => ({ title: openPoints.kind[kind], width: 0.65 / kinds.length, align: "end" as const })),
      ],
      rows: [
        ...rows.map((row) => ({ cells: [cell(row.title), ...countCells(row.counts.map(({ count }) => count))] })),
        ...(rows.length > 1 ? [{ cells: [cell(strong(summary.all)), ...countCells(sums)] }] : []),
      ],
      empty: openPoints.empty,
    },
  ];
}

function openRow(context: ReportContext, open: Open): Row {
  const anchor = anchorTo("open-point", open.checklist, open.question);
  return {
    anchor,
    cells: [...(open.entry ? questionCells(context, open.entry, 30) : [cell(open.question), cell()]), cell(pointLine(context, open))],
  };
}

function pointLine(context: ReportContext, open: Open): Line {
  const { openPoints, words } = context.texts;
  switch (open.kind) {
    case "unanswered-must":
      return line(openPoints.unansweredMust);
    case "met-without-evidence":
      return line(openPoints.metWithoutEvidence);
    case "not-applicable-without-reason":
      return line(openPoints.notApplicableWithoutReason);
    case "conflict":
      return line(openPoints.conflict(open.entry?.conflict ?? 0));
    case "evidence-not-effective":
      return line(openPoints.evidenceNotEffective, words.colon, staleLine(context, open));
    default:
      return open.kind satisfies never;
  }
}

/** Which evidence, and why it does not count on the assessment date (S7). */
function staleLine({ evidence, texts, input }: ReportContext, open: Open): Line {
  const known = open.evidence === undefined ? undefined : evidence.get(open.evidence);
  if (!known) return line(texts.questions.unknownEvidence(open.evidence ?? ""));
  const reason = whyNotEffective(known, input.assessment.assessedAt, texts);
  return line(linkTo(anchorTo("evidence", known.id), known.name || known.id), reason && texts.words.inBrackets(reason));
}

/** The reason in words, or "" for evidence that is in force on `day`. */
export function whyNotEffective(one: Evidence, day: string, { evidence, words }: ReportContext["texts"]): string {
  if (one.withdrawn) return evidence.withdrawn;
  if (one.effectiveFrom && one.effectiveFrom > day) return evidence.notYet(words.date(one.effectiveFrom));
  return one.expires && one.expires < day ? evidence.expired(words.date(one.expires)) : "";
}
