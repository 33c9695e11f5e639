import type { Block, Inline, Line, Row, Section } from "#domain";
import { anchorTo } from "../anchors.ts";
import { formatAmount } from "../figures.ts";
import { cell, joined, line, quiet, strong } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, evidenceLine, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { Chapter, Entry, ReportContext } from "../report-context.ts";
import { targetOriginOf } from "../target-origin.ts";

/** Every question in scope, section by section: what was said, on what it stands, what it brings to the sums (S13). */
export function composeAnswers(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  return [
    partHeading("answers", texts.questions.answersTitle),
    paragraph(texts.questions.answersIntro),
    ...chapters.flatMap((chapter) => chapterAnswers(context, chapter, limit)),
  ];
}

function chapterAnswers(context: ReportContext, chapter: Chapter, limit: number | undefined): readonly Block[] {
  const { questions } = context.texts;
  const { outOfScope } = chapter.result;
  const inScope = chapter.entries.filter((entry) => entry.contribution.state !== "out-of-scope");
  const { shown, note } = cut(context, inScope, limit);
  return [
    chapterHeading("answers", chapter),
    ...(outOfScope > 0 ? [paragraph(questions.outOfScope(outOfScope), "quiet")] : []),
    ...(inScope.length === 0 ? [paragraph(questions.answersEmpty, "quiet")] : []),
    ...note,
    ...bySection(shown).flatMap(({ section, entries }): readonly Block[] => {
      const title = section.title[context.input.language];
      return [
        { kind: "heading", level: 3, text: title, anchor: anchorTo("chapter", "answers", chapter.checklist.id, section.id) },
        {
          kind: "table",
          title: questions.answersTable(title),
          columns: [
            { title: questions.question, width: 0.34 },
            { title: questions.answer, width: 0.38 },
            { title: questions.figures, width: 0.28 },
          ],
          rows: entries.map((entry) => answerRow(context, entry)),
          empty: questions.answersEmpty,
        },
      ];
    }),
  ];
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

function answerRow(context: ReportContext, entry: Entry): Row {
  return {
    anchor: anchorOf("answer", entry),
    cells: [
      cell(questionLine(context, entry), quiet(`\n${aboutQuestion(context, entry)}`)),
      cell(answerLine(context, entry)),
      cell(figuresLine(context, entry)),
    ],
  };
}

function aboutQuestion({ texts }: ReportContext, { question }: Entry): string {
  const { words, questions } = texts;
  const phases = question.phases.map((phase) => words.phase[phase]).join(words.listComma);
  return [
    question.ref,
    `${words.obligation[question.obligation]}${words.semicolon}${questions.weight} ${question.weight}`,
    `${questions.phases}${words.colon}${phases}`,
  ].join("\n");
}

function answerLine(context: ReportContext, entry: Entry): Line {
  const { texts } = context;
  const { words, questions } = texts;
  const { answer, conflict } = entry;
  const note = answer?.note?.trim() ?? "";
  const evidence = evidenceLine(context, entry);
  return joined(
    [
      saidLine(context, entry),
      line(conflict > 0 ? strong(questions.conflict(conflict)) : []),
      line(note === "" ? [] : [quiet(`${questions.note}${words.colon}`), note]),
      line(evidence.length === 0 ? [] : [quiet(`${questions.evidence}${words.colon}`), ...evidence]),
      line(answer ? quiet(authorOf(context, entry, "moment")) : []),
    ],
    "\n",
  );
}

/** The answer itself: a level with its meaning, a reason why not applicable, or that there is none. */
function saidLine({ texts, input }: ReportContext, { contribution, answer, level }: Entry): Line {
  const { words, questions, openPoints } = texts;
  if (contribution.state === "not-applicable") {
    return line(strong(words.state["not-applicable"]), words.colon, answer?.justification ?? "");
  }
  if (contribution.state === "answered" && level) {
    return line(strong(level.label[input.language]), words.colon, level.meaning[input.language]);
  }
  const reason = answer?.notApplicable
    ? openPoints.notApplicableWithoutReason
    : answer?.level !== undefined && !level
      ? questions.unknownLevel(answer.level)
      : "";
  return line(strong(questions.unanswered), reason && [words.colon, reason]);
}

/** S13: value, target and where it was found (S4), weight, and what the question brings to the sums. */
function figuresLine({ texts }: ReportContext, { contribution }: Entry): Line {
  const { words, questions } = texts;
  const { state, value, target, targetFrom, weight, required, won, open, proven, rules } = contribution;
  const pair = (label: string, amount: string): readonly Inline[] => [quiet(`${label} `), { text: amount }];
  const origin = words.inBrackets(targetOriginOf(texts, targetFrom));
  return joined(
    [
      line(value === null ? [] : pair(questions.value, formatAmount(value))),
      line(pair(questions.target, formatAmount(target)), origin),
      line(pair(`${questions.weight} w`, String(weight))),
      line(pair(`${texts.figures.required} w·τ`, formatAmount(required))),
      line(state === "answered" ? pair(questions.reached, formatAmount(won)) : []),
      line(state === "answered" ? pair(questions.proven, formatAmount(proven)) : []),
      line(state === "unanswered" ? pair(questions.open, formatAmount(open)) : []),
      line(pair(questions.rules, rules.join(words.listComma))),
    ],
    "\n",
  );
}
