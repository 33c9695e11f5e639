import { WorkbenchError, type EventBody, type Evidence } from "#domain";

/**
 * `body` as plain data that a file can say: halves of characters are replaced. Throws bad-input for what an assessment
 * file would be refused for: a date that is none, an address that is not of the web, a share outside [0,1].
 */
export function checkBody(body: EventBody): EventBody {
  const plain = JSON.parse(JSON.stringify(body, sayable)) as EventBody;
  switch (plain.kind) {
    case "assessment-created":
      checkDate(plain.assessedAt, "assessedAt");
      checkShares(plain.profile.targets);
      return plain;
    case "assessment-dated":
      checkDate(plain.assessedAt, "assessedAt");
      return plain;
    case "profile-set":
      checkShares(plain.profile.targets);
      return plain;
    case "evidence-recorded":
      checkEvidence(plain.evidence);
      return plain;
    case "system-classified":
      checkDate(plain.classification.on, "on");
      return plain;
    case "system-described":
    case "checklists-chosen":
    case "question-answered":
    case "report-signed":
    case "event-undone":
      return plain;
  }
}

function sayable(_key: string, value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number" && !Number.isFinite(value)) throw refused("This is no number.", "number");
  return value;
}

function checkEvidence(evidence: Evidence): void {
  if (evidence.effectiveFrom) checkDate(evidence.effectiveFrom, "effectiveFrom");
  if (evidence.expires) checkDate(evidence.expires, "expires");
  if (evidence.kind === "link" && !(/^(https?:\/\/|mailto:)\S+$/i.test(evidence.url) && URL.canParse(evidence.url))) {
    throw refused("A link starts with https:, http: or mailto:.", "url");
  }
}

function checkDate(text: string, field: string): void {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : null;
  if (!day || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) throw refused("This is no calendar date.", field);
}

function checkShares(targets: Readonly<Record<string, number>> = {}): void {
  if (Object.values(targets).some((share) => share < 0 || share > 1)) throw refused("A target is a share from 0 to 1.", "targets");
}

function refused(message: string, field: string): WorkbenchError {
  return new WorkbenchError("bad-input", message, { facts: { field } });
}
