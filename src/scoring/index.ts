export { scoreAssessment, scoreChecklist } from "./score-assessment.ts";
export { readThrough, scorePhases } from "./score-phases.ts";
export { prepareProposals, proposalState, proposeAnswers, questionKey, sourcesFor } from "./propose-answers.ts";
export { relatedEvidence } from "./related-evidence.ts";
export { standardPolicy } from "./policy.ts";
