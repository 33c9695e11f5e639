import {
  answerTo,
  isEffectiveOn,
  isJustifiedNotApplicable,
  placeQuestions,
  scaleOf,
  type Answer,
  type AppliesWhen,
  type Assessment,
  type Checklist,
  type Contribution,
  type EvidenceId,
  type LevelId,
  type PlacedQuestion,
  type Profile,
  type Question,
  type QuestionState,
  type Scale,
  type ScoringPolicy,
  type Section,
  type TargetOrigin,
} from "#domain";

/** What every question of one checklist is scored against. */
interface ScoringContext {
  readonly checklist: Checklist;
  readonly assessment: Assessment;
  /** effectiveEvidence of the assessment */
  readonly inForce: ReadonlySet<EvidenceId>;
  readonly policy: ScoringPolicy;
  /** S1: what each level of each scale is worth */
  readonly values: ReadonlyMap<Scale, ReadonlyMap<LevelId, number>>;
  /** what the sections above a question decide for all beneath them; its keys are the lists of sections themselves */
  readonly above: Map<readonly Section[], Above>;
}

interface Above {
  /** S2: whether the conditions of all the sections hold */
  readonly isInScope: boolean;
  /** S4: what is found from the innermost section outward */
  readonly target: Target;
}

interface Target {
  readonly target: number;
  readonly from: TargetOrigin;
}

/** A question with what it brings. */
export type Scored = PlacedQuestion & { readonly line: Contribution };

/** S1 to S7 for every question of a checklist, in authored order. */
export function contributeAll(checklist: Checklist, assessment: Assessment, policy: ScoringPolicy): readonly Scored[] {
  const context: ScoringContext = {
    checklist,
    assessment,
    inForce: effectiveEvidence(assessment),
    policy,
    values: valuesOf(checklist),
    above: new Map(),
  };
  return placeQuestions(checklist.sections).map((placed) => ({
    question: placed.question,
    sections: placed.sections,
    line: contribute(context, placed),
  }));
}

/** S1 to S7 for one question: everything that it brings to the sums in which it stands. */
function contribute(context: ScoringContext, placed: PlacedQuestion): Contribution {
  const { checklist, assessment, inForce } = context;
  const { question } = placed;
  const answer = answerTo(assessment, checklist.id, question.id);
  const above = aboveOf(placed.sections, context);
  const value = answer?.level === undefined ? null : valueOf(context, question, answer.level);
  const { target, from } = targetAt(question, context) ?? above.target;
  const state = stateOf(question, above, assessment.profile, answer, value);
  const evidence = answer?.evidence?.length ? answer.evidence.filter((id) => inForce.has(id)) : none;
  const required = state === "answered" || state === "unanswered" ? question.weight * target : 0;
  const won = state === "answered" && value !== null ? question.weight * Math.min(value, target) : 0;
  return {
    question: question.id,
    state,
    value: state === "answered" ? value : null,
    target,
    targetFrom: from,
    weight: question.weight,
    required,
    won,
    open: state === "unanswered" ? required : 0,
    proven: evidence.length > 0 ? won : 0,
    evidence,
    rules: rulesOf(state, evidence.length > 0, value !== null && value < target),
  };
}

/** S7: evidence that is effective on the assessment date. */
function effectiveEvidence(assessment: Assessment): ReadonlySet<EvidenceId> {
  return new Set(assessment.evidence.filter((one) => isEffectiveOn(one, assessment.assessedAt)).map((one) => one.id));
}

const none: readonly EvidenceId[] = [];

/** Of equal ids the first decides. */
function valuesOf({ scales }: Checklist): ScoringContext["values"] {
  return new Map(scales.map((scale) => [scale, new Map(scale.levels.toReversed().map((step) => [step.id, step.value]))]));
}

/** S1: what the question's scale states for the chosen level; null when the scale does not know it. */
function valueOf({ checklist, values }: ScoringContext, question: Question, level: LevelId): number | null {
  return values.get(scaleOf(checklist, question))?.get(level) ?? null;
}

function stateOf(question: Question, above: Above, profile: Profile, answer: Answer | undefined, value: number | null): QuestionState {
  if (!above.isInScope || !holds(question.appliesWhen, profile)) return "out-of-scope";
  if (isJustifiedNotApplicable(answer)) return "not-applicable";
  return value === null || answer?.notApplicable ? "unanswered" : "answered";
}

/** S2: every stated key must match; a key that the profile lacks does not. */
function holds(condition: AppliesWhen | undefined, profile: Profile): boolean {
  if (!condition) return true;
  const matches = (wanted: readonly string[] | undefined, had: readonly string[]) =>
    wanted === undefined || wanted.some((value) => had.includes(value));
  return (
    matches(condition.tier, profile.tier ? [profile.tier] : []) &&
    matches(condition.role, profile.role ?? []) &&
    matches(condition.sector, profile.sector ? [profile.sector] : []) &&
    matches(condition.tags, profile.tags ?? [])
  );
}

function aboveOf(sections: readonly Section[], context: ScoringContext): Above {
  const known = context.above.get(sections);
  if (known) return known;
  const { profile } = context.assessment;
  const found = { isInScope: sections.every((section) => holds(section.appliesWhen, profile)), target: targetAbove(sections, context) };
  context.above.set(sections, found);
  return found;
}

/** S4: outward from the innermost section; last the checklist, then the tier. */
function targetAbove(sections: readonly Section[], context: ScoringContext): Target {
  const { checklist, assessment, policy } = context;
  for (const section of sections.toReversed()) {
    const found = targetAt(section, context);
    if (found) return found;
  }
  const { targets } = assessment.profile;
  const whole = (targets && overrideOf(checklist.id, targets)) ?? authoredAt(checklist);
  if (whole) return whole;
  const tier = assessment.profile.tier ?? policy.tierWhenUnknown;
  return { target: policy.tierTargets[tier], from: { kind: "tier", tier } };
}

function targetAt(node: Question | Section, { checklist, assessment }: ScoringContext): Target | null {
  return (assessment.profile.targets && overrideOf(`${checklist.id}/${node.id}`, assessment.profile.targets)) ?? authoredAt(node);
}

/** S4: at each step the assessment's override comes before the authored target. */
function overrideOf(key: string, targets: NonNullable<Profile["targets"]>): Target | null {
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return target === undefined ? null : { target, from: { kind: "override", of: key } };
}

function authoredAt(node: { readonly id: string; readonly target?: number }): Target | null {
  return node.target === undefined ? null : { target: node.target, from: { kind: "authored", of: node.id } };
}

const rules = {
  outOfScope: ["S2"],
  notApplicable: ["S3"],
  unanswered: ["S4", "S6"],
  answered: ["S1", "S4", "S5", "S6"],
  evidenced: ["S1", "S4", "S5", "S6", "S7"],
  short: ["S1", "S4", "S5", "S6", "S11"],
  shortEvidenced: ["S1", "S4", "S5", "S6", "S7", "S11"],
} as const;

function rulesOf(state: QuestionState, isEvidenced: boolean, hasGap: boolean): readonly string[] {
  switch (state) {
    case "out-of-scope":
      return rules.outOfScope;
    case "not-applicable":
      return rules.notApplicable;
    case "unanswered":
      return rules.unanswered;
    case "answered":
      if (hasGap) return isEvidenced ? rules.shortEvidenced : rules.short;
      return isEvidenced ? rules.evidenced : rules.answered;
  }
}
