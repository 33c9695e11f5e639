import type { Answer, AnswerSource } from "./assessment.ts";
import type { CrosswalkBasis, Mapping } from "./crosswalk.ts";
import type { ChecklistId, EvidenceId, LevelId, QuestionId } from "./ids.ts";

/** S17: an answered question that asks for all that another asks, and the level that its answer lets propose there. */
export interface ProposalSource extends AnswerSource {
  readonly mapping: Mapping;
  /** what was answered there, in [0,1] (S1) */
  readonly value: number;
  /** of the other question's scale, the highest level whose value does not exceed `value` */
  readonly level: LevelId;
}

/** A level for a question that nobody has answered. It counts once a person accepts it. */
export interface Proposal {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  /** the lowest that any source lets propose: that of the first */
  readonly level: LevelId;
  /** the cautious first; an accepted answer names it */
  readonly sources: readonly [ProposalSource, ...ProposalSource[]];
}

/** Evidence of related questions that is not linked to this one. That it proves anything here nobody has said. */
export interface RelatedEvidence {
  readonly evidence: EvidenceId;
  /** the questions to which it is linked, and what each is to this one */
  readonly linkedTo: readonly {
    readonly checklist: ChecklistId;
    readonly question: QuestionId;
    readonly basis: CrosswalkBasis["kind"];
  }[];
}

/** Whether all sources let propose the same level. */
export function isAgreed({ level, sources }: Pick<Proposal, "level" | "sources">): boolean {
  return sources.every((source) => source.level === level);
}

/** What an accepted answer keeps of its source. */
export function sourceOf({ checklist, question, relation, basis }: AnswerSource): AnswerSource {
  return { checklist, question, relation, basis };
}

/** The answer that accepting a proposal gives: note and evidence stay, `evidence` joins them, the source is named. */
export function acceptProposal(before: Answer | undefined, proposal: Proposal, evidence: readonly EvidenceId[]): Answer {
  const { note } = before ?? {};
  const linked = [...new Set([...(before?.evidence ?? []), ...evidence])];
  return {
    level: proposal.level,
    ...(note ? { note } : {}),
    ...(linked.length > 0 ? { evidence: linked } : {}),
    source: sourceOf(proposal.sources[0]),
  };
}
