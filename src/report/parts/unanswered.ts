import { obligations, type Block } from "#domain";
import { cell, endCell } from "../lines.ts";
import { anchorOf, chapterHeading, cut, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { Entry, ReportContext } from "../report-context.ts";

/** What keeps the intervals open (S6): by obligation, then weight, then in authored order. */
export function composeUnanswered(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  const { questions, words } = texts;
  return [
    partHeading("unanswered", questions.unansweredTitle),
    paragraph(questions.unansweredIntro),
    ...chapters.flatMap((chapter): readonly Block[] => {
      const open = chapter.entries.filter((entry) => entry.contribution.state === "unanswered").toSorted(byUrgency);
      const { shown, note } = cut(context, open, limit);
      return [
        chapterHeading("unanswered", chapter),
        ...note,
        {
          kind: "table",
          title: questions.unansweredTable(chapter.title),
          columns: [
            { title: questions.question, width: 0.7 },
            { title: questions.obligation, width: 0.18 },
            { title: questions.weight, width: 0.12, align: "end" },
          ],
          rows: shown.map((entry) => ({
            anchor: anchorOf("unanswered", entry),
            cells: [
              cell(questionLine(context, entry)),
              cell(words.obligation[entry.question.obligation]),
              endCell(String(entry.question.weight)),
            ],
          })),
          empty: questions.unansweredEmpty,
        },
      ];
    }),
  ];
}

function byUrgency({ question: a }: Entry, { question: b }: Entry): number {
  return obligations.indexOf(a.obligation) - obligations.indexOf(b.obligation) || b.weight - a.weight;
}
