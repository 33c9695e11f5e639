import { answerTo, type Answer, type Assessment, type Classification, type EventBody } from "#domain";
import { canonicalJson } from "#journal";

/** Whether the assessment says already what an event would say. Who said it and when is no part of an answer. */
export function isSaid(assessment: Assessment, body: EventBody): boolean {
  switch (body.kind) {
    case "question-answered": {
      const known = answerTo(assessment, body.checklist, body.question);
      return same(known ? plainAnswer(known) : null, body.answer && plainAnswer(body.answer));
    }
    case "evidence-recorded":
      return same(assessment.evidence.find((one) => one.id === body.evidence.id) ?? null, body.evidence);
    case "system-described":
      return same(assessment.system, body.system);
    case "profile-set":
      return same(assessment.profile, body.profile);
    case "assessment-dated":
      return assessment.assessedAt === body.assessedAt;
    case "checklists-chosen":
      return same(assessment.checklists, body.checklists);
    case "system-classified":
      return assessment.classifications.some((one) => same(plainClassification(one), plainClassification(body.classification)));
    case "assessment-created":
    case "report-signed":
    case "event-undone":
      return false;
  }
}

/** What an answer says, without blank parts and the marks of who gave it; null when that is nothing. A source is that of a level (S17). */
export function plainAnswer({ level, notApplicable, justification, note, evidence, source, saidOf }: Answer): Answer | null {
  const said: Answer = {
    ...(level !== undefined ? { level } : {}),
    ...(notApplicable ? { notApplicable } : {}),
    ...(justification?.trim() ? { justification } : {}),
    ...(note?.trim() ? { note } : {}),
    ...(evidence && evidence.length > 0 ? { evidence } : {}),
  };
  if (Object.keys(said).length === 0) return null;
  return { ...said, ...(source && level !== undefined ? { source } : {}), ...(saidOf ? { saidOf } : {}) };
}

/** What was classified, without the marks of who recorded it. */
function plainClassification({ by: _by, at: _at, ...said }: Classification): Classification {
  return said;
}

export function same(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
