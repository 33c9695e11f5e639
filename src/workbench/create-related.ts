import type { Accessor } from "solid-js";
import { findQuestion, relatedTo, type Crosswalk, type PinnedChecklist } from "#domain";
import type { Session } from "./session.ts";

/** S17: what a question is related to. */
export function createRelated(crosswalk: Accessor<Crosswalk | null>, checklists: Accessor<readonly PinnedChecklist[]>): Session["relatedTo"] {
  return (checklist, question) => {
    const known = crosswalk();
    const pinned = checklists().find((one) => one.checklist.id === checklist);
    const placed = pinned && findQuestion(pinned.checklist, question);
    return known && placed ? relatedTo(known, checklist, question, placed.sections.map((one) => one.id)) : [];
  };
}
