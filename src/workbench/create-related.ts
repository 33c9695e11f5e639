import type { Accessor } from "solid-js";
import { placeQuestions, relatedTo, type Crosswalk, type PinnedChecklist } from "#domain";
import type { Session } from "./session.ts";

/** S17: what a question is related to. */
export function createRelated(crosswalk: Accessor<Crosswalk | null>, checklists: Accessor<readonly PinnedChecklist[]>): Session["relatedTo"] {
  return (checklist, question) => {
    const known = crosswalk();
    const pinned = checklists().find((one) => one.checklist.id === checklist);
    const placed = placeQuestions(pinned?.checklist.sections ?? []).find((one) => one.question.id === question);
    return known && placed ? relatedTo(known, checklist, question, placed.sections.map((one) => one.id)) : [];
  };
}
