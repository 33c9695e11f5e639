import { describe, expect, test } from "vitest";
import { standardPolicy, scoreChecklist } from "#scoring";
import { assessment, checklist, score } from "./notation.ts";

const targetOf = (notation: string, targets: Readonly<Record<string, number>> = {}) =>
  score(notation, "", { profile: { targets } }).contributions[0];

describe("S1 value", () => {
  test("[S1] a value is what the question's own scale states for the chosen level", () => {
    const { contributions } = score("# A\n a\n b scale=duty", "a:1 b:1");
    expect(contributions.map((line) => line.value)).toEqual([0.2, 0.5]);
  });

  test("[S1] nothing is read from the label or the id: level \"2\" of another scale is worth something else", () => {
    expect(score("# A t1\n a", "a:2").total.low).toBe(0.5);
    expect(score("# A t1\n a scale=duty", "a:2").total.low).toBe(1);
  });

  test("[S1] a level that the scale does not know leaves the question unanswered", () => {
    const { contributions, total } = score("# A\n a scale=duty", "a:4");
    expect(contributions[0]).toMatchObject({ state: "unanswered", value: null });
    expect(total).toMatchObject({ low: 0, high: 1, coverage: 0 });
  });

  test("[S1] a note or a link to evidence alone answers nothing", () => {
    expect(score("# A\n a", "a:+e", { evidence: "e" }).contributions[0]?.state).toBe("unanswered");
  });
});

describe("S2 scope", () => {
  const scopeOf = (notation: string, profile: object) => score(notation, "", { profile }).contributions.map((line) => line.state);

  test("[S2] a question is in scope when the profile's value is among those listed", () => {
    expect(scopeOf("# A\n a tier=high,limited", { tier: "limited" })).toEqual(["unanswered"]);
    expect(scopeOf("# A\n a tier=high", { tier: "limited" })).toEqual(["out-of-scope"]);
  });

  test("[S2] one matching value of several is enough for a key", () => {
    expect(scopeOf("# A\n a role=deployer", { role: ["provider", "deployer"] })).toEqual(["unanswered"]);
  });

  test("[S2] every stated key must match", () => {
    const notation = "# A\n a role=deployer tags=biometric sector=customs";
    expect(scopeOf(notation, { role: ["deployer"], tags: ["biometric"], sector: "customs" })).toEqual(["unanswered"]);
    expect(scopeOf(notation, { role: ["deployer"], tags: ["biometric"], sector: "health" })).toEqual(["out-of-scope"]);
  });

  test("[S2] a key that the profile lacks does not match, though a missing tier is scored as high", () => {
    expect(scopeOf("# A\n a tier=high\n b tags=biometric\n c role=user", {})).toEqual(["out-of-scope", "out-of-scope", "out-of-scope"]);
    expect(scopeOf("# A\n a role=deployer", { role: [] })).toEqual(["out-of-scope"]);
  });

  test("[S2] the condition of any section above a question counts for it", () => {
    const notation = "# A tier=high\n a\n ## B\n b\n # C\n c";
    expect(scopeOf(notation, { tier: "minimal" })).toEqual(["out-of-scope", "out-of-scope", "unanswered"]);
  });

  test("[S2] questions out of scope enter no sum, whatever is answered, and are counted", () => {
    const result = score("# A t1\n a\n b w3 tier=high knockout", "a:4 b:0", { profile: { tier: "minimal" } });
    expect(result.total).toEqual({ low: 1, high: 1, evidenced: 0, coverage: 1, required: 1 });
    expect(result).toMatchObject({ outOfScope: 1, blocked: false, findings: [], openPoints: [{ kind: "met-without-evidence" }] });
  });
});

describe("S3 not applicable", () => {
  test("[S3] with a reason the question leaves every sum and its weight is reported", () => {
    const result = score("# A t1\n a\n b w3", "a:4 b:na/no-training-data");
    expect(result.total).toMatchObject({ low: 1, high: 1, required: 1, coverage: 1 });
    expect(result.notApplicableWeight).toBe(3);
    expect(result.contributions[1]).toMatchObject({ state: "not-applicable", required: 0, won: 0, open: 0, proven: 0, rules: ["S3"] });
  });

  for (const [name, justification] of [["none", undefined], ["nothing", ""], ["spaces", "   "], ["full-width spaces", "\u3000\u3000"], ["a line break and a tab", "\n\t"]] as const) {
    test(`[S3] with ${name} for a reason it counts as unanswered`, () => {
      const answer = { notApplicable: true as const, ...(justification === undefined ? {} : { justification }) };
      const result = score("# A t1\n a", "", { answers: { a: answer } });
      expect(result.total).toMatchObject({ low: 0, high: 1, coverage: 0 });
      expect(result.notApplicableWeight).toBe(0);
      expect(result.openPoints).toEqual([{ kind: "not-applicable-without-reason", question: "a" }]);
    });
  }

  test("[S3] a level beside \"not applicable\" counts for nothing, with a reason or without", () => {
    const level = score("# A\n a", "a:4").contributions[0];
    expect(level?.state).toBe("answered");
    const both = { notApplicable: true as const, level: "4" as never };
    expect(score("# A\n a", "", { answers: { a: both } }).contributions[0]).toMatchObject({ state: "unanswered", value: null });
    const reasoned = { ...both, justification: "no users" };
    expect(score("# A\n a", "", { answers: { a: reasoned } }).contributions[0]).toMatchObject({ state: "not-applicable", value: null });
  });

  test("[S3] a reason without \"not applicable\" takes nothing out", () => {
    expect(score("# A\n a", "", { answers: { a: { justification: "why not" } } }).contributions[0]?.state).toBe("unanswered");
  });
});

describe("S4 target", () => {
  const nest = "* t.1\n # A t.2\n ## B t.3\n a t.4";

  test("[S4] the first authored target found outward from the question wins", () => {
    expect(targetOf(nest)).toMatchObject({ target: 0.4, targetFrom: { kind: "authored", of: "a" } });
    expect(targetOf("* t.1\n # A t.2\n ## B t.3\n a")).toMatchObject({ target: 0.3, targetFrom: { of: "B" } });
    expect(targetOf("* t.1\n # A t.2\n ## B\n a")).toMatchObject({ target: 0.2, targetFrom: { of: "A" } });
    expect(targetOf("* t.1\n # A\n ## B\n a")).toMatchObject({ target: 0.1, targetFrom: { kind: "authored", of: "c" } });
  });

  test("[S4] at each step the assessment's own override comes before the authored target", () => {
    expect(targetOf(nest, { "c/a": 0.9 })).toMatchObject({ target: 0.9, targetFrom: { kind: "override", of: "c/a" } });
    expect(targetOf("* t.1\n # A t.2\n ## B t.3\n a", { "c/B": 0.9 })).toMatchObject({ target: 0.9, targetFrom: { of: "c/B" } });
    expect(targetOf("* t.1\n # A\n ## B\n a", { c: 0.9 })).toMatchObject({ target: 0.9, targetFrom: { of: "c" } });
  });

  test("[S4] a nearer authored target beats an override further out", () => {
    expect(targetOf(nest, { "c/B": 0.9, "c/A": 0.8, c: 0.7 })).toMatchObject({ target: 0.4 });
    expect(targetOf("# A\n ## B t.3\n a", { "c/A": 0.9, c: 0.7 })).toMatchObject({ target: 0.3 });
  });

  test("[S4] of overrides the nearest counts: question before section before parent before checklist", () => {
    const all = { "c/a": 0.1, "c/B": 0.2, "c/A": 0.3, c: 0.4 };
    const { "c/a": _a, ...withoutQuestion } = all;
    const { "c/B": _b, ...withoutSection } = withoutQuestion;
    const { "c/A": _c, ...wholeOnly } = withoutSection;
    const found = [all, withoutQuestion, withoutSection, wholeOnly].map((targets) => targetOf("# A\n ## B\n a", targets)?.target);
    expect(found).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  test("[S4] an override of 0 is an override", () => {
    expect(targetOf(nest, { "c/a": 0 })?.target).toBe(0);
  });

  test("[S4] overrides of another checklist, and ids without a checklist, change nothing", () => {
    expect(targetOf("# A\n a", { "d/a": 0.1, d: 0.2, a: 0.3, A: 0.4 })?.target).toBe(0.8);
  });

  test("[S4] keys that every object inherits are no overrides", () => {
    const inherited = checklist("# A\n a");
    const odd = { ...inherited, id: "constructor" as typeof inherited.id };
    expect(scoreChecklist(odd, assessment("", { profile: { targets: {} } })).contributions[0]?.target).toBe(0.8);
  });

  for (const [tier, target] of [["minimal", 0.4], ["limited", 0.6], ["high", 0.8], ["unacceptable", 1]] as const) {
    test(`[S4] where nothing is said, tier ${tier} asks for ${target}`, () => {
      expect(score("# A\n a", "", { profile: { tier } }).contributions[0]).toMatchObject({ target, targetFrom: { kind: "tier", tier } });
    });
  }

  test("[S4] an assessment without a tier is scored as high", () => {
    expect(targetOf("# A\n a")).toMatchObject({ target: 0.8, targetFrom: { kind: "tier", tier: "high" } });
  });

  test("[S4] the defaults are policy: data that can be replaced", () => {
    const policy = { ...standardPolicy, tierTargets: { ...standardPolicy.tierTargets, high: 0.5 } };
    expect(scoreChecklist(checklist("# A\n a"), assessment(""), policy).contributions[0]?.target).toBe(0.5);
  });
});
