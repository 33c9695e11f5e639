import type { Accessor } from "solid-js";
import type { AssessmentResult, ChecklistId, EvidenceId, Proposal, ProposalSource, QuestionId, RelatedEvidence } from "#domain";

/** S17, reactive. All of it is empty or null until the crosswalk is loaded, which the first question asked of it begins. */
export interface Proposals {
  /** every level proposed for an unanswered question, checklist by checklist, in authored order */
  readonly all: Accessor<readonly Proposal[]>;
  /** What answers elsewhere let propose for a question, answered or not, the cautious first. */
  readonly sources: (checklist: ChecklistId, question: QuestionId) => readonly ProposalSource[] | null;
  /** Evidence of related questions that is not linked to this one. */
  readonly evidence: (checklist: ChecklistId, question: QuestionId) => readonly RelatedEvidence[];
  /** The evidence that accepting a proposal would link: what its first source stands on, less what is withdrawn or not recorded. */
  readonly evidenceOf: (proposal: Proposal) => readonly EvidenceId[];
  /** The figures as they would stand; nothing is recorded. */
  readonly preview: (proposals: readonly Proposal[], options: AcceptOptions) => AssessmentResult;
  /** Writes those that still stand as they were shown, as one change, undone as one; gives their number. */
  readonly accept: (proposals: readonly Proposal[], options: AcceptOptions) => number;
}

export interface AcceptOptions {
  /** links the evidence of each source too */
  readonly evidence: boolean;
}
