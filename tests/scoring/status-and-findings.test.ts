import { describe, expect, test } from "vitest";
import { scoreAssessment, scoreChecklist, standardPolicy } from "#scoring";
import { assessment, checklist, score, type World } from "./notation.ts";

describe("S10 status", () => {
  const statusOf = (notation: string, said = "", world: World = {}) => score(`# A\n ${notation}`, said, world).sections["A" as never]?.["status"];

  test("[S10] out-of-scope: nothing is in scope", () => {
    expect(statusOf("a tier=limited\n b tier=minimal", "a:4")).toBe("out-of-scope");
    expect(statusOf("")).toBe("out-of-scope");
  });

  test("[S10] not-applicable: all that is in scope is justified N/A", () => {
    expect(statusOf("a\n b\n c tier=limited", "a:na/x b:na/y")).toBe("not-applicable");
  });

  test("[S10] not-assessed: none is answered, some perhaps N/A", () => {
    expect(statusOf("a\n b")).toBe("not-assessed");
    expect(statusOf("a\n b", "a:na/x b:na")).toBe("not-assessed");
  });

  test("[S10] satisfied: all answered and no gap", () => {
    expect(statusOf("a\n b\n c", "a:3 b:4 c:na/x")).toBe("satisfied");
    expect(statusOf("a t0", "a:0")).toBe("satisfied");
  });

  test("[S10] incomplete: some unanswered, the answered without a gap", () => {
    expect(statusOf("a\n b", "a:3")).toBe("incomplete");
    expect(statusOf("a\n b", "a:3 b:na")).toBe("incomplete");
  });

  test("[S10] not-satisfied: all the answered are at nought below their target, however many are open", () => {
    expect(statusOf("a\n b", "a:0 b:0")).toBe("not-satisfied");
    expect(statusOf("a\n b", "a:0")).toBe("not-satisfied");
  });

  test("[S10] partially-satisfied: anything else", () => {
    expect(statusOf("a\n b", "a:0 b:3")).toBe("partially-satisfied");
    expect(statusOf("a", "a:1")).toBe("partially-satisfied");
    expect(statusOf("a\n b t0", "a:0 b:0")).toBe("partially-satisfied");
  });
});

describe("S11 findings", () => {
  const severityOf = (question: string, said: string) => score(`# A\n ${question}`, said).findings[0]?.severity;

  test("[S11] every answered applicable question below its target is a finding with exposure w × g", () => {
    const { findings } = score("# A t.8\n a w3\n b\n c\n d tier=limited\n e", "a:2 b:3 d:0 e:na/x");
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ question: "a", value: 0.5, target: 0.8, severity: "medium" });
    expect(findings[0]?.gap).toBeCloseTo(0.3, 12);
    expect(findings[0]?.exposure).toBeCloseTo(0.9, 12);
  });

  test("[S11] a threshold that is reached exactly is reached, whatever binary fractions say", () => {
    expect(0.7 - 0.2).toBeLessThan(0.5);
    expect(severityOf("a w3 t.6", "a:1")).toBe("high");
    expect(severityOf("a w2 t1", "a:0")).toBe("critical");
    expect(severityOf("a w1 t.5", "a:0")).toBe("medium");
    expect(severityOf("a w1 t.7", "a:1")).toBe("medium");
  });

  test("[S11] just below a threshold is below it", () => {
    expect(severityOf("a w2 t.999999", "a:0")).toBe("high");
    expect(severityOf("a w3 t.599999", "a:1")).toBe("medium");
    expect(severityOf("a w1 t.499999", "a:0")).toBe("low");
  });

  test("[S11] a knockout with a gap is critical whatever its exposure; without a gap it is nothing", () => {
    expect(severityOf("a w1 t.51 knockout", "a:2")).toBe("critical");
    expect(severityOf("a t.5 knockout", "a:2")).toBeUndefined();
  });

  test("[S11] findings stand by exposure, largest first, then by id", () => {
    const { findings } = score("# A t1\n c\n b w2\n a\n d w3", "a:0 b:2 c:2 d:0");
    expect(findings.map(({ question }) => question)).toEqual(["d", "a", "b", "c"]);
  });

  test("[S11] exposures that are equal in tenths are equal: rounding noise does not decide the order", () => {
    expect(2 * (0.8 - 0.2)).toBeGreaterThan(3 * (0.6 - 0.2));
    const { findings } = score("# A\n b w2 t.8\n a w3 t.6", "a:1 b:1");
    expect(findings.map(({ question }) => question)).toEqual(["a", "b"]);
  });

  test("[S11] capital letters come before small ones: by code point, not by dictionary", () => {
    const { findings } = score("# A\n a\n B\n a.2\n a.10", "a:0 B:0 a.2:0 a.10:0");
    expect(findings.map(({ question }) => question)).toEqual(["B", "a", "a.10", "a.2"]);
  });

  test("[S11] the thresholds are policy: data that can be replaced", () => {
    const policy = { ...standardPolicy, severityFrom: { critical: 0.5, high: 0.4, medium: 0.3 } };
    expect(scoreChecklist(checklist("# A\n a"), assessment("a:0"), policy).findings[0]?.severity).toBe("critical");
  });
});

describe("S12 blocked", () => {
  test("[S12] a failing knockout blocks its checklist", () => {
    expect(score("# A\n a knockout\n b w3", "a:2 b:4").blocked).toBe(true);
  });

  test("[S12] a knockout that holds, is open, out of scope or not applicable does not", () => {
    expect(score("# A\n a knockout", "a:3").blocked).toBe(false);
    expect(score("# A\n a knockout").blocked).toBe(false);
    expect(score("# A\n a knockout tier=limited", "a:0").blocked).toBe(false);
    expect(score("# A\n a knockout", "a:na/x").blocked).toBe(false);
  });

  test("[S12] each checklist is blocked for itself", () => {
    const other = { ...checklist("# A\n a knockout"), id: "d" as never };
    const { checklists } = scoreAssessment([checklist("# A\n a knockout"), other], assessment("a:0"));
    expect(checklists.map(({ id, blocked }) => [id, blocked])).toEqual([["c", true], ["d", false]]);
  });
});

describe("S13 explain", () => {
  test("[S13] a contribution says value, target and where it came from, weight, rules and evidence", () => {
    const { contributions } = score("# A t.6\n a w2", "a:1+e+f", { evidence: "e f:withdrawn" });
    expect(contributions[0]).toEqual({
      question: "a",
      state: "answered",
      value: 0.2,
      target: 0.6,
      targetFrom: { kind: "authored", of: "A" },
      weight: 2,
      required: 1.2,
      won: 0.4,
      open: 0,
      proven: 0.4,
      evidence: ["e"],
      rules: ["S1", "S4", "S5", "S6", "S7", "S11"],
    });
  });

  test("[S13] every question has one line, in authored order, in or out of the sums", () => {
    const { contributions } = score("# A\n a\n ## B\n b tier=limited\n # C\n c\n d", "c:na/x d:4");
    expect(contributions.map((line) => [line.question, line.state, line.rules])).toEqual([
      ["a", "unanswered", ["S4", "S6"]],
      ["b", "out-of-scope", ["S2"]],
      ["c", "not-applicable", ["S3"]],
      ["d", "answered", ["S1", "S4", "S5", "S6"]],
    ]);
  });
});

describe("what a signer should know", () => {
  test("an unanswered must, an unproven answer and evidence out of date are open points", () => {
    const { openPoints } = score("# A\n a obligation=must\n b\n c\n d obligation=should", "b:4 c:4+e", { evidence: "e:..2020-01-01" });
    expect(openPoints).toEqual([
      { kind: "unanswered-must", question: "a" },
      { kind: "met-without-evidence", question: "b" },
      { kind: "evidence-not-effective", question: "c", evidence: "e" },
    ]);
  });
});
