import {
  answerTo,
  isEffectiveOn,
  isJustifiedNotApplicable,
  placeQuestions,
  scaleOf,
  type AppliesWhen,
  type Assessment,
  type Checklist,
  type Contribution,
  type EvidenceId,
  type PlacedQuestion,
  type Profile,
  type Question,
  type QuestionState,
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
  const context = { checklist, assessment, inForce: effectiveEvidence(assessment), policy, above: new Map<readonly Section[], Above>() };
  return placeQuestions(checklist.sections).map((placed) => ({ ...placed, line: contribute(context, placed) }));
}

/** S1 to S7 for one question: everything that it brings to the sums in which it stands. */
function contribute(context: ScoringContext, placed: PlacedQuestion): Contribution {
  const { checklist, assessment, inForce } = context;
  const { question } = placed;
  const answer = answerTo(assessment, checklist.id, question.id);
  const value = valueOf(checklist, placed, answer?.level);
  const { target, from } = targetAt(question, context) ?? aboveOf(placed.sections, context).target;
  const state = stateOf(placed, context, answer, value);
  const evidence = (answer?.evidence ?? []).filter((id) => inForce.has(id));
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

/** S1: what the scale states for the chosen level; null when none is chosen or the scale does not know it. */
function valueOf(checklist: Checklist, placed: PlacedQuestion, level: string | undefined): number | null {
  if (level === undefined) return null;
  return scaleOf(checklist, placed.question).levels.find((step) => step.id === level)?.value ?? null;
}

function stateOf(
  placed: PlacedQuestion,
  context: ScoringContext,
  answer: ReturnType<typeof answerTo>,
  value: number | null,
): QuestionState {
  if (!aboveOf(placed.sections, context).isInScope || !holds(placed.question.appliesWhen, context.assessment.profile)) return "out-of-scope";
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
  const whole = targetHere(checklist.id, checklist, assessment.profile);
  if (whole) return whole;
  const tier = assessment.profile.tier ?? policy.tierWhenUnknown;
  return { target: policy.tierTargets[tier], from: { kind: "tier", tier } };
}

function targetAt(node: Question | Section, { checklist, assessment }: ScoringContext): Target | null {
  return targetHere(`${checklist.id}/${node.id}`, node, assessment.profile);
}

/** S4: at each step the assessment's override before the authored target. */
function targetHere(key: string, node: { readonly id: string; readonly target?: number }, profile: Profile): Target | null {
  const override = profile.targets && Object.hasOwn(profile.targets, key) ? profile.targets[key] : undefined;
  if (override !== undefined) return { target: override, from: { kind: "override", of: key } };
  return node.target === undefined ? null : { target: node.target, from: { kind: "authored", of: node.id } };
}

function rulesOf(state: QuestionState, isEvidenced: boolean, hasGap: boolean): readonly string[] {
  switch (state) {
    case "out-of-scope":
      return ["S2"];
    case "not-applicable":
      return ["S3"];
    case "unanswered":
      return ["S4", "S6"];
    case "answered":
      return ["S1", "S4", "S5", "S6", ...(isEvidenced ? ["S7"] : []), ...(hasGap ? ["S11"] : [])];
  }
}
