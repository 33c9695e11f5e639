import { createMemo, mapArray, type Accessor } from "solid-js";
import type { Assessment, AssessmentResult, ChecklistId, PinnedChecklist } from "#domain";
import { scoreChecklist } from "#scoring";

/** What scoreAssessment gives, each checklist computed again only when something that it is scored from has changed. */
export function createScoring(checklists: Accessor<readonly PinnedChecklist[]>, assessment: Accessor<Assessment>): Accessor<AssessmentResult> {
  const parts = mapArray(checklists, ({ checklist }) => {
    const told = createMemo(assessment, undefined, { equals: (a, b) => scoresAlike(checklist.id, a, b) });
    const part = createMemo(() => scoreChecklist(checklist, told()));
    return part;
  });
  const result = createMemo(() => ({ assessment: assessment().id, checklists: parts().map((part) => part()) }));
  return result;
}

function scoresAlike(checklist: ChecklistId, a: Assessment, b: Assessment): boolean {
  return (
    a.answers[checklist] === b.answers[checklist] &&
    a.profile === b.profile &&
    a.evidence === b.evidence &&
    a.assessedAt === b.assessedAt
  );
}
