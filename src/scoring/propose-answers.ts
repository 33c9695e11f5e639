import {
  answerTo,
  listSections,
  placeQuestions,
  reversedRelation,
  scaleOf,
  type Answer,
  type Assessment,
  type AssessmentResult,
  type Checklist,
  type ChecklistId,
  type Contribution,
  type Crosswalk,
  type CrosswalkEnd,
  type Level,
  type Mapping,
  type PlacedQuestion,
  type Proposal,
  type ProposalSource,
  type Question,
  type QuestionId,
  type Relation,
} from "#domain";

/** S17, prepared once for a crosswalk and the checklists of an assessment. */
export interface ProposalRules {
  /** every question that some other may propose a level for, in authored order, checklist by checklist */
  readonly targets: readonly Target[];
  readonly targetOf: (checklist: ChecklistId, question: QuestionId) => Target | undefined;
}

interface Target {
  readonly checklist: Checklist;
  readonly question: Question;
  readonly givers: readonly Giver[];
}

/** A question that asks for all that the target asks. */
interface Giver {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly relation: Extract<Relation, "equal" | "superset">;
  readonly mapping: Mapping;
}

/** What is answered and how it counts, for looking up many questions. */
export interface ProposalState {
  readonly assessment: Assessment;
  readonly contribution: (checklist: ChecklistId, question: QuestionId) => Contribution | undefined;
  /** copies of the assessment disagree on it */
  readonly isDisputed: (checklist: ChecklistId, question: QuestionId) => boolean;
}

export function proposalState(assessment: Assessment, result: AssessmentResult, disputed: ReadonlySet<string> = new Set()): ProposalState {
  const lines = new Map(result.checklists.map((one) => [one.id, new Map(one.contributions.map((line) => [line.question, line]))]));
  return {
    assessment,
    contribution: (checklist, question) => lines.get(checklist)?.get(question),
    isDisputed: (checklist, question) => disputed.has(questionKey(checklist, question)),
  };
}

/** Names one question among several checklists; ids have no control characters. */
export function questionKey(checklist: ChecklistId, question: QuestionId): string {
  return `${checklist}\n${question}`;
}

/**
 * S17: who may propose a level for whom. Only a question that asks for all that the other asks, so that its answer is a
 * floor of the other's: it is equal or a superset, of the question itself or of a section above it. Of several relations
 * between two questions the closest is kept, a published one before a judgement.
 */
export function prepareProposals(crosswalk: Crosswalk, checklists: readonly Checklist[]): ProposalRules {
  const ends = new Map(checklists.map((checklist) => [checklist.id, endsOf(checklist)]));
  const givers = new Map<string, Giver[]>();
  const relate = (from: CrosswalkEnd, to: CrosswalkEnd, relation: Relation, mapping: Mapping) => {
    if (relation !== "equal" && relation !== "superset") return;
    const giving = ends.get(from.checklist)?.get(from.id);
    const asked = ends.get(to.checklist)?.get(to.id);
    if (giving?.kind !== "question" || !asked) return;
    for (const question of asked.questions) {
      if (from.checklist === to.checklist && question === from.id) continue;
      const giver: Giver = {
        checklist: from.checklist,
        question: from.id as QuestionId,
        relation: asked.kind === "section" ? "superset" : relation,
        mapping,
      };
      const key = questionKey(to.checklist, question);
      givers.set(key, closestEach([...(givers.get(key) ?? []), giver]));
    }
  };
  for (const mapping of crosswalk.mappings) {
    relate(mapping.from, mapping.to, mapping.relation, mapping);
    relate(mapping.to, mapping.from, reversedRelation[mapping.relation], mapping);
  }
  const targets = checklists.flatMap((checklist) =>
    placeQuestions(checklist.sections).flatMap(({ question }): readonly Target[] => {
      const own = givers.get(questionKey(checklist.id, question.id));
      return own ? [{ checklist, question, givers: own }] : [];
    }),
  );
  const byKey = new Map(targets.map((target) => [questionKey(target.checklist.id, target.question.id), target]));
  return { targets, targetOf: (checklist, question) => byKey.get(questionKey(checklist, question)) };
}

interface End {
  readonly kind: "question" | "section";
  /** the question itself, or all beneath the section */
  readonly questions: readonly QuestionId[];
}

function endsOf({ sections }: Checklist): ReadonlyMap<string, End> {
  const idOf = ({ question }: PlacedQuestion) => question.id;
  return new Map<string, End>([
    ...listSections(sections).map(({ section }) => [section.id, { kind: "section", questions: placeQuestions([section]).map(idOf) }] as const),
    ...placeQuestions(sections).map(({ question }) => [question.id, { kind: "question", questions: [question.id] }] as const),
  ]);
}

function closestEach(givers: readonly Giver[]): Giver[] {
  const closest = new Map<string, Giver>();
  for (const giver of givers) {
    const key = questionKey(giver.checklist, giver.question);
    const known = closest.get(key);
    if (!known || distance(giver) < distance(known)) closest.set(key, giver);
  }
  return [...closest.values()];
}

function distance({ relation, mapping }: Pick<ProposalSource, "relation" | "mapping">): number {
  return (relation === "equal" ? 0 : 2) + (mapping.basis.kind === "published" ? 0 : 1);
}

/**
 * S17: what answers elsewhere let propose for one question, the cautious first: by value, then by closeness of the
 * relation, then by id. Not applicable proposes nothing, as scope is a judgement of its own; nor does an answer that was
 * itself taken over, or given to another wording, or that does not count where it stands.
 */
export function sourcesFor(rules: ProposalRules, state: ProposalState, checklist: ChecklistId, question: QuestionId): readonly ProposalSource[] {
  const target = rules.targetOf(checklist, question);
  return target ? sourcesOf(target, state) : [];
}

function sourcesOf(target: Target, state: ProposalState): readonly ProposalSource[] {
  const { levels } = scaleOf(target.checklist, target.question);
  const sources = target.givers.flatMap(({ checklist, question, relation, mapping }): readonly ProposalSource[] => {
    const line = state.contribution(checklist, question);
    const answer = answerTo(state.assessment, checklist, question);
    if (line?.state !== "answered" || line.value === null || answer?.source || answer?.saidOf) return [];
    const level = floorLevel(levels, line.value);
    return level ? [{ checklist, question, relation, basis: mapping.basis.kind, mapping, value: line.value, level: level.id }] : [];
  });
  return sources.toSorted((a, b) => a.value - b.value || distance(a) - distance(b) || byId(a, b));
}

/** Never more than was said; undefined where even the lowest level says more. */
function floorLevel(levels: readonly Level[], value: number): Level | undefined {
  return levels.findLast((level) => level.value <= value);
}

function byId(a: Giver | ProposalSource, b: Giver | ProposalSource): number {
  const [one, other] = [questionKey(a.checklist, a.question), questionKey(b.checklist, b.question)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** S17: every level proposed for a question in scope on which nobody has said anything yet, in the rules' order. */
export function proposeAnswers(rules: ProposalRules, state: ProposalState): readonly Proposal[] {
  return rules.targets.flatMap((target): readonly Proposal[] => {
    const { checklist, question } = target;
    if (!isOpen(state, checklist.id, question.id)) return [];
    const [first, ...others] = sourcesOf(target, state);
    return first ? [{ checklist: checklist.id, question: question.id, level: first.level, sources: [first, ...others] }] : [];
  });
}

/** In scope, without a level and without a word on whether it applies; and no copies that disagree on it. */
function isOpen(state: ProposalState, checklist: ChecklistId, question: QuestionId): boolean {
  if (state.contribution(checklist, question)?.state !== "unanswered" || state.isDisputed(checklist, question)) return false;
  return !saysAnything(answerTo(state.assessment, checklist, question));
}

function saysAnything(answer: Answer | undefined): boolean {
  return answer?.level !== undefined || answer?.notApplicable === true;
}
