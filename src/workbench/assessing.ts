export { projectAssessment } from "#journal";
export { textsOf } from "./checklist-texts.ts";
export { createAssessment } from "./create-assessment.ts";
export { createSession, readSource } from "./create-session.ts";
export { planImport } from "./import-assessment.ts";
export { openSample } from "./open-sample.ts";
export { tryDraftProfile } from "./try-profile.ts";
