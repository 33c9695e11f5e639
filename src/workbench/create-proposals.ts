import { createMemo, getOwner, runWithOwner, type Accessor } from "solid-js";
import {
  acceptProposal,
  answerTo,
  applyEvent,
  type Assessment,
  type AssessmentResult,
  type Crosswalk,
  type EvidenceId,
  type PinnedChecklist,
  type Proposal,
} from "#domain";
import type { Conflict } from "#journal";
import { prepareProposals, proposalState, proposeAnswers, questionKey, relatedEvidence, scoreChecklist, sourcesFor } from "#scoring";
import { same } from "./is-said.ts";
import type { Proposals } from "./proposals.ts";
import type { GivenAnswer } from "./session.ts";

interface ProposalContext {
  readonly crosswalk: Accessor<Crosswalk | null>;
  readonly checklists: Accessor<readonly PinnedChecklist[]>;
  readonly assessment: Accessor<Assessment>;
  readonly result: Accessor<AssessmentResult>;
  readonly conflicts: Accessor<readonly Conflict[]>;
}

/** S17. Nothing is computed, nor the crosswalk loaded, before somebody looks. Must be called under an owner. */
export function createProposals(context: ProposalContext, answerAll: (answers: readonly GivenAnswer[]) => void): Proposals {
  const { assessment, result } = context;
  const checklists = createLazy(() => context.checklists().map((one) => one.checklist));
  const rules = createLazy(() => {
    const known = context.crosswalk();
    return known && prepareProposals(known, checklists());
  });
  const state = createLazy(() => {
    const disputed = context.conflicts().flatMap(({ question }) => (question ? [questionKey(question.checklist, question.id)] : []));
    return proposalState(assessment(), result(), new Set(disputed));
  });
  const all = createLazy<readonly Proposal[]>(() => {
    const known = rules();
    return known ? proposeAnswers(known, state()) : [];
  });
  const evidenceOf: Proposals["evidenceOf"] = ({ sources: [source] }) => {
    const linked = answerTo(assessment(), source.checklist, source.question)?.evidence ?? [];
    const offered = new Set<EvidenceId>(assessment().evidence.filter((one) => !one.withdrawn).map((one) => one.id));
    return linked.filter((id) => offered.has(id));
  };
  const answersOf = (proposals: readonly Proposal[], withEvidence: boolean): readonly GivenAnswer[] =>
    proposals.map((proposal) => {
      const { checklist, question } = proposal;
      const before = answerTo(assessment(), checklist, question);
      return { checklist, question, answer: acceptProposal(before, proposal, withEvidence ? evidenceOf(proposal) : []) };
    });
  return {
    all,
    sources: (checklist, question) => {
      const known = rules();
      return known && sourcesFor(known, state(), checklist, question);
    },
    evidence: (checklist, question) => {
      const known = context.crosswalk();
      return known ? relatedEvidence(known, checklists(), assessment(), { checklist, question }) : [];
    },
    evidenceOf,
    preview: (proposals, { evidence }) => previewResult(checklists(), { assessment: assessment(), result: result() }, answersOf(proposals, evidence)),
    accept: (proposals, { evidence }) => {
      const standing = new Map(all().map((one) => [questionKey(one.checklist, one.question), one]));
      const news = proposals.filter((one) => same(standing.get(questionKey(one.checklist, one.question)), one));
      answerAll(answersOf(news, evidence));
      return news.length;
    },
  };
}

/** The result with these answers given, those checklists scored again that they belong to. */
function previewResult(
  checklists: readonly PinnedChecklist["checklist"][],
  now: { readonly assessment: Assessment; readonly result: AssessmentResult },
  answers: readonly GivenAnswer[],
): AssessmentResult {
  const { id, assessedAt } = now.assessment;
  const then = answers.reduce(
    (before, given) => applyEvent(before, { kind: "question-answered", ...given, assessment: id, by: "", at: assessedAt }),
    now.assessment,
  );
  const touched = new Set(answers.map((one) => one.checklist));
  return {
    ...now.result,
    checklists: now.result.checklists.map((known) => {
      const checklist = touched.has(known.id) ? checklists.find((one) => one.id === known.id) : undefined;
      return checklist ? scoreChecklist(checklist, then) : known;
    }),
  };
}

/** A memo that begins to compute when it is first read. */
function createLazy<T>(compute: () => T): Accessor<T> {
  const owner = getOwner();
  let memo: Accessor<T> | null = null;
  const make = () => {
    const made = createMemo(compute);
    return made;
  };
  const read: Accessor<T> = () => {
    memo ??= runWithOwner(owner, make) ?? null;
    return memo ? memo() : compute();
  };
  return read;
}
