import type { AssessmentId, ChecklistId, QuestionId } from "#domain";

/** The address of a question in an open assessment. */
export function questionHref(assessment: AssessmentId, checklist: ChecklistId, question: QuestionId): string {
  return `#/assess/${[assessment, checklist, question].map(encodeURIComponent).join("/")}`;
}
