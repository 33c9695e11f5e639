import type { Language, ReportDocument } from "#domain";
import { composeReport, findMissingCharacters, renderPdf } from "#report";
import { scoreAssessment } from "#scoring";
import { readReportFonts } from "../tests/report-fonts.ts";
import { checklistsOf, readSample, templateOf } from "./files.ts";
import { measure, tell } from "./measure.ts";

/** The full report of the customs sample. In a process of its own, so that the peak of memory is this report's. */
export async function benchReport(language: Language): Promise<void> {
  const fonts = readReportFonts();
  const compose = composerOf("full-report", language);
  tell(`memory before the first report, fonts and content read, ${language}`, "MB", [process.memoryUsage.rss() / 1e6]);
  const document = compose();
  tell(`size of the full report of the sample, ${language}`, "kB", [renderPdf(document, fonts).length / 1000]);
  tell(`peak of memory after one report, ${language}`, "MB", [process.resourceUsage().maxRSS / 1000]);
  await measure(`compose the full report of the sample, ${language}`, compose, { runs: 10 });
  await measure(`find characters that no font has in that report, ${language}`, () => findMissingCharacters(document, fonts), { runs: 10 });
  await measure(`render the full report of the sample, ${language}`, () => renderPdf(document, fonts), { runs: 7, warm: 0 });
}

/** Composes a report of the customs sample, which is read and scored once. */
export function composerOf(templateId: string, language: Language): () => ReportDocument {
  const assessment = readSample();
  const checklists = checklistsOf(assessment);
  const result = scoreAssessment(checklists.map((one) => one.checklist), assessment);
  const template = templateOf(templateId);
  const provenance = { appVersion: "bench", createdAt: "2026-11-21T09:00:00.000Z", heads: [], events: 0 };
  return () => composeReport({ template, language, checklists, assessment, result, conflicts: [], provenance });
}
