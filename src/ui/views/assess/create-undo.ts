import type { AssessmentEvent, EventId } from "#domain";
import { useWorkbench } from "#workbench";
import { useToaster } from "../../parts/index.ts";
import { useTexts, type Texts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import { useAssessView } from "./assess-view.ts";

export interface Undo {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo and redo that say what they touched and go there, so that nothing changes out of sight. */
export function createUndo(): Undo {
  const t = useTexts();
  const view = useAssessView();
  const workbench = useWorkbench();
  const toaster = useToaster();
  const attempt = useAttempt();
  const { session } = view;
  const run = (can: () => boolean, step: () => void, say: (what: string) => string) => {
    workbench.drafts.flush();
    if (!can()) return;
    void attempt(() => {
      step();
      const touched = touchedBy(session.journal());
      if (!touched) return;
      const parts = session.journal().filter((event) => event.partOf === touched.id).length;
      toaster.show({ message: say(parts > 0 && touched.kind === "question-answered" ? t().assess.change.answers(parts + 1) : nameOf(touched, t())) });
      if (touched.kind === "question-answered" && touched.checklist === view.checklist.id) view.go(touched.question);
    });
  };
  return {
    undo: () => run(session.canUndo, session.undo, (what) => t().assess.undone(what)),
    redo: () => run(session.canRedo, session.redo, (what) => t().assess.redone(what)),
  };
}

/** What the last event, an undo, acts on at the end of the chain of undone undos. */
function touchedBy(journal: readonly AssessmentEvent[]): AssessmentEvent | null {
  const byId = new Map<EventId, AssessmentEvent>(journal.map((event) => [event.id, event]));
  let event = journal.at(-1);
  for (let step = 0; event?.kind === "event-undone" && step < journal.length; step++) event = byId.get(event.target);
  return event ?? null;
}

function nameOf(event: AssessmentEvent, t: Texts): string {
  switch (event.kind) {
    case "question-answered":
      return t.assess.change.answer(event.question);
    case "evidence-recorded":
      return t.assess.change.evidence(event.evidence.name);
    case "system-described":
      return t.assess.change.system;
    case "profile-set":
      return t.assess.change.profile;
    case "assessment-dated":
      return t.assess.change.date;
    case "checklists-chosen":
      return t.assess.change.checklists;
    case "system-classified":
      return t.assess.change.classification;
    case "assessment-created":
    case "report-signed":
    case "event-undone":
      return t.assess.change.other;
  }
}
