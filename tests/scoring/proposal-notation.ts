import type { Answer, AnswersByChecklist, Assessment, Checklist, ChecklistId, Crosswalk, Profile, Proposal, ProposalSource, QuestionId, Relation } from "#domain";
import { prepareProposals, proposalState, proposeAnswers, questionKey, scoreAssessment, sourcesFor } from "#scoring";
import { assessment, checklist } from "./notation.ts";

/**
 * Several checklists and what relates them. A checklist is named before its notation; a mapping is
 * `a/a1 superset b/b1`, with `published` behind it where somebody published it; answers are `a/a1:3`.
 */
export interface ProposalWorld {
  readonly lists: Readonly<Record<string, string>>;
  readonly mappings: readonly string[];
  readonly said?: string;
  readonly answers?: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly evidence?: string;
  readonly profile?: Profile;
  readonly shape?: (list: Checklist) => Checklist;
  /** `b/b1` */
  readonly disputed?: readonly string[];
}

export function crosswalkOf(lines: readonly string[]): Crosswalk {
  const end = (said = "") => {
    const [list, id] = said.split("/");
    return { checklist: list as ChecklistId, id: id as QuestionId };
  };
  const mappings = lines.map((line) => {
    const [from, relation, to, published] = line.split(" ");
    const basis = published ? ({ kind: "published", by: "NIST" } as const) : ({ kind: "judgement", by: "Assay" } as const);
    return { from: end(from), to: end(to), relation: relation as Relation, basis };
  });
  return { format: "assay-crosswalk/1", version: "1.0.0", mappings };
}

export function listsOf(lists: ProposalWorld["lists"]): readonly Checklist[] {
  return Object.entries(lists).map(([id, notation]) => ({ ...checklist(notation), id: id as ChecklistId }));
}

export function assessmentOf({ lists, said = "", answers = {}, evidence, profile }: ProposalWorld): Assessment {
  const base = assessment("", { ...(evidence === undefined ? {} : { evidence }), ...(profile ? { profile } : {}) });
  const words = said.split(" ").filter((word) => word !== "");
  const of = (id: string) => words.filter((word) => word.startsWith(`${id}/`)).map((word) => word.slice(id.length + 1));
  const told = Object.keys(lists).map((id) => {
    const own = assessment(of(id).join(" ")).answers as unknown as Record<string, Record<string, Answer>>;
    return [id, { ...own["c"], ...answers[id] }] as const;
  });
  return { ...base, checklists: Object.keys(lists).map((id) => ({ id: id as ChecklistId, version: "1.0.0" })), answers: Object.fromEntries(told) as AnswersByChecklist };
}

export function proposalsIn(world: ProposalWorld): { readonly proposals: readonly Proposal[]; readonly sources: (place: string) => readonly ProposalSource[] } {
  const lists = listsOf(world.lists).map(world.shape ?? ((list) => list));
  const told = assessmentOf(world);
  const rules = prepareProposals(crosswalkOf(world.mappings), lists);
  const disputed = (world.disputed ?? []).map((place) => questionKey(...placeOf(place)));
  const state = proposalState(told, scoreAssessment(lists, told), new Set(disputed));
  return { proposals: proposeAnswers(rules, state), sources: (place) => sourcesFor(rules, state, ...placeOf(place)) };
}

/** Each proposal as `b/b1=2 from a/a1:superset`, further sources after a comma. */
export function proposed(world: ProposalWorld): readonly string[] {
  return proposalsIn(world).proposals.map(
    ({ checklist: list, question, level, sources }) =>
      `${list}/${question}=${level} from ${sources.map((one) => `${one.checklist}/${one.question}:${one.relation}`).join(", ")}`,
  );
}

function placeOf(place: string): readonly [ChecklistId, QuestionId] {
  const [list = "", question = ""] = place.split("/");
  return [list as ChecklistId, question as QuestionId];
}
