import { formatShare, type Block, type Finding, type Row } from "#domain";
import { formatAmount } from "../figures.ts";
import { cell, endCell, line, quiet } from "../lines.ts";
import { anchorOf, authorOf, chapterHeading, cut, evidenceLine, paragraph, partHeading, questionLine } from "../question-lines.ts";
import type { Entry, ReportContext } from "../report-context.ts";

/** Every finding once, in the order of the result (S11). */
export function composeFindings(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, chapters } = context;
  const { questions } = texts;
  return [
    partHeading("findings", questions.findingsTitle),
    paragraph(questions.findingsIntro),
    ...chapters.flatMap((chapter): readonly Block[] => {
      const { shown, note } = cut(context, chapter.result.findings, limit);
      return [
        chapterHeading("findings", chapter),
        ...note,
        {
          kind: "table",
          title: questions.findingsTable(chapter.title),
          columns: [
            { title: questions.severity, width: 0.11 },
            { title: questions.question, width: 0.35 },
            { title: questions.valueAgainstTarget, width: 0.17 },
            { title: questions.gap, width: 0.08, align: "end" },
            { title: questions.exposure, width: 0.1, align: "end" },
            { title: questions.evidenceAndAuthor, width: 0.19 },
          ],
          rows: shown.flatMap((finding) => findingRow(context, finding, chapter.entryOf.get(finding.question))),
          empty: questions.findingsEmpty,
        },
      ];
    }),
  ];
}

function findingRow(context: ReportContext, finding: Finding, entry: Entry | undefined): readonly Row[] {
  if (!entry) return [];
  const { texts, input } = context;
  const { words, questions } = texts;
  const { severity, value, target, gap, exposure } = finding;
  const level = entry.level?.label[input.language];
  const printed = formatShare(value);
  const evidence = evidenceLine(context, entry);
  return [
    {
      anchor: anchorOf("finding", entry),
      cells: [
        { kind: "severity", severity, label: words.severity[severity] },
        cell(questionLine(context, entry)),
        cell(questions.againstTarget(level ? `${level}${words.inBrackets(printed)}` : printed, formatShare(target))),
        endCell(formatShare(gap)),
        endCell(formatAmount(exposure)),
        cell(evidence.length > 0 ? evidence : line(questions.noEvidence), quiet(`\n${authorOf(context, entry, "day")}`)),
      ],
    },
  ];
}
