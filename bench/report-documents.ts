import { placeQuestions, type PinnedChecklist, type ReportDocument } from "#domain";
import { composeReport } from "#report";
import { scoreAssessment } from "#scoring";
import { contentFiles, readContent, templateOf } from "./files.ts";
import { assessmentOf, checklistOf, type Words } from "./made-up.ts";

/** One table that says each row in both languages; or all that a template prints. */
export type Shape = "table" | "full";

/** Composes a report of that many rows or questions; what it is composed of is read and scored beforehand. */
export function documentMaker(shape: Shape, count: number): () => ReportDocument {
  const words = contentFiles.map(readContent).flatMap((one) => ("checklist" in one ? placeQuestions(one.checklist.sections).map((placed) => placed.question) : []));
  if (shape === "full") return composerOf(count, words);
  const frame = composerOf(10, words);
  return () => tableOf(frame(), count, words);
}

function composerOf(count: number, words: readonly Words[]): () => ReportDocument {
  const checklist = checklistOf(count, words);
  const assessment = assessmentOf(checklist, count, "多數關員已關閉警示。 Most officers have switched the alert off.");
  const checklists: readonly PinnedChecklist[] = [{ checklist, digest: "sha256-00" as PinnedChecklist["digest"] }];
  const result = scoreAssessment([checklist], assessment);
  const template = templateOf("full-report");
  const provenance = { appVersion: "bench", createdAt: "2026-11-21T09:00:00.000Z", heads: [], events: 0 };
  return () => composeReport({ template, language: "zh-TW", checklists, assessment, result, conflicts: [], provenance });
}

function tableOf({ blocks: _replaced, ...rest }: ReportDocument, count: number, words: readonly Words[]): ReportDocument {
  const rows = Array.from({ length: count }, (_, place) => {
    const text = words[place % words.length]?.text;
    const said = [String(place + 1), text?.en ?? "", text?.["zh-TW"] ?? ""];
    return { cells: said.map((one) => ({ kind: "text" as const, line: [{ text: one }] })) };
  });
  const columns = [{ title: "#", width: 0.08 }, { title: "English", width: 0.5 }, { title: "中文", width: 0.42 }];
  return { ...rest, blocks: [{ kind: "table", title: "Questions 題目", columns, rows, empty: "" }] };
}
