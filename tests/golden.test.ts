/** Whole assessments with the results that must come out; `npm run golden` writes them anew, and the diff is read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Figure, SectionResult } from "#domain";
import { jsonSchemas } from "#content";
import { resultFile } from "#exchange";
import { scoreAssessment } from "#scoring";
import { caseNames, folder, readCase, resultText } from "./golden/cases.ts";
import { scoreIndependently } from "./scoring/independent-scorer.ts";

const scored = (name: string) => {
  const { checklist, assessment } = readCase(name);
  const [result] = resultFile(scoreAssessment([checklist], assessment)).checklists;
  if (!result) throw new Error(`${name} has no result`);
  return result;
};

describe("golden results", () => {
  for (const name of caseNames()) {
    test(`${name} comes out byte for byte`, () => {
      expect(resultText(readCase(name))).toBe(readFileSync(join(folder, name, "result.json"), "utf8"));
    });

    test(`${name} is what the independent scorer says`, () => {
      const { checklist, assessment } = readCase(name);
      expect(rounded(scored(name))).toEqual(rounded(scoreIndependently(checklist, assessment)));
    });
  }

  test("[S6] [S7] [S11] the pencil case gives the figures that its README works out by hand", () => {
    const { total, sections, phases, findings } = scored("pencil");
    expect(inSixths(total)).toEqual({ low: 2, high: 4, evidenced: 1, coverage: 4, required: 21.6 });
    expect(rounded(sections["P-1" as never])).toEqual({ low: 0.5, high: 0.5, evidenced: 0.25, coverage: 1, required: 2.4, status: "partially-satisfied" });
    expect(rounded(sections["P-2" as never])).toEqual({ low: 0, high: 1, evidenced: 0, coverage: 0, required: 1.2, status: "not-assessed" });
    expect(rounded(phases["operate-monitor"])).toEqual({ low: 0.2, high: 0.6, evidenced: 0.2, coverage: 0.6, required: 3 });
    expect(rounded(findings)).toEqual([{ question: "P-1.a", value: 0.2, target: 0.6, gap: 0.4, exposure: 1.2, severity: "high" }]);
  });

  test("[S2] [S3] [S4] [S12] the nested case gives the figures that its README works out by hand", () => {
    const { blocked, outOfScope, notApplicableWeight, total, sections, pdca, findings } = scored("nested");
    expect({ blocked, outOfScope, notApplicableWeight }).toEqual({ blocked: true, outOfScope: 2, notApplicableWeight: 1 });
    expect(total.required).toBeCloseTo(10.4, 9);
    expect((total.low ?? 0) * 10.4).toBeCloseTo(6.3, 9);
    expect((total.high ?? 0) * 10.4).toBeCloseTo(7.9, 9);
    expect(rounded(pdca["act"])).toEqual({ low: null, high: null, evidenced: null, coverage: null, required: 0 });
    expect(sections["N-1.1.1" as never]?.["status"]).toBe("out-of-scope");
    expect(findings.map((one) => [one.question, one.severity])).toEqual([["N-1.1.a", "critical"], ["N-1.a", "low"], ["N-2.1.a", "critical"]]);
  });

  test("[S10] every status stands in the case named for it", () => {
    const statuses = Object.values<SectionResult>(scored("every-status").sections).map((one) => one.status);
    expect(statuses).toEqual(["out-of-scope", "not-applicable", "not-assessed", "satisfied", "incomplete", "not-satisfied", "partially-satisfied"]);
  });

  test("the JSON Schemas that editors use are those of the content room", () => {
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      expect(JSON.parse(readFileSync(join(folder, "../../public/schemas", name), "utf8"))).toEqual(schema);
    }
  });
});

/** A copy in which every number is rounded to 1e-9. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) => (typeof one === "number" ? Math.round(one * 1e9) / 1e9 : one));
}

function inSixths({ low, high, evidenced, coverage, required }: Figure): unknown {
  const sixths = (share: number | null) => (share === null ? null : share * 6);
  return rounded({ low: sixths(low), high: sixths(high), evidenced: sixths(evidenced), coverage: sixths(coverage), required: required * 6 });
}
