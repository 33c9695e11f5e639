import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answersOf,
  classify,
  departureOf,
  rewalk,
  roles,
  tiers,
  turnsAhead,
  walkTree,
  type Classification,
  type ConcludedWalk,
  type DecisionTree,
  type DecisionTreeId,
  type NodeId,
  type Profile,
  type ProfileSettings,
} from "#domain";

const on = "2026-11-21";
const act = "act" as DecisionTreeId;
const moda = "moda" as DecisionTreeId;

interface State {
  readonly profile: Profile;
  readonly classifications: readonly Classification[];
}

function walkSetting(sets: ProfileSettings): ConcludedWalk {
  const text = { en: "t", "zh-TW": "t" };
  return { kind: "concluded", path: [], sets, conclusion: { id: "end", ref: "r", title: text, text } } as unknown as ConcludedWalk;
}

/** Each step classifies by one tree, as a person would record one after another. */
function recordAll(profile: Profile, steps: readonly (readonly [DecisionTreeId, ProfileSettings])[]): State {
  return steps.reduce<State>((state, [id, sets]) => {
    const { classification, profile: next } = classify({ id, version: "1.0.0" }, walkSetting(sets), state, { on });
    return { profile: next, classifications: [...state.classifications.filter((one) => one.tree !== id), classification] };
  }, { profile, classifications: [] });
}

const tag = fc.constantFrom("generative", "biometric", "children", "own");
const settings = fc.record(
  { tier: fc.constantFrom(...tiers), role: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }), tags: fc.uniqueArray(tag, { minLength: 1 }) },
  { requiredKeys: [] },
);
const profiles: fc.Arbitrary<Profile> = fc.record(
  { tier: fc.constantFrom(...tiers), role: fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }), tags: fc.uniqueArray(tag, { minLength: 1 }), sector: fc.constant("customs"), targets: fc.constant({ small: 0.5 }) },
  { requiredKeys: [] },
);
const steps = fc.array(fc.tuple(fc.constantFrom(act, moda), settings), { maxLength: 5 });
const sorted = (words: readonly string[] = []) => words.toSorted();

describe("what a classification enters in the profile", () => {
  test("the tier is replaced, roles and tags are added, sector and targets stay", () => {
    const profile: Profile = { tier: "high", role: ["user-organisation"], sector: "customs", tags: ["children"], targets: { small: 0.5 } };
    const after = recordAll(profile, [[act, { tier: "limited", role: ["deployer"], tags: ["generative"] }]]).profile;
    expect(after).toEqual({ tier: "limited", role: ["user-organisation", "deployer"], sector: "customs", tags: ["children", "generative"], targets: { small: 0.5 } });
  });

  test("what an earlier classification by the same tree entered goes out, what was entered by hand stays", () => {
    const profile: Profile = { tags: ["children", "generative"] };
    const first: ProfileSettings = { tier: "high", role: ["deployer"], tags: ["generative", "biometric"] };
    expect(recordAll(profile, [[act, first]]).classifications[0]?.entered).toEqual({ tier: "high", role: ["deployer"], tags: ["biometric"] });
    expect(recordAll(profile, [[act, first], [act, {}]]).profile).toEqual(profile);
  });

  test("a tier that was changed by hand since stays when the tree sets none any more", () => {
    const { profile, classifications } = recordAll({}, [[act, { tier: "high" }]]);
    const after = classify({ id: act, version: "1.0.0" }, walkSetting({}), { profile: { ...profile, tier: "limited" }, classifications }, { on });
    expect(after.profile).toEqual({ tier: "limited" });
  });

  test("what the other tree sets too stays until neither does", () => {
    const both: readonly (readonly [DecisionTreeId, ProfileSettings])[] = [[act, { tags: ["generative"] }], [moda, { tags: ["generative"] }]];
    expect(recordAll({}, [...both, [act, {}]]).profile).toEqual({ tags: ["generative"] });
    expect(recordAll({}, [...both, [act, {}], [moda, {}]]).profile).toEqual({});
  });

  test("an older record that does not say what it entered gives up all that it set", () => {
    const old = { tree: act, version: "1.0.0", path: [], conclusion: "end", sets: { tags: ["generative"] }, on } as unknown as Classification;
    expect(classify({ id: act, version: "1.0.0" }, walkSetting({}), { profile: { tags: ["generative"] }, classifications: [old] }, { on }).profile).toEqual({});
  });

  test("a note of blanks is none", () => {
    expect(classify({ id: act, version: "1.0.0" }, walkSetting({}), { profile: {}, classifications: [] }, { on, note: "  " }).classification).not.toHaveProperty("note");
  });

  test("law: the profile says all that is set, nothing of hand is lost, and nothing else comes in", () => {
    fc.assert(
      fc.property(profiles, steps, fc.constantFrom(act, moda), settings, (profile, before, tree, sets) => {
        const { profile: after, classifications } = recordAll(profile, [...before, [tree, sets]]);
        expect(departureOf(after, { sets })).toBeNull();
        for (const key of ["role", "tags"] as const) {
          const byTrees = classifications.flatMap((one): readonly string[] => one.sets[key] ?? []);
          expect(sorted(after[key])).toEqual(sorted([...new Set<string>([...(profile[key] ?? []), ...byTrees])]));
        }
        expect([after.sector, after.targets]).toEqual([profile.sector, profile.targets]);
      }),
    );
  });

  test("law: classifying twice alike is classifying once", () => {
    fc.assert(
      fc.property(profiles, steps, fc.constantFrom(act, moda), settings, (profile, before, tree, sets) => {
        const once = recordAll(profile, [...before, [tree, sets]]);
        expect(recordAll(profile, [...before, [tree, sets], [tree, sets]])).toEqual(once);
      }),
    );
  });
});

describe("what a profile does not say any more", () => {
  test("is the tier, roles and tags that were set and are not there", () => {
    const sets: ProfileSettings = { tier: "high", role: ["deployer"], tags: ["generative", "biometric"] };
    expect(departureOf({ tier: "high", role: ["deployer", "provider"], tags: ["biometric", "generative"] }, { sets })).toBeNull();
    expect(departureOf({ tier: "limited", role: ["deployer"], tags: ["biometric"] }, { sets })).toEqual({ tier: "high", tags: ["generative"] });
    expect(departureOf({}, { sets: {} })).toBeNull();
  });
});

const text = { en: "t", "zh-TW": "t" };
const node = (id: string, ...answers: readonly object[]) => ({ id, ref: "r", question: text, help: text, answers: answers.map((one) => ({ label: text, ...one })) });
const treeOf = (nodes: readonly object[], version = "1.0.0") =>
  ({ format: "assay-decision-tree/1", id: "t", version, title: text, start: "a", nodes, conclusions: [{ id: "end", ref: "r", title: text, text }, { id: "other", ref: "r", title: text, text }] }) as unknown as DecisionTree;
const three = treeOf([
  node("a", { id: "y", next: "b" }, { id: "n", conclude: "end" }),
  node("b", { id: "y", next: "c", sets: { tier: "high" } }, { id: "n", conclude: "end" }),
  node("c", { id: "y", conclude: "end" }, { id: "n", conclude: "other" }),
]);

describe("a recorded way walked again", () => {
  const way = walkTree(three, { a: "y", b: "y", c: "y" } as never) as ConcludedWalk;
  const { classification } = classify(three, way, { profile: {}, classifications: [] }, { on });

  test("leads the same way in the same tree", () => {
    expect(rewalk(three, classification)).toMatchObject({ followed: 3, isSame: true });
    expect(answersOf(classification.path)).toEqual({ a: "y", b: "y", c: "y" });
  });

  test("departs where a later tree asks something new", () => {
    const later = treeOf([three.nodes[0], node("b", { id: "y", next: "new" }, { id: "n", conclude: "end" }), node("new", { id: "y", next: "c" }, { id: "n", conclude: "other" }), three.nodes[2]!]);
    expect(rewalk(later, classification)).toMatchObject({ followed: 2, isSame: false, walk: { kind: "asking", next: { id: "new" } } });
  });

  test("departs where an answer is not offered any more", () => {
    const later = treeOf([three.nodes[0], node("b", { id: "yes", next: "c" }, { id: "n", conclude: "end" }), three.nodes[2]!]);
    expect(rewalk(later, classification)).toMatchObject({ followed: 1, isSame: false, walk: { next: { id: "b" } } });
  });

  test("is another when the end, or what it sets, is another", () => {
    const elsewhere = treeOf([three.nodes[0], three.nodes[1]!, node("c", { id: "y", conclude: "other" }, { id: "n", conclude: "end" })]);
    expect(rewalk(elsewhere, classification)).toMatchObject({ followed: 3, isSame: false });
    const softer = treeOf([three.nodes[0], node("b", { id: "y", next: "c" }, { id: "n", conclude: "end" }), three.nodes[2]!]);
    expect(rewalk(softer, classification)).toMatchObject({ followed: 3, isSame: false });
  });
});

describe("the questions ahead", () => {
  test("are counted on the longest way, and a circle ends the count", () => {
    expect(["a", "b", "c"].map((id) => turnsAhead(three, id as NodeId))).toEqual([3, 2, 1]);
    expect(turnsAhead(treeOf([node("a", { id: "y", next: "b" }), node("b", { id: "y", next: "a" })]), "a" as NodeId)).toBe(2);
    expect(turnsAhead(three, "nowhere" as NodeId)).toBe(0);
  });
});
