import type { Assessment, AssessmentEvent } from "#domain";

/** Keys that are written first, in this order, wherever they occur; all others follow by code unit. */
const first = [
  "format", "id", "assessment", "device", "seq", "kind", "name", "purpose", "owner", "version",
  "system", "assessedAt", "profile", "checklists", "answers", "evidence", "attestations", "classifications", "journal",
];
const rank = new Map(first.map((key, index) => [key, index]));

/** The assessment file: the same assessment gives the same bytes, whatever order its keys came in. */
export function writeAssayFile(assessment: Assessment, journal: readonly AssessmentEvent[]): string {
  const file = { format: "assay-assessment/1", ...assessment, journal };
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
