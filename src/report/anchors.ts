/** What a report can link to; `question` is settled to the best row that the report has. */
export type AnchorKind =
  | "part"
  | "chapter"
  | "question"
  | "answer"
  | "finding"
  | "unanswered"
  | "not-applicable"
  | "open-point"
  | "control"
  | "evidence"
  | "section"
  | "phase"
  | "rule"
  | "text";

/** "answer:eu-altai:ALTAI-1.1.a": safe as an id in HTML and as a name in PDF whatever the ids hold. */
export function anchorTo(kind: AnchorKind, ...ids: readonly string[]): string {
  return [kind, ...ids.map(escapeId)].join(":");
}

/** Kinds of row in which a question may stand, the most telling first. */
const rowsOfQuestion: readonly AnchorKind[] = ["answer", "finding", "unanswered", "not-applicable", "open-point", "control"];

/** Where a link may land, in the order of preference. */
export function destinationsOf(anchor: string): readonly string[] {
  const prefix = "question:";
  if (!anchor.startsWith(prefix)) return [anchor];
  return rowsOfQuestion.map((kind) => `${kind}:${anchor.slice(prefix.length)}`);
}

function escapeId(id: string): string {
  return id
    .toWellFormed()
    .replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);
}
