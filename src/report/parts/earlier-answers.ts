import { answersNoLongerAsked, findQuestion, isWhatIsNamed, scaleOf, type Block, type ChecklistRef, type Line, type RecordedAnswer, type ReportEntry } from "#domain";
import { anchorTo } from "../anchors.ts";
import { joined, line, linkTo, quiet, strong } from "../lines.ts";
import { paragraph } from "../question-lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";

/** What was answered to questions that an earlier version asked and this one does not; nothing where there is none. */
export function earlierAnswers(context: ReportContext, chapter: Chapter): readonly Block[] {
  const { texts, input } = context;
  const gone = answersNoLongerAsked(chapter.checklist, input.assessment.answers[chapter.checklist.id]);
  if (gone.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: texts.questions.earlierTitle(chapter.title), anchor: anchorTo("chapter", "earlier", chapter.checklist.id) },
    paragraph(texts.questions.earlierIntro, "quiet"),
    { kind: "entries", title: texts.questions.earlierTable(chapter.title), rows: gone.map((one) => earlierEntry(context, one)) },
  ];
}

function earlierEntry(context: ReportContext, { question, answer }: RecordedAnswer): ReportEntry {
  const { texts, input } = context;
  const { words, questions } = texts;
  const asked = answer.saidOf ? askedIn(context, answer.saidOf, question) : null;
  const when = answer.at === undefined ? null : words.moment(answer.at);
  return {
    name: line(strong(question)),
    about: line(answer.saidOf ? questions.earlierVersion(answer.saidOf.version) : ""),
    title: line(asked ? asked.question.text[input.language] : quiet(questions.earlierWordingNotHere)),
    body: saidLine(context, answer, asked?.levels.find((level) => level.id === answer.level)?.label[input.language]),
    foot: line(questions.answeredBy(answer.by ?? null, when)),
  };
}

function askedIn({ input }: ReportContext, ref: ChecklistRef, id: RecordedAnswer["question"]) {
  const version = (input.earlier ?? []).find((one) => isWhatIsNamed(ref, one));
  const question = version && findQuestion(version.checklist, id)?.question;
  return question ? { question, levels: scaleOf(version.checklist, question).levels } : null;
}

/** The level by its name, or by its id where the scale is not at hand; then reason, note and evidence. */
function saidLine({ texts, evidence }: ReportContext, answer: RecordedAnswer["answer"], label: string | undefined): Line {
  const { words, questions } = texts;
  const said = answer.notApplicable ? words.questionState["not-applicable"] : (label ?? answer.level ?? questions.unanswered);
  const linked = (answer.evidence ?? []).map((id) => {
    const known = evidence.get(id);
    return known ? line(linkTo(anchorTo("evidence", id), known.name || id)) : line(questions.unknownEvidence(id));
  });
  const note = answer.note?.trim() ?? "";
  return joined(
    [
      line(strong(said), answer.justification ? [words.colon, answer.justification] : []),
      line(note === "" ? [] : [quiet(`${questions.note}${words.colon}`), note]),
      line(linked.length === 0 ? [] : [quiet(`${questions.evidence}${words.colon}`), ...joined(linked, words.semicolon)]),
    ],
    "\n",
  );
}
