/** The golden cases: in each folder a checklist, an assessment of it and the result that must come out. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment, Checklist, Parsed } from "#domain";
import { parseChecklist } from "#content";
import { readAssayFile, resultFile } from "#exchange";
import { scoreAssessment } from "#scoring";

export const folder = import.meta.dirname;

export interface GoldenCase {
  readonly checklist: Checklist;
  readonly assessment: Assessment;
}

export function caseNames(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
}

/** Throws, naming the problems, when either file has one. */
export function readCase(name: string): GoldenCase {
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, name, file)));
  return {
    checklist: expectSound(parseChecklist(read("checklist.yaml"))),
    assessment: expectSound(readAssayFile(read("assessment.assay.json"))).assessment,
  };
}

/** The bytes of `result.json`. */
export function resultText({ checklist, assessment }: GoldenCase): string {
  return `${JSON.stringify(resultFile(scoreAssessment([checklist], assessment)), null, 2)}\n`;
}

function expectSound<T>(parsed: Parsed<T>): T {
  if (parsed.ok && parsed.problems.length === 0) return parsed.value;
  throw new Error(parsed.problems.map((one) => `${one.line ?? 1}:${one.column ?? 1} ${one.code} ${one.message}`).join("\n"));
}
