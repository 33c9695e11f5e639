import type { Assessment, AssessmentEvent } from "#domain";
import type { ChecklistTexts } from "./read-assay-file.ts";

/** Keys that are written first, in this order, wherever they occur; all others follow by code unit. */
const first = [
  "format", "id", "assessment", "device", "seq", "kind", "name", "purpose", "owner", "version",
  "system", "assessedAt", "profile", "checklists", "answers", "evidence", "attestations", "classifications", "journal", "texts",
];
const rank = new Map(first.map((key, index) => [key, index]));

/**
 * The assessment file: the same assessment gives the same bytes, whatever order its keys came in. `texts` go along so that
 * whoever has only newer checklists can score it as it was.
 */
export function writeAssayFile(assessment: Assessment, journal: readonly AssessmentEvent[], texts: ChecklistTexts = {}): string {
  const file = { format: "assay-assessment/1", ...assessment, journal, ...(Object.keys(texts).length > 0 ? { texts } : {}) };
  return `${JSON.stringify(inOrder(file), null, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]));
}

function rankOf(key: string): number {
  return rank.get(key) ?? first.length;
}
