import type { AssessmentEvent, AssessmentId, AssessmentMeta, EventBody } from "#domain";

/*
 * The least shape that what comes back from disk must have for the rest of the program not to stumble over it. It was
 * checked in full when it came in; this tells damage, and what a newer build wrote, from data.
 */

type Fields = Readonly<Record<string, unknown>>;

export function isStoredEvent(value: unknown, assessment: AssessmentId): value is AssessmentEvent {
  if (!isFields(value) || value["assessment"] !== assessment) return false;
  const texts = ["id", "device", "at", "by", "hash", "kind"].every((key) => isText(value[key]));
  const chained = Number.isSafeInteger(value["seq"]) && Array.isArray(value["parents"]) && value["parents"].every(isText);
  if (!texts || !chained || !(value["prev"] === null || isText(value["prev"]))) return false;
  const kind = String(value["kind"]);
  return isKind(kind) && payloads[kind](value);
}

export function isStoredMeta(value: unknown, id: string): value is AssessmentMeta {
  if (!isFields(value) || value["id"] !== id) return false;
  const texts = ["name", "owner", "createdAt", "updatedAt"].every((key) => isText(value[key]));
  return texts && isCount(value["events"]) && isList(value["checklists"], isChecklistLine) && isPinned(value["pins"]);
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One for each kind, so that a kind added to the domain does not compile before it is known here. */
const payloads: Readonly<Record<EventBody["kind"], (event: Fields) => boolean>> = {
  "assessment-created": (event) =>
    isFields(event["system"]) && isFields(event["profile"]) && isText(event["assessedAt"]) && isList(event["checklists"], isFields),
  "system-described": (event) => isFields(event["system"]),
  "profile-set": (event) => isFields(event["profile"]),
  "assessment-dated": (event) => isText(event["assessedAt"]),
  "checklists-chosen": (event) => isList(event["checklists"], isFields),
  "question-answered": (event) =>
    isText(event["checklist"]) && isText(event["question"]) && (event["answer"] === null || isFields(event["answer"])),
  "evidence-recorded": (event) => isFields(event["evidence"]) && isText(event["evidence"]["id"]),
  "system-classified": (event) => isFields(event["classification"]) && isText(event["classification"]["tree"]),
  "report-signed": (event) => isFields(event["attestation"]),
  "event-undone": (event) => isText(event["target"]),
};

function isKind(kind: string): kind is EventBody["kind"] {
  return Object.hasOwn(payloads, kind);
}

function isChecklistLine(value: unknown): boolean {
  return isFields(value) && isText(value["id"]) && isText(value["version"]) && isFields(value["title"]) && isFields(value["total"]);
}

function isPinned(value: unknown): boolean {
  return value === undefined || isList(value, isText);
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isItem(item));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
