import { createSignal, type Accessor } from "solid-js";
import { placeQuestions, relatedTo, type Crosswalk, type PinnedChecklist } from "#domain";
import type { Library } from "./library.ts";
import type { Session } from "./workbench.ts";

/** S17. The crosswalk is loaded when it is first asked of; one that cannot be loaded now is tried again at the next question. */
export function createRelated(library: Library, checklists: Accessor<readonly PinnedChecklist[]>): Session["relatedTo"] {
  const [crosswalk, setCrosswalk] = createSignal<Crosswalk | null>(null);
  let loading: Promise<unknown> | null = null;
  const load = () => {
    loading ??= library.crosswalk().then(setCrosswalk, () => (loading = null));
  };
  const relatedIn: Session["relatedTo"] = (checklist, question) => {
    const known = crosswalk();
    if (!known) load();
    const pinned = checklists().find((one) => one.checklist.id === checklist);
    const placed = placeQuestions(pinned?.checklist.sections ?? []).find((one) => one.question.id === question);
    return known && placed ? relatedTo(known, checklist, question, placed.sections.map((one) => one.id)) : [];
  };
  return relatedIn;
}
