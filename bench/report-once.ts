/** `tsx bench/report-once.ts table 350`: makes one report in a process of its own and prints what it took as JSON. */
import { placeQuestions, type PinnedChecklist, type ReportDocument } from "#domain";
import { composeReport, findMissingCharacters, renderPdf } from "#report";
import { scoreAssessment } from "#scoring";
import { readReportFonts } from "../tests/report-fonts.ts";
import { contentFiles, readContent, templateOf } from "./files.ts";
import { assessmentOf, checklistOf, type Words } from "./made-up.ts";

/** One table that says each row in both languages; or all that a template prints. */
export type Shape = "table" | "full";

/** Memory in MB, at its peak and before the report was begun; the PDF in kB. */
export interface Rendered {
  readonly milliseconds: number;
  readonly kilobytes: number;
  readonly before: number;
  readonly peak: number;
}

const [shape, count] = [process.argv[2] as Shape, Number(process.argv[3])];
const fonts = readReportFonts();
const words = contentFiles.map(readContent).flatMap((one) => ("checklist" in one ? placeQuestions(one.checklist.sections).map((placed) => placed.question) : []));
const compose = shape === "table" ? () => tableOf(count, words) : composerOf(count, words);
const before = process.memoryUsage.rss() / 1e6;
const begun = performance.now();
const document = compose();
findMissingCharacters(document, fonts);
const { length } = renderPdf(document, fonts);
const milliseconds = performance.now() - begun;
const rendered: Rendered = { milliseconds, kilobytes: length / 1000, before, peak: process.resourceUsage().maxRSS / 1000 };
console.log(JSON.stringify(rendered));

function composerOf(count: number, words: readonly Words[]): () => ReportDocument {
  const checklist = checklistOf(count, words);
  const assessment = assessmentOf(checklist, count, "多數關員已關閉警示。 Most officers have switched the alert off.");
  const checklists: readonly PinnedChecklist[] = [{ checklist, digest: "sha256-00" as PinnedChecklist["digest"] }];
  const result = scoreAssessment([checklist], assessment);
  const template = templateOf("full-report");
  const provenance = { appVersion: "bench", createdAt: "2026-11-21T09:00:00.000Z", heads: [], events: 0 };
  return () => composeReport({ template, language: "zh-TW", checklists, assessment, result, conflicts: [], provenance });
}

function tableOf(count: number, words: readonly Words[]): ReportDocument {
  const { blocks: _replaced, ...rest } = composerOf(10, words)();
  const rows = Array.from({ length: count }, (_, place) => {
    const text = words[place % words.length]?.text;
    const said = [String(place + 1), text?.en ?? "", text?.["zh-TW"] ?? ""];
    return { cells: said.map((one) => ({ kind: "text" as const, line: [{ text: one }] })) };
  });
  const columns = [{ title: "#", width: 0.08 }, { title: "English", width: 0.5 }, { title: "中文", width: 0.42 }];
  return { ...rest, blocks: [{ kind: "table", title: "Questions 題目", columns, rows, empty: "" }] };
}
