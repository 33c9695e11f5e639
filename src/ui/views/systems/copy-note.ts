import type { AssessmentMeta, Instant } from "#domain";
import type { Texts } from "../../texts/index.ts";

/** Whether a copy outside this browser holds all that stands here. */
export function isCopied(row: AssessmentMeta): boolean {
  return row.exportedAt !== null && row.exportedEvents >= row.events;
}

/** How old the last copy outside this browser is, and how much it lacks. */
export function copyNote(row: AssessmentMeta, t: Texts, now: Instant): string {
  if (row.exportedAt === null) return t.systems.neverExported;
  const ago = t.common.ago(row.exportedAt, now);
  return isCopied(row) ? t.systems.exported(ago) : t.systems.exportedBehind(ago, row.events - row.exportedEvents);
}
