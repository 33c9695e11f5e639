import type { ScoringPolicy } from "#domain";

/** The constants published with the rules (S4, S11), for a result that was scored with no others. */
export const publishedPolicy: ScoringPolicy = {
  tierTargets: { minimal: 0.4, limited: 0.6, high: 0.8, unacceptable: 1 },
  tierWhenUnknown: "high",
  severityFrom: { critical: 2, high: 1.2, medium: 0.5 },
};
