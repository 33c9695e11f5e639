/** The rules that a report explains; the ids are those of the scoring rules. */
export const explainedRules = [
  "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12", "S13", "S14", "S15",
] as const;
export type ExplainedRule = (typeof explainedRules)[number];

export interface RuleText {
  readonly title: string;
  readonly text: string;
  readonly formula?: string;
}

export interface MethodologyTexts {
  readonly title: string;
  readonly intro: string;
  readonly barTitle: string;
  readonly bar: readonly string[];
  readonly symbolsTitle: string;
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[];
  readonly rulesTitle: string;
  readonly rules: Readonly<Record<ExplainedRule, RuleText>>;
  /** ratings, proposals and trials (S16 to S18) enter no figure */
  readonly beyond: string;
  readonly lifecycleTitle: string;
  /** which lifecycle the phases are of when it is ours */
  readonly lifecycleOwn: string;
  readonly lifecycleView: (view: string, source: string, publisher: string, date: string) => string;
  /** S8: the phases of a view overlap */
  readonly lifecycleOverlap: string;
  /** before the note that says whose the mapping is, and what is not verified */
  readonly lifecycleMapping: string;
  readonly lifecycleSource: string;
  readonly lifecycleTable: (view: string) => string;
  readonly viewPhase: string;
  readonly ownPhases: string;
  readonly constantsTitle: string;
  readonly constantsIntro: string;
  readonly tierTable: string;
  readonly tier: string;
  readonly defaultTarget: string;
  readonly tierUnknown: (tier: string) => string;
  readonly severityTable: string;
  readonly severity: string;
  readonly threshold: string;
  readonly atLeast: (exposure: string) => string;
  readonly below: (exposure: string) => string;
  readonly targetsTable: string;
  readonly checklist: string;
  readonly target: string;
  readonly foundAt: string;
  readonly questions: string;
  readonly targetsEmpty: string;
}
