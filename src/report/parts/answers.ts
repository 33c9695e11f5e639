import { formatShare, scaleOf, type Block, type Line, type ReportEntry, type Scale, type Section } from "#domain";
import { anchorTo } from "../anchors.ts";
import { formatAmount, markOfOne } from "../figures.ts";
import { phaseNames } from "../lifecycle.ts";
import { cell, endCell, joined, line, linkTo, quiet, strong } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, evidenceLine, nothingIn, paragraph, partHeading } from "../question-lines.ts";
import type { Chapter, Entry, PartOptions, ReportContext } from "../report-context.ts";
import { targetOriginOf } from "../target-origin.ts";
import { earlierAnswers } from "./earlier-answers.ts";

/** Every question in scope, section by section: what was said, on what it stands, what it brings to the sums (S13). */
export function composeAnswers(context: ReportContext, { limit }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const asked = chapters.filter((chapter) => inScope(chapter).length > 0);
  return [
    partHeading("answers", texts.questions.answersTitle),
    paragraph(texts.questions.answersIntro),
    ...asked.flatMap((chapter) => chapterAnswers(context, chapter, limit)),
    ...nothingIn(context, texts.questions.answersEmpty, chapters.filter((chapter) => !asked.includes(chapter))),
    ...chapters.flatMap((chapter) => earlierAnswers(context, chapter)),
  ];
}

function inScope({ entries }: Chapter): readonly Entry[] {
  return entries.filter((entry) => entry.contribution.state !== "out-of-scope");
}

function chapterAnswers(context: ReportContext, chapter: Chapter, limit: number | undefined): readonly Block[] {
  const { questions } = context.texts;
  const { outOfScope } = chapter.result;
  const { shown, note } = cut(context, inScope(chapter), limit);
  return [
    chapterHeading("answers", chapter),
    ...(outOfScope > 0 ? [paragraph(questions.outOfScope(outOfScope), "quiet")] : []),
    ...note,
    ...scalesIn(chapter, shown).map((scale) => scaleTable(context, chapter, scale)),
    ...bySection(shown).flatMap(({ section, entries }): readonly Block[] => {
      const title = section.title[context.input.language];
      return [
        { kind: "heading", level: 3, text: title, anchor: anchorTo("chapter", "answers", chapter.checklist.id, section.id) },
        { kind: "entries", title: questions.answersTable(title), rows: entries.map((entry) => answerEntry(context, entry)) },
      ];
    }),
  ];
}

/** The scales that these questions are answered on, in authored order. */
function scalesIn({ checklist }: Chapter, entries: readonly Entry[]): readonly Scale[] {
  const used = new Set(entries.map(({ question }) => scaleOf(checklist, question)));
  return checklist.scales.filter((scale) => used.has(scale));
}

/** What each level means, once, so that an answer need only name it (S1). */
function scaleTable({ texts, input }: ReportContext, { checklist, title }: Chapter, scale: Scale): Block {
  const { questions, words } = texts;
  const name = checklist.scales.length > 1 ? words.inBrackets(scale.id) : "";
  return {
    kind: "table",
    title: `${questions.scaleTable(title)}${name}`,
    columns: [
      { title: questions.level, width: 0.2 },
      { title: questions.value, width: 0.1, align: "end" },
      { title: questions.meaning, width: 0.7 },
    ],
    rows: scale.levels.map((level) => ({
      cells: [cell(strong(level.label[input.language])), endCell(formatAmount(level.value)), cell(level.meaning[input.language])],
    })),
    empty: words.none,
  };
}

/** Entries under the section that holds them, in authored order. */
function bySection(entries: readonly Entry[]): readonly { readonly section: Section; readonly entries: readonly Entry[] }[] {
  const groups = new Map<Section, Entry[]>();
  for (const entry of entries) {
    const section = entry.sections.at(-1);
    if (!section) continue;
    const known = groups.get(section);
    if (known) known.push(entry);
    else groups.set(section, [entry]);
  }
  return [...groups].map(([section, own]) => ({ section, entries: own }));
}

function answerEntry(context: ReportContext, entry: Entry): ReportEntry {
  const { id, text } = entry.question;
  return {
    anchor: anchorOf("answer", entry),
    name: line(strong(id)),
    mark: markOfOne(entry.contribution),
    about: aboutQuestion(context, entry),
    title: line(text[context.input.language]),
    body: answerLine(context, entry),
    foot: figuresLine(context, entry),
  };
}

function aboutQuestion(context: ReportContext, { question, finding }: Entry): Line {
  const { words, questions } = context.texts;
  const phases = phaseNames(context, question).join(words.listComma);
  return joined(
    [
      line(question.knockout ? strong(questions.knockout) : []),
      line(finding ? strong(`${questions.finding}${words.colon}${words.severity[finding.severity]}`) : []),
      line(question.ref),
      line(`${words.obligation[question.obligation]}${words.semicolon}${phases}`),
    ],
    "\n",
  );
}

function answerLine(context: ReportContext, entry: Entry): Line {
  const { words, questions } = context.texts;
  const evidence = evidenceLine(context, entry);
  return joined(
    [
      saidLine(context, entry),
      line(entry.answer?.saidOf ? quiet(questions.saidOf(entry.answer.saidOf.version)) : []),
      takenOverLine(context, entry),
      line(entry.conflict > 0 ? strong(questions.conflict(entry.conflict)) : []),
      line(evidence.length === 0 ? [] : [quiet(`${questions.evidence}${words.colon}`), ...evidence]),
    ],
    "\n",
  );
}

/** The answer itself, a level or that there is none, and what was noted with it. */
function saidLine({ texts, input }: ReportContext, { contribution, answer, level }: Entry): Line {
  const { words, questions, openPoints } = texts;
  const note = answer?.note?.trim() ?? "";
  if (contribution.state === "answered" && level) {
    return line(strong(level.label[input.language]), note === "" ? [] : [words.colon, note]);
  }
  const noted = line(note === "" ? [] : [quiet(`${questions.note}${words.colon}`), note]);
  if (contribution.state === "not-applicable") {
    return joined([line(strong(words.questionState["not-applicable"]), words.colon, answer?.justification ?? ""), noted], "\n");
  }
  const reason = answer?.notApplicable
    ? openPoints.notApplicableWithoutReason
    : answer?.level !== undefined && !level
      ? questions.unknownLevel(answer.level)
      : "";
  return joined([line(strong(questions.unanswered), reason && [words.colon, reason]), noted], "\n");
}

/** S17: whose answer was taken over, what was asked there, and on whose word the two are related. */
function takenOverLine({ texts, chapters }: ReportContext, { answer, contribution }: Entry): Line {
  const source = answer?.source;
  if (!source || contribution.state !== "answered") return [];
  const { words, questions } = texts;
  const title = chapters.find(({ checklist }) => checklist.id === source.checklist)?.title ?? source.checklist;
  return line(
    quiet(`${questions.takenOverFrom}${words.colon}`),
    title,
    words.listComma,
    linkTo(anchorTo("question", source.checklist, source.question), source.question),
    words.semicolon,
    questions.sourceAsks[source.relation],
    words.inBrackets(questions.sourceBasis[source.basis]),
  );
}

/** Who said it and when; then S13: value, target and where it was found (S4), and what the question brings to the sums. */
function figuresLine(context: ReportContext, entry: Entry): Line {
  const { texts } = context;
  const { words, questions } = texts;
  const { amounts } = questions;
  const { state, value, target, targetFrom, weight, required, won, open, proven, rules } = entry.contribution;
  const { answer, finding } = entry;
  const origin = targetFrom.kind === "tier" ? questions.targetDefault : targetOriginOf(texts, targetFrom);
  const figures = [
    value === null ? "" : figure(amounts.value, formatAmount(value)),
    `${figure(amounts.target, formatAmount(target))}${words.inBrackets(origin)}`,
    finding ? figure(amounts.gap, formatShare(finding.gap)) : "",
    finding ? figure(amounts.exposure, formatAmount(finding.exposure)) : "",
    figure(amounts.weight, String(weight)),
    figure(amounts.required, formatAmount(required)),
    state === "answered" ? figure(amounts.reached, formatAmount(won)) : "",
    state === "answered" ? figure(amounts.evidenced, formatAmount(proven)) : "",
    state === "unanswered" ? figure(amounts.open, formatAmount(open)) : "",
    rules.join(words.listComma),
  ];
  const author = answer ? authorOf(context, entry, "moment") : "";
  return line([author, ...figures].filter((one) => one !== "").join(words.semicolon));
}

/** Name and figure, with a blank between them at which no line ends. */
function figure(name: string, amount: string): string {
  return `${name}\u00A0${amount}`;
}
