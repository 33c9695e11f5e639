import { describe, expect, test } from "vitest";
import { walkTree, type ChoiceId, type DecisionTree, type NodeId } from "#domain";

/** `first a>second b>end` is a node with its choices; `{tier=high}` after a target is what the choice sets. */
function tree(lines: readonly string[], conclusions: Readonly<Record<string, object>> = { end: {} }): DecisionTree {
  const text = { en: "t", "zh-TW": "t" };
  const nodes = lines.map((line) => {
    const [id = "", ...choices] = line.split(" ");
    return { id, ref: "r", question: text, help: text, answers: choices.map((choice) => choiceFrom(choice, conclusions)) };
  });
  const ends = Object.entries(conclusions).map(([id, sets]) => ({ id, ref: "r", title: text, text, sets }));
  return { format: "assay-decision-tree/1", id: "t", version: "1.0.0", title: text, start: "first", nodes, conclusions: ends } as unknown as DecisionTree;
}

function choiceFrom(said: string, conclusions: object): object {
  const [, id, to = "", key, value] = /^(\w+)>(\w+)(?:\{(\w+)=(.*)\})?$/.exec(said) ?? [];
  const sets = key ? { sets: { [key]: key === "tier" ? value : value?.split(",") } } : {};
  return { id, label: { en: "l", "zh-TW": "l" }, ...(Object.hasOwn(conclusions, to) ? { conclude: to } : { next: to }), ...sets };
}

function walk(whole: DecisionTree, answers: Readonly<Record<string, string>>) {
  const end = walkTree(whole, answers as Record<NodeId, ChoiceId>);
  const path = end.path.map(({ node, choice }) => `${node.id}:${choice.id}`).join(" ");
  return { path, at: end.kind === "asking" ? end.next.id : end.conclusion.id, kind: end.kind, sets: end.sets };
}

describe("walking a decision tree", () => {
  const whole = tree(["first a>second b>end", "second a>end b>end"]);

  test("asks the start before anything is answered", () => {
    expect(walk(whole, {})).toEqual({ path: "", at: "first", kind: "asking", sets: {} });
  });

  test("goes as far as the answers lead", () => {
    expect(walk(whole, { first: "a" })).toMatchObject({ path: "first:a", at: "second", kind: "asking" });
    expect(walk(whole, { first: "a", second: "b" })).toMatchObject({ path: "first:a second:b", at: "end", kind: "concluded" });
  });

  test("does not hear answers off the way, answers that are not offered, or names that every object has", () => {
    expect(walk(whole, { first: "b", second: "a" })).toMatchObject({ path: "first:b", at: "end" });
    expect(walk(whole, { first: "c" })).toMatchObject({ path: "", at: "first", kind: "asking" });
    expect(walk(tree(["first a>toString b>end", "toString a>end b>end"]), { first: "a" })).toMatchObject({ at: "toString", kind: "asking" });
  });

  test("takes the strictest tier, and every role and tag once", () => {
    const setting = tree(["first a>second{tier=limited} b>second{role=provider,deployer}", "second a>end{tags=x,y} b>third{tier=high}", "third a>end{tags=y} b>end{role=deployer}"], {
      end: { tier: "minimal", tags: ["y"], role: ["importer"] },
    });
    expect(walk(setting, { first: "a", second: "a" }).sets).toEqual({ tier: "limited", role: ["importer"], tags: ["x", "y"] });
    expect(walk(setting, { first: "b", second: "b", third: "b" }).sets).toEqual({ tier: "high", role: ["provider", "deployer", "importer"], tags: ["y"] });
    expect(walk(setting, { first: "b" }).sets).toEqual({ role: ["provider", "deployer"] });
  });

  test("stops and asks where an unchecked tree breaks off or turns in a circle", () => {
    expect(walk(tree(["first a>second b>end", "second a>first b>end"]), { first: "a", second: "a" })).toMatchObject({ path: "first:a", at: "second", kind: "asking" });
    expect(walk(tree(["first a>nowhere b>end"]), { first: "a" })).toMatchObject({ path: "", at: "first", kind: "asking" });
    expect(walk({ ...whole, start: "nowhere" as NodeId }, { first: "b" })).toMatchObject({ at: "end", kind: "concluded" });
  });
});
