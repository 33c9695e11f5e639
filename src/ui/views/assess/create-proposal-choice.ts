import { createMemo, createSignal, type Accessor } from "solid-js";
import { isAgreed, placeQuestions, type AssessmentResult, type ChecklistId, type Proposal, type Section } from "#domain";
import { useSession } from "#workbench";

/** Proposals of one section. */
export interface ProposalGroup {
  readonly checklist: ChecklistId;
  readonly section: Section | undefined;
  readonly proposals: readonly Proposal[];
}

export interface ProposalFilter {
  readonly published: boolean;
  readonly equal: boolean;
  /** the checklist of the source that the accepted answer would name */
  readonly source: ChecklistId | null;
}

/** Which of all proposals are looked at and which are chosen. Only what is shown can be chosen, so that nothing is taken over unseen. */
export interface ProposalChoice {
  readonly all: Accessor<readonly Proposal[]>;
  readonly filter: Accessor<ProposalFilter>;
  readonly setFilter: (change: Partial<ProposalFilter>) => void;
  readonly sources: Accessor<readonly ChecklistId[]>;
  readonly count: (holds: Partial<ProposalFilter>) => number;
  readonly shown: Accessor<readonly Proposal[]>;
  readonly groups: Accessor<readonly ProposalGroup[]>;
  readonly isChosen: (proposal: Proposal) => boolean;
  readonly choose: (proposals: readonly Proposal[], on: boolean) => void;
  readonly chosen: Accessor<readonly Proposal[]>;
  /** how many pieces of evidence would be linked with it */
  readonly evidenceOf: (proposal: Proposal) => number;
  readonly withEvidence: Accessor<boolean>;
  readonly setWithEvidence: (on: boolean) => void;
  /** the figures as they would stand; null while nothing is chosen */
  readonly preview: Accessor<AssessmentResult | null>;
}

/** Everything is chosen beforehand but what its sources do not agree on. */
export function createProposalChoice(): ProposalChoice {
  const session = useSession();
  const { all } = session.proposals;
  const [filter, setFilter] = createSignal<ProposalFilter>({ published: false, equal: false, source: null });
  const [decided, setDecided] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  const [withEvidence, setWithEvidence] = createSignal(true);
  const shown = createMemo(() => all().filter((one) => passes(one, filter())));
  const isChosen = (proposal: Proposal) => decided().get(keyOf(proposal)) ?? isAgreed(proposal);
  const chosen = createMemo(() => shown().filter(isChosen));
  const sources = createMemo(() => [...new Set(all().map((one) => one.sources[0].checklist))]);
  const groups = createMemo(() => groupBySection(shown(), (id) => session.checklists().find((one) => one.checklist.id === id)?.checklist.sections ?? []));
  const preview = createMemo(() => (chosen().length > 0 ? session.proposals.preview(chosen(), { evidence: withEvidence() }) : null));
  return {
    all,
    filter,
    setFilter: (change) => setFilter((before) => ({ ...before, ...change })),
    sources,
    count: (holds) => all().filter((one) => passes(one, { published: false, equal: false, source: null, ...holds })).length,
    shown,
    groups,
    isChosen,
    choose: (proposals, on) => setDecided((before) => new Map([...before, ...proposals.map((one) => [keyOf(one), on] as const)])),
    chosen,
    evidenceOf: (proposal) => session.proposals.evidenceOf(proposal).length,
    withEvidence,
    setWithEvidence,
    preview,
  };
}

function passes({ sources: [named] }: Proposal, { published, equal, source }: ProposalFilter): boolean {
  return (!published || named.basis === "published") && (!equal || named.relation === "equal") && (source === null || named.checklist === source);
}

/** A level that changes under one's eyes has to be chosen anew. */
function keyOf({ checklist, question, level }: Proposal): string {
  return JSON.stringify([checklist, question, level]);
}

function groupBySection(proposals: readonly Proposal[], sectionsOf: (checklist: ChecklistId) => readonly Section[]): readonly ProposalGroup[] {
  const groups: { readonly checklist: ChecklistId; readonly section: Section | undefined; readonly proposals: Proposal[] }[] = [];
  const holding = new Map<ChecklistId, ReadonlyMap<string, Section | undefined>>();
  for (const proposal of proposals) {
    const { checklist, question } = proposal;
    const known = holding.get(checklist) ?? new Map(placeQuestions(sectionsOf(checklist)).map((one) => [one.question.id, one.sections.at(-1)]));
    holding.set(checklist, known);
    const section = known.get(question);
    const last = groups.at(-1);
    if (last && last.checklist === checklist && last.section === section) last.proposals.push(proposal);
    else groups.push({ checklist, section, proposals: [proposal] });
  }
  return groups;
}
