export { scoreAssessment, scoreChecklist } from "./score-assessment.ts";
export { readThrough, scorePhases } from "./score-phases.ts";
export { standardPolicy } from "./policy.ts";
