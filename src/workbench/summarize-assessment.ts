import type { Assessment, AssessmentEvent, AssessmentMeta, AssessmentResult, PinnedChecklist } from "#domain";
import { namedVersions } from "./kept-versions.ts";

/** What a list shows of an assessment. Changed when its latest event was written; exported as `before` says. */
export function summarizeAssessment(
  before: AssessmentMeta | null,
  assessment: Assessment,
  result: AssessmentResult,
  checklists: readonly PinnedChecklist[],
  events: readonly AssessmentEvent[],
): AssessmentMeta {
  const first = events[0]?.at ?? `${assessment.assessedAt}T00:00:00.000Z`;
  return {
    id: assessment.id,
    name: assessment.system.name,
    owner: assessment.system.owner ?? "",
    createdAt: before?.createdAt ?? first,
    updatedAt: events.reduce((last, event) => (event.at > last ? event.at : last), first),
    events: events.length,
    exportedAt: before?.exportedAt ?? null,
    exportedEvents: before?.exportedEvents ?? 0,
    checklists: result.checklists.flatMap((one) => {
      const title = checklists.find(({ checklist }) => checklist.id === one.id)?.checklist.title;
      return title ? [{ id: one.id, version: one.version, title, total: one.total, blocked: one.blocked }] : [];
    }),
    pins: namedVersions(events),
  };
}
