import { describe, expect, test } from "vitest";
import { acceptProposal, isAgreed, type Answer, type AnswerSource, type Checklist, type ChecklistId, type EvidenceId, type LevelId, type QuestionId } from "#domain";
import { relatedEvidence } from "#scoring";
import { assessmentOf, crosswalkOf, listsOf, proposalsIn, proposed, type ProposalWorld } from "./proposal-notation.ts";

const lists = { a: "# A\na1\na2", b: "# B\nb1\nb2\n# B2\nb3 scale=duty" };
const world = (mappings: readonly string[], said: string, more: Partial<ProposalWorld> = {}): ProposalWorld => ({ lists, mappings, said, ...more });
const source: AnswerSource = { checklist: "a" as ChecklistId, question: "a1" as QuestionId, relation: "equal", basis: "judgement" };

describe("[S17] what a relation lets propose", () => {
  test.each([
    ["equal", ["b/b1=3 from a/a1:equal"]],
    ["superset", ["b/b1=3 from a/a1:superset"]],
    ["subset", []],
    ["intersects", []],
  ])("an answered question that is %s", (relation, expected) => {
    expect(proposed(world([`a/a1 ${relation} b/b1`], "a/a1:3"))).toEqual(expected);
  });

  test("a relation is read from either side", () => {
    expect(proposed(world(["b/b1 subset a/a1", "b/b2 superset a/a2"], "a/a1:3 a/a2:3"))).toEqual(["b/b1=3 from a/a1:superset"]);
  });

  test("never more than was said: 0.8 on a scale of 0, 0.5 and 1 becomes 0.5", () => {
    expect(proposed(world(["a/a1 equal b/b3"], "a/a1:3"))).toEqual(["b/b3=1 from a/a1:equal"]);
    expect(proposed(world(["a/a1 equal b/b3"], "a/a1:1"))).toEqual(["b/b3=0 from a/a1:equal"]);
  });

  test("nothing where even the lowest level says more", () => {
    const from = (least: number) => (list: Checklist): Checklist =>
      list.id === "b" ? { ...list, scales: [{ ...list.scales[0], levels: list.scales[0].levels.filter((one) => one.value >= least) }] } : list;
    const told = world(["a/a1 equal b/b1"], "a/a1:1");
    expect(proposed({ ...told, shape: from(0.2) })).toEqual(["b/b1=1 from a/a1:equal"]);
    expect(proposed({ ...told, shape: from(0.5) })).toEqual([]);
  });

  test("to be equal to a section is to ask for more than each question in it", () => {
    expect(proposed(world(["a/a1 equal b/B"], "a/a1:2"))).toEqual(["b/b1=2 from a/a1:superset", "b/b2=2 from a/a1:superset"]);
  });

  test("a section gives no level: no single answer in it says all that it asks", () => {
    expect(proposed(world(["a/A superset b/b1"], "a/a1:3 a/a2:3"))).toEqual([]);
  });

  test("not applicable is never proposed, with a reason or without one", () => {
    expect(proposed(world(["a/a1 equal b/b1", "a/a2 equal b/b2"], "a/a1:na/none a/a2:na"))).toEqual([]);
  });

  test("an answer out of scope proposes nothing, and a question out of scope gets nothing", () => {
    const scoped = { a: "# A\na1 tags=generative\na2", b: "# B\nb1\nb2 tags=generative" };
    expect(proposed({ lists: scoped, mappings: ["a/a1 equal b/b1", "a/a2 equal b/b2"], said: "a/a1:3 a/a2:3" })).toEqual([]);
    const inScope = proposed({ lists: scoped, mappings: ["a/a1 equal b/b1", "a/a2 equal b/b2"], said: "a/a1:3 a/a2:3", profile: { tags: ["generative"] } });
    expect(inScope).toHaveLength(2);
  });

  test.each(["b/b1:0", "b/b1:na", "b/b1:na/none"])("a question of which somebody said %s gets none; its sources can still be compared", (said) => {
    const told = proposalsIn(world(["a/a1 equal b/b1"], `a/a1:3 ${said}`));
    expect([told.proposals.length, told.sources("b/b1").map((one) => one.level)]).toEqual([0, ["3"]]);
  });

  test("a note or evidence alone answers nothing, so the question gets its proposal", () => {
    expect(proposed(world(["a/a1 equal b/b1"], "a/a1:3 b/b1:+e1", { evidence: "e1" }))).toEqual(["b/b1=3 from a/a1:equal"]);
  });

  test("a question on which copies disagree gets none, as accepting would settle it unseen", () => {
    expect(proposed(world(["a/a1 equal b/b1"], "a/a1:3", { disputed: ["b/b1"] }))).toEqual([]);
  });

  test.each<[string, Answer]>([
    ["was itself taken over", { level: "3" as LevelId, source }],
    ["was given to another wording", { level: "3" as LevelId, saidOf: { id: "b" as ChecklistId, version: "0.9.0" } }],
    ["names a level that its scale lacks", { level: "9" as LevelId }],
  ])("an answer that %s proposes nothing further", (_why, answer) => {
    expect(proposed(world(["b/b1 equal b/b2"], "", { answers: { b: { b1: answer } } }))).toEqual([]);
    expect(proposed(world(["b/b1 equal b/b2"], "b/b1:3"))).toHaveLength(1);
  });
});

describe("[S17] several sources", () => {
  const two = ["a/a1 superset b/b1", "a/a2 equal b/b1"];

  test("the lowest value is proposed, all are listed, and disagreement can be seen", () => {
    const [found] = proposalsIn(world(two, "a/a1:4 a/a2:2")).proposals;
    expect(found && [found.level, found.sources.map((one) => [one.question, one.level]), isAgreed(found)]).toEqual(["2", [["a2", "2"], ["a1", "4"]], false]);
  });

  test("of equal values the closest relation stands first: equal before superset, published before judgement", () => {
    expect(proposed(world(two, "a/a1:2 a/a2:2"))).toEqual(["b/b1=2 from a/a2:equal, a/a1:superset"]);
    expect(proposed(world(["a/a1 superset b/b1", "a/a2 superset b/b1 published"], "a/a1:2 a/a2:2"))).toEqual(["b/b1=2 from a/a2:superset, a/a1:superset"]);
  });

  test("two questions related twice are one source, by the closest relation", () => {
    expect(proposed(world(["a/a1 superset b/B", "a/a1 equal b/b1"], "a/a1:2"))).toEqual(["b/b1=2 from a/a1:equal", "b/b2=2 from a/a1:superset"]);
  });
});

describe("[S17] accepting", () => {
  test("keeps note and evidence, names the source and whose answer it was before is not carried along", () => {
    const [found] = proposalsIn(world(["a/a1 equal b/b1"], "a/a1:3")).proposals;
    const before: Answer = { note: "seen", evidence: ["e1" as EvidenceId], by: "Ann", at: "2026-11-01T00:00:00.000Z" };
    expect(acceptProposal(before, found!, ["e1", "e2"] as EvidenceId[])).toEqual({ level: "3", note: "seen", evidence: ["e1", "e2"], source });
    expect(acceptProposal(undefined, found!, [])).toEqual({ level: "3", source });
  });
});

describe("[S17] evidence of related questions", () => {
  const told = (said: string, evidence: string, ...mappings: readonly string[]) => {
    const given = world(mappings, said, { evidence });
    const target = { checklist: "b" as ChecklistId, question: "b1" as QuestionId };
    return relatedEvidence(crosswalkOf(mappings), listsOf(lists), assessmentOf(given), target).map(
      ({ evidence: id, linkedTo }) => `${id}: ${linkedTo.map((one) => one.question).join(" ")}`,
    );
  };

  test("is offered whatever the relation, each piece once with all that stand on it", () => {
    expect(told("a/a1:3+e1 a/a2:2+e1+e2", "e1 e2 e3", "a/a1 intersects b/b1", "a/a2 subset b/B")).toEqual(["e1: a1 a2", "e2: a2"]);
    expect(told("a/a1:3+e1 a/a2:2+e2", "e1 e2", "a/A intersects b/b1")).toEqual(["e1: a1", "e2: a2"]);
  });

  test("is not what is linked here already, or withdrawn, or not recorded", () => {
    expect(told("a/a1:3+e1+e2+e3 b/b1:1+e1", "e1 e2:withdrawn", "a/a1 intersects b/b1")).toEqual([]);
  });
});
