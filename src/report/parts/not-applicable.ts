import type { Block, ReportEntry } from "#domain";
import { line, linkTo, quiet } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, nothingIn, paragraph, partHeading, shortText } from "../question-lines.ts";
import type { Chapter, Entry, PartOptions, ReportContext } from "../report-context.ts";

/** What was set aside, and why (S3). */
export function composeNotApplicable(context: ReportContext, { limit }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { questions } = texts;
  const setAside = ({ entries }: Chapter) => entries.filter((entry) => entry.contribution.state === "not-applicable");
  const shortened = chapters.filter((chapter) => setAside(chapter).length > 0);
  return [
    partHeading("not-applicable", questions.notApplicableTitle),
    paragraph(questions.notApplicableIntro),
    ...shortened.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, setAside(chapter), limit);
      return [
        chapterHeading("not-applicable", chapter),
        ...note,
        {
          kind: "entries",
          title: questions.notApplicableTable(chapter.title),
          rows: shown.map((entry) => setAsideEntry(context, entry)),
        },
      ];
    }),
    ...nothingIn(context, questions.notApplicableEmpty, chapters.filter((chapter) => !shortened.includes(chapter))),
  ];
}

function setAsideEntry(context: ReportContext, entry: Entry): ReportEntry {
  const { questions, words } = context.texts;
  const { id, weight } = entry.question;
  return {
    anchor: anchorOf("not-applicable", entry),
    name: line(linkTo(anchorOf("question", entry), id, "strong")),
    about: line(`${questions.weight}${words.colon}${weight}`),
    title: line(shortText(context, entry, 34)),
    body: line(quiet(`${questions.justification}${words.colon}`), entry.answer?.justification ?? ""),
    foot: line(context.hasAllAnswers ? "" : authorOf(context, entry, "day")),
  };
}
