import type { Block } from "#domain";
import { cell, endCell } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { ReportContext } from "../report-context.ts";

/** What was set aside, and why (S3). */
export function composeNotApplicable(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  const { questions } = texts;
  return [
    partHeading("not-applicable", questions.notApplicableTitle),
    paragraph(questions.notApplicableIntro),
    ...chapters.flatMap((chapter): readonly Block[] => {
      const setAside = chapter.entries.filter((entry) => entry.contribution.state === "not-applicable");
      const { shown, note } = cut(context, setAside, limit);
      return [
        chapterHeading("not-applicable", chapter),
        ...note,
        {
          kind: "table",
          title: questions.notApplicableTable(chapter.title),
          columns: [
            { title: questions.question, width: 0.38 },
            { title: questions.justification, width: 0.34 },
            { title: questions.weight, width: 0.09, align: "end" },
            { title: questions.author, width: 0.19 },
          ],
          rows: shown.map((entry) => ({
            anchor: anchorOf("not-applicable", entry),
            cells: [
              cell(questionLine(context, entry)),
              cell(entry.answer?.justification ?? ""),
              endCell(String(entry.question.weight)),
              cell(authorOf(context, entry, "day")),
            ],
          })),
          empty: questions.notApplicableEmpty,
        },
      ];
    }),
  ];
}
