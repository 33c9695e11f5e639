/** Two scorers, written apart from one page of rules, say the same of any assessment. */
import fc from "fast-check";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { placeQuestions, scaleOf, type Answer, type Checklist } from "#domain";
import { scoreChecklist } from "#scoring";
import { scoreIndependently } from "./independent-scorer.ts";
import { assessment, checklist } from "./notation.ts";
import { world, type World } from "./worlds.ts";

const tolerance = 1e-9;

/** What the two disagree on, as sentences. */
function disagreements(one: unknown, other: unknown, path = ""): readonly string[] {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= tolerance ? [] : [`${path}: ${one} against ${other}`];
  }
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return one === other ? [] : [`${path}: ${String(one)} against ${String(other)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    disagreements((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

function compare({ checklist, assessment }: World): readonly string[] {
  const { cells: _cells, contributions: _lines, openPoints: _points, ...ours } = scoreChecklist(checklist, assessment);
  return disagreements(ours, scoreIndependently(checklist, assessment));
}

describe("an independent scorer agrees", () => {
  test("[S1–S12] on every figure, status, finding and count of a thousand random assessments, to 1e-9", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        expect(compare(drawn)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("the comparison finds what differs", () => {
    const drawn = { checklist: checklist("# A\n a\n b"), assessment: assessment("a:3") };
    const { total } = scoreIndependently(drawn.checklist, drawn.assessment);
    expect(compare(drawn)).toEqual([]);
    expect(disagreements(total, { ...total, low: 0.5 + 2e-9 })).toHaveLength(1);
    expect(disagreements([1], [1, 2])).toHaveLength(1);
  });

  const folder = join(import.meta.dirname, "../../checklists");
  const bundled = readdirSync(folder).flatMap((name) => {
    const parsed: unknown = parse(readFileSync(join(folder, name), "utf8"));
    return (parsed as Partial<Checklist>).format === "assay-checklist/1" ? [[name, parsed as Checklist] as const] : [];
  });

  for (const [name, real] of bundled) {
    test(`[S1–S12] on ${name}, answered in every way`, () => {
      const questions = placeQuestions(real.sections);
      const answers = Object.fromEntries(
        questions.flatMap(({ question }, index): (readonly [string, Answer])[] => {
          const levels = scaleOf(real, question).levels;
          if (index % 7 === 5) return [];
          if (index % 11 === 3) return [[question.id, { notApplicable: true, justification: index % 2 ? "no such use" : "\u3000" }]];
          return [[question.id, { level: levels[(index * 5) % levels.length]?.id ?? ("?" as never), evidence: index % 3 ? [] : ["e" as never] }]];
        }),
      );
      const base = assessment("", { evidence: "e:..2026-11-21", profile: { tier: "limited", role: ["deployer"] } });
      expect(compare({ checklist: real, assessment: { ...base, answers: { [real.id]: answers } } })).toEqual([]);
    });
  }
});
