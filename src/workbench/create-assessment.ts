import { refOf, type AssessmentEvent, type AssessmentId, type DeviceId, type Instant } from "#domain";
import { nextEvent } from "#journal";
import type { Storage } from "#storage";
import { checkBody } from "./check-body.ts";
import { loadAll } from "./create-edits.ts";
import { storeEvents } from "./import-assessment.ts";
import type { Library } from "./library.ts";
import type { NewAssessment } from "./workbench.ts";

interface Beginning {
  readonly id: AssessmentId;
  readonly storage: Storage;
  readonly library: Library;
  readonly teller: { readonly by: string; readonly at: Instant; readonly device: DeviceId };
}

/** Stores a new assessment, and with its creation the classifications by which its profile came about. Throws not-found for a checklist that is not here, and what storage throws. */
export async function createAssessment(wanted: NewAssessment, { id, storage, library, teller }: Beginning): Promise<AssessmentId> {
  const { system, profile, assessedAt, classifications = [] } = wanted;
  const checklists = (await loadAll(library, wanted.checklists)).map(refOf);
  const author = { assessment: id, ...teller };
  const events: AssessmentEvent[] = [nextEvent([], checkBody({ kind: "assessment-created", system, profile, assessedAt, checklists }), author)];
  for (const classification of classifications) {
    events.push(nextEvent(events, checkBody({ kind: "system-classified", classification }), author, events[0]?.id));
  }
  return storeEvents(storage, library, id, events);
}
