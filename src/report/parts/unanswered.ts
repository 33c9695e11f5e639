import { obligations, type Block } from "#domain";
import { cell, endCell } from "../lines.ts";
import { anchorOf, chapterHeading, cut, nothingIn, paragraph, partHeading, questionCells } from "../question-lines.ts";
import type { Chapter, Entry, PartOptions, ReportContext } from "../report-context.ts";

/** What keeps the intervals open (S6): by obligation, then weight, then in authored order. */
export function composeUnanswered(context: ReportContext, { limit }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { questions, words } = texts;
  const openIn = ({ entries }: Chapter) => entries.filter((entry) => entry.contribution.state === "unanswered");
  const waiting = chapters.filter((chapter) => openIn(chapter).length > 0);
  return [
    partHeading("unanswered", questions.unansweredTitle),
    paragraph(questions.unansweredIntro),
    ...waiting.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, openIn(chapter).toSorted(byUrgency), limit);
      return [
        chapterHeading("unanswered", chapter),
        ...note,
        {
          kind: "table",
          title: questions.unansweredTable(chapter.title),
          isTitledAbove: true,
          columns: [
            { title: questions.number, width: 0.215 },
            { title: questions.question, width: 0.585 },
            { title: questions.obligation, width: 0.12 },
            { title: questions.weight, width: 0.08, align: "end" },
          ],
          rows: shown.map((entry) => ({
            anchor: anchorOf("unanswered", entry),
            cells: [
              ...questionCells(context, entry, 28),
              cell(words.obligation[entry.question.obligation]),
              endCell(String(entry.question.weight)),
            ],
          })),
          empty: questions.unansweredEmpty,
        },
      ];
    }),
    ...nothingIn(context, questions.unansweredEmpty, chapters.filter((chapter) => !waiting.includes(chapter))),
  ];
}

function byUrgency({ question: a }: Entry, { question: b }: Entry): number {
  return obligations.indexOf(a.obligation) - obligations.indexOf(b.obligation) || b.weight - a.weight;
}
