import { compareExposures, formatShare, severities, type Block, type Cell, type Column, type Finding, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { clip } from "../clip.ts";
import { formatAmount } from "../figures.ts";
import { cell, endCell, line, linkTo, quiet } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, evidenceLine, nothingIn, paragraph, partHeading, questionCells } from "../question-lines.ts";
import type { Entry, PartOptions, ReportContext } from "../report-context.ts";

/** Every finding once, in the order of the result (S11); in brief the gravest of all checklists in one table. */
export function composeFindings(context: ReportContext, { limit, detail }: PartOptions): readonly Block[] {
  const { texts, chapters } = context;
  const { questions } = texts;
  if (detail === "brief") return gravest(context, limit);
  const found = chapters.filter(({ result }) => result.findings.length > 0);
  return [
    partHeading("findings", questions.findingsTitle),
    paragraph(context.hasAllAnswers ? `${questions.findingsIntro}${texts.words.gap}${questions.seeAnswers}` : questions.findingsIntro),
    ...found.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, chapter.result.findings, limit);
      return [
        chapterHeading("findings", chapter),
        ...note,
        {
          kind: "table",
          title: questions.findingsTable(chapter.title),
          isTitledAbove: true,
          columns: context.hasAllAnswers ? columnsByReference(context) : columnsInFull(context),
          rows: shown.flatMap((finding) => findingRow(context, finding, chapter.entryOf.get(finding.question))),
          empty: questions.findingsEmpty,
        },
      ];
    }),
    ...nothingIn(context, questions.findingsEmpty, chapters.filter((chapter) => !found.includes(chapter))),
  ];
}

function columnsByReference({ texts: { questions } }: ReportContext): readonly Column[] {
  return [
    { title: questions.severity, width: 0.11 },
    { title: questions.number, width: 0.215 },
    { title: questions.question, width: 0.395 },
    { title: questions.answer, width: 0.07, align: "end" },
    { title: questions.target, width: 0.07, align: "end" },
    { title: questions.gap, width: 0.06, align: "end" },
    { title: questions.exposure, width: 0.08, align: "end" },
  ];
}

function columnsInFull({ texts: { questions } }: ReportContext): readonly Column[] {
  return [
    { title: questions.severity, width: 0.11 },
    { title: questions.number, width: 0.16 },
    { title: questions.question, width: 0.27 },
    { title: questions.answer, width: 0.1 },
    { title: questions.target, width: 0.07, align: "end" },
    { title: questions.gap, width: 0.06, align: "end" },
    { title: questions.exposure, width: 0.07, align: "end" },
    { title: questions.evidenceAndAuthor, width: 0.16 },
  ];
}

function findingRow(context: ReportContext, finding: Finding, entry: Entry | undefined): readonly Row[] {
  if (!entry) return [];
  const { texts, input, hasAllAnswers } = context;
  const { words, questions } = texts;
  const { value, target, gap, exposure } = finding;
  const level = entry.level?.label[input.language] ?? "";
  const evidence = evidenceLine(context, entry);
  const figures = [formatShare(target), formatShare(gap), formatAmount(exposure)].map(endCell);
  const cells = hasAllAnswers
    ? [endCell(formatShare(value)), ...figures]
    : [
        cell(level, words.inBrackets(formatShare(value))),
        ...figures,
        cell(evidence.length > 0 ? evidence : line(questions.noEvidence), quiet(`\n${authorOf(context, entry, "day")}`)),
      ];
  return [{ anchor: anchorOf("finding", entry), cells: [severityCell(context, finding), ...questionCells(context, entry, 18.5), ...cells] }];
}

function severityCell({ texts }: ReportContext, { severity }: Finding): Cell {
  return { kind: "severity", severity, label: texts.words.severity[severity] };
}

/** S11 across checklists: by severity, then exposure, then in the order of the checklists. */
function gravest(context: ReportContext, limit: number | undefined): readonly Block[] {
  const { texts, chapters, input } = context;
  const { questions } = texts;
  const all = chapters
    .flatMap((chapter) => chapter.result.findings.map((finding) => ({ chapter, finding })))
    .toSorted(
      ({ finding: a }, { finding: b }) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) || compareExposures(a, b),
    );
  const shown = all.slice(0, limit);
  return [
    {
      kind: "heading",
      level: 2,
      text: questions.gravest(shown.length, all.length),
      anchor: anchorTo("part", "findings"),
    },
    {
      kind: "table",
      title: questions.gravest(shown.length, all.length),
      isTitledAbove: true,
      columns: [
        { title: questions.severity, width: 0.11 },
        { title: questions.number, width: 0.2 },
        { title: questions.question, width: 0.55 },
        { title: questions.gap, width: 0.06, align: "end" },
        { title: questions.exposure, width: 0.08, align: "end" },
      ],
      rows: shown.flatMap(({ chapter, finding }): Row[] => {
        const entry = chapter.entryOf.get(finding.question);
        if (!entry) return [];
        return [
          {
            anchor: anchorOf("finding", entry),
            cells: [
              severityCell(context, finding),
              cell(linkTo(anchorOf("answer", entry), entry.question.id)),
              cell(clip(entry.question.text[input.language], 27)),
              endCell(formatShare(finding.gap)),
              endCell(formatAmount(finding.exposure)),
            ],
          },
        ];
      }),
      empty: questions.findingsEmpty,
    },
  ];
}
