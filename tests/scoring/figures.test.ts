import { describe, expect, test } from "vitest";
import { formatInterval, formatShare, toPercent } from "#domain";
import { score, today } from "./notation.ts";

describe("S5 and S6: gaps and intervals", () => {
  test("[S5] what exceeds its target never pays for another question", () => {
    const { total, findings } = score("# A t.5\n a\n b", "a:4 b:0");
    expect(total).toMatchObject({ low: 0.5, high: 0.5 });
    expect(findings).toMatchObject([{ question: "b", gap: 0.5 }]);
  });

  test("[S5] a value at or above its target leaves no gap", () => {
    expect(score("# A t.8\n a\n b", "a:3 b:4").findings).toEqual([]);
  });

  test("[S6] an unanswered question widens the interval instead of counting as nothing or vanishing", () => {
    const { total } = score("# A t1\n a w3\n b w1", "a:2");
    expect(total).toEqual({ low: 1.5 / 4, high: 2.5 / 4, evidenced: 0, coverage: 3 / 4, required: 4 });
  });

  test("[S6] nothing answered is the whole interval; everything answered closes it", () => {
    expect(score("# A\n a\n b w2").total).toMatchObject({ low: 0, high: 1, coverage: 0 });
    const { total } = score("# A\n a\n b w2", "a:1 b:2");
    expect(total.low).toBe(total.high);
    expect(total.coverage).toBe(1);
  });

  test("[S6] a question with target 0 asks for nothing: it counts in coverage and not in the score", () => {
    const { total, findings } = score("# A\n a t0 w3\n b t1", "b:2");
    expect(total).toEqual({ low: 0.5, high: 0.5, evidenced: 0, coverage: 1 / 4, required: 1 });
    expect(findings).toMatchObject([{ question: "b" }]);
  });

  test("[S6] where nothing is required low and high are null, and coverage still stands", () => {
    const { total, findings } = score("# A t0\n a\n b w3", "a:0");
    expect(total).toEqual({ low: null, high: null, evidenced: null, coverage: 1 / 4, required: 0 });
    expect(findings).toEqual([]);
  });

  test("[S6] with no applicable question coverage is null too", () => {
    const none = { low: null, high: null, evidenced: null, coverage: null, required: 0 };
    expect(score("# A tier=limited\n a\n b w3").total).toEqual(none);
    expect(score("# A\n a", "a:na/nothing-of-the-kind").total).toEqual(none);
  });
});

describe("S7 evidenced", () => {
  const evidencedBy = (evidence: string, said = "a:4+e", on = today) => score("# A t1\n a", said, { evidence, on }).total.evidenced;

  test("[S7] only what effective evidence stands behind is evidenced", () => {
    expect(score("# A t1\n a\n b", "a:4+e b:4", { evidence: "e" }).total).toMatchObject({ low: 1, evidenced: 0.5 });
  });

  test("[S7] both bounds are within: the very first and the very last day count", () => {
    expect(evidencedBy("e:2026-11-21..2026-11-21")).toBe(1);
    expect(evidencedBy("e:2026-11-21..")).toBe(1);
    expect(evidencedBy("e:..2026-11-21")).toBe(1);
  });

  test("[S7] a day too early or too late does not", () => {
    expect(evidencedBy("e:2026-11-22..")).toBe(0);
    expect(evidencedBy("e:..2026-11-20")).toBe(0);
  });

  test("[S7] a missing bound is open", () => {
    expect(evidencedBy("e")).toBe(1);
    expect(evidencedBy("e:0001-01-01..")).toBe(1);
    expect(evidencedBy("e:..9999-12-31")).toBe(1);
  });

  test("[S7] the assessment date decides, not today", () => {
    expect(evidencedBy("e:2025-01-01..2025-12-31", "a:4+e", "2025-06-30")).toBe(1);
    expect(evidencedBy("e:2025-01-01..2025-12-31", "a:4+e", "2024-12-31")).toBe(0);
  });

  test("[S7] withdrawn evidence, unlinked evidence and links to nothing prove nothing", () => {
    expect(evidencedBy("e:withdrawn")).toBe(0);
    expect(evidencedBy("e", "a:4")).toBe(0);
    expect(evidencedBy("", "a:4+e")).toBe(0);
  });

  test("[S7] one effective piece among several is enough, and none counts twice", () => {
    expect(evidencedBy("e:withdrawn f g:..2020-01-01", "a:4+e+f+g")).toBe(1);
    expect(evidencedBy("e f", "a:2+e+f+e")).toBe(0.5);
  });

  test("[S7] evidence proves no more than was won, and nothing of an unanswered question", () => {
    expect(score("# A t.8\n a\n b", "a:1+e b:+e", { evidence: "e" }).total).toMatchObject({ evidenced: 0.125, low: 0.125 });
  });
});

describe("S8 and S9: views", () => {
  test("[S8] a question counts with its full weight in every phase that it names, once in the total", () => {
    const { phases, total } = score("# A t1\n a w2 phases=plan-design,retire\n b phases=retire", "a:4 b:0");
    expect(phases["plan-design"]).toMatchObject({ required: 2, low: 1 });
    expect(phases["retire"]).toMatchObject({ required: 3, low: 2 / 3 });
    expect(total).toMatchObject({ required: 3, low: 2 / 3 });
    expect(Object.keys(phases)).toEqual(["plan-design", "retire"]);
  });

  test("[S8] a phase that only questions out of scope name is reported as empty", () => {
    const { phases } = score("# A\n a\n b phases=retire tier=limited");
    expect(phases["retire"]).toEqual({ low: null, high: null, evidenced: null, coverage: null, required: 0 });
  });

  test("[S9] a section's figures are sums of questions, never means of means", () => {
    const { sections } = score("# A t1\n ## B\n b1\n b2\n b3\n ## C\n c1", "b1:4 b2:4 b3:4 c1:0");
    expect(sections["A" as never]).toMatchObject({ low: 0.75, required: 4 });
    expect(sections["B" as never]).toMatchObject({ low: 1, required: 3 });
    expect(sections["C" as never]).toMatchObject({ low: 0, required: 1 });
  });

  test("[S9] questions of a section stand beside those of the sections within it", () => {
    const { sections, contributions } = score("# A t1\n a\n ## B\n b\n # C\n c", "a:4 b:0 c:2");
    expect(sections["A" as never]).toMatchObject({ low: 0.5, required: 2 });
    expect(contributions.map((line) => line.question)).toEqual(["a", "b", "c"]);
  });

  test("[S9] the nearest PDCA mark above a question decides", () => {
    const { pdca } = score("# A pdca=plan t1\n a\n ## B pdca=do\n b w2\n ## C\n c\n # D\n d", "a:4 b:2 c:0 d:4");
    expect(pdca).toMatchObject({ plan: { required: 2, low: 0.5 }, do: { required: 2, low: 0.5 } });
    expect(Object.keys(pdca)).toEqual(["plan", "do"]);
  });

  test("[S9] a mark that is named but stands nearest to no question is reported as empty", () => {
    const { pdca } = score("# A pdca=plan\n ## B pdca=do\n b");
    expect(pdca.plan).toEqual({ low: null, high: null, evidenced: null, coverage: null, required: 0 });
  });

  test("[S9] every section is reported, even one without a question", () => {
    expect(Object.keys(score("# A\n ## B\n b\n # C").sections)).toEqual(["A", "B", "C"]);
  });

  test("[S8] [S9] a cell is a section's questions in one phase", () => {
    const { cells } = score("# A t1\n a phases=retire\n ## B\n b phases=plan-design,retire", "a:4 b:0");
    expect(cells["A" as never]).toMatchObject({ "plan-design": { low: 0, required: 1 }, retire: { low: 0.5, required: 2 } });
    expect(cells["B" as never]).toMatchObject({ retire: { low: 0, required: 1 } });
  });
});

describe("S14 display", () => {
  test("[S14] percentages are floored, so that 100% means 1", () => {
    expect([0.999999, 1, 0.4199, 0].map(toPercent)).toEqual([99, 100, 41, 0]);
  });

  test("[S14] a share short of a whole point by no more than 1e-9 of a point is that point", () => {
    expect([0.29, 0.57, 0.1 + 0.7, 0.07, 1 - 1e-15].map(toPercent)).toEqual([29, 57, 80, 7, 100]);
  });

  test("[S6] [S14] an open interval is never shown by one end", () => {
    expect(formatInterval({ low: 0.41, high: 0.635 })).toBe("41–63%");
    expect(formatInterval({ low: 0.41, high: 0.41 })).toBe("41%");
    expect(formatInterval({ low: 0.411, high: 0.412 })).toBe("41–41%");
    expect(formatInterval({ low: null, high: null })).toBe("–");
    expect(formatShare(null)).toBe("–");
  });
});
