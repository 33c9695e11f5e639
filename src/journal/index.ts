export { canonicalJson } from "./canonical-json.ts";
export { hashEvent } from "./hash-event.ts";
export { hashText } from "./hash-text.ts";
export { headsOf, nextEvent, type Authorship, type Journal } from "./append-event.ts";
export { verifyJournal } from "./verify-journal.ts";
export { unionJournals } from "./union-journals.ts";
export { projectAssessment, undoTargets, type Conflict, type Projection } from "./project-assessment.ts";
