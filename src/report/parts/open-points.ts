import type { Block, Evidence, Line, Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { cell, line, linkTo } from "../lines.ts";
import { listOpen, type Open } from "../open-kinds.ts";
import { chapterHeading, cut, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { ReportContext } from "../report-context.ts";

/** The check before signing: what stays open, question by question. */
export function composeOpenPoints(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  const { openPoints } = texts;
  return [
    partHeading("open-points", openPoints.title),
    paragraph(openPoints.intro),
    ...chapters.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, listOpen(chapter), limit);
      return [
        chapterHeading("open-points", chapter),
        ...note,
        {
          kind: "table",
          title: openPoints.table(chapter.title),
          columns: [
            { title: openPoints.question, width: 0.55 },
            { title: openPoints.point, width: 0.45 },
          ],
          rows: shown.map((open) => openRow(context, open)),
          empty: openPoints.empty,
        },
      ];
    }),
  ];
}

function openRow(context: ReportContext, open: Open): Row {
  const anchor = anchorTo("open-point", open.checklist, open.question);
  return {
    anchor,
    cells: [cell(open.entry ? questionLine(context, open.entry) : open.question), cell(pointLine(context, open))],
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
      return line(
        openPoints.evidenceNotEffective(words.date(context.input.assessment.assessedAt)),
        words.colon,
        staleLine(context, open),
      );
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
