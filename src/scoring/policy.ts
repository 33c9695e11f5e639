import type { ScoringPolicy } from "#domain";

/** The published constants: tier defaults of S4 and severity thresholds of S11. */
export const standardPolicy: ScoringPolicy = {
  tierTargets: { minimal: 0.4, limited: 0.6, high: 0.8, unacceptable: 1 },
  tierWhenUnknown: "high",
  severityFrom: { critical: 2, high: 1.2, medium: 0.5 },
};
