export { scoreAssessment, scoreChecklist } from "./score-assessment.ts";
export { standardPolicy } from "./policy.ts";
