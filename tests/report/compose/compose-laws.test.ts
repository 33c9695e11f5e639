import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { placeQuestions, roles, tiers, type Answer, type Assessment, type EvidenceId, type LevelId, type Profile } from "#domain";
import { composeReport } from "#report";
import { anchorsOf, inlinesOf } from "./print-report.ts";
import { assessment, inputOf, oversight, pin } from "./sample.ts";

const evidence = fc.subarray([...assessment.evidence.map(({ id }) => id), "ev-gone" as EvidenceId]);
const answer: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.constant(null),
  fc.record({ level: fc.constantFrom(..."012349".split("").map((id) => id as LevelId)), evidence }),
  fc.record({ notApplicable: fc.constant(true as const), justification: fc.constantFrom("", "  ", "Not ours.") }),
  fc.record({ note: fc.string() }),
);
const questions = placeQuestions(oversight.sections).map(({ question }) => question.id);
const profile: fc.Arbitrary<Profile> = fc.record(
  { tier: fc.constantFrom(...tiers), role: fc.subarray([...roles]), tags: fc.subarray(["generative", "children"]) },
  { requiredKeys: [] },
);
const assessments: fc.Arbitrary<Assessment> = fc
  .tuple(profile, fc.array(answer, { minLength: questions.length, maxLength: questions.length }))
  .map(([profile, said]) => ({
    ...assessment,
    profile,
    answers: {
      [oversight.id]: Object.fromEntries(questions.flatMap((id, index) => (said[index] ? [[id, said[index]]] : []))),
    },
  }));
const inputs = assessments.map((whole) => inputOf({ assessment: whole, checklists: [pin(oversight)], conflicts: [] }));

describe("whatever was answered", () => {
  test("every finding, unanswered question and justified ‘not applicable’ has exactly one row, and links land", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { blocks } = composeReport(input);
        const anchors = anchorsOf(blocks);
        const [result] = input.result.checklists;
        const count = (kind: string) => anchors.filter((anchor) => anchor.startsWith(`${kind}:`)).length;
        const inState = (state: string) => result?.contributions.filter((one) => one.state === state).length;
        expect(count("finding")).toBe(result?.findings.length);
        expect(count("unanswered")).toBe(inState("unanswered"));
        expect(count("not-applicable")).toBe(inState("not-applicable"));
        expect(count("open-point")).toBe(result?.openPoints.length);
        expect(count("evidence")).toBe(assessment.evidence.length);
        expect(new Set(anchors).size).toBe(anchors.length);
        expect(inlinesOf(blocks).filter(({ to }) => to !== undefined && !anchors.includes(to))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("both languages have the same shape, and composing again gives the same bytes", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const english = composeReport(input);
        const chinese = composeReport({ ...input, language: "zh-TW" });
        expect(anchorsOf(chinese.blocks)).toEqual(anchorsOf(english.blocks));
        expect(JSON.stringify(composeReport(input))).toBe(JSON.stringify(english));
      }),
      { numRuns: 30 },
    );
  });
});
