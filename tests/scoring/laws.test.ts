import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerTo, placeQuestions, scaleOf, type Answer, type ChecklistResult, type Figure } from "#domain";
import { scoreChecklist } from "#scoring";
import { answering, level, world, type World } from "./worlds.ts";

const runs = { numRuns: 150 };
const noise = 1e-12;

const scored = ({ checklist, assessment }: World) => scoreChecklist(checklist, assessment);

/** Every figure of a result, by where it stands. */
function figuresOf(result: ChecklistResult): ReadonlyMap<string, Figure> {
  const groups = { sections: result.sections, phases: result.phases, pdca: result.pdca };
  const listed = Object.entries(groups).flatMap(([group, figures]) =>
    Object.entries<Figure>(figures).map(([id, figure]) => [`${group}/${id}`, figure] as const),
  );
  const cells = Object.entries(result.cells).flatMap(([section, row]) =>
    Object.entries<Figure>(row).map(([phase, figure]) => [`cells/${section}/${phase}`, figure] as const),
  );
  return new Map([["total", result.total], ...listed, ...cells]);
}

/** A world, one of its questions, and two levels of that question's scale, the lower first. */
const step = world
  .filter(({ checklist }) => placeQuestions(checklist.sections).length > 0)
  .chain((drawn) =>
    fc.record({
      drawn: fc.constant(drawn),
      placed: fc.constantFrom(...placeQuestions(drawn.checklist.sections)),
      levels: fc.tuple(level, level).map((pair) => pair.toSorted()),
    }),
  )
  .map(({ drawn, placed, levels }) => {
    const known = scaleOf(drawn.checklist, placed.question).levels;
    const [lower, higher] = levels.map((id) => known.find((one) => one.id === id)?.id ?? known[known.length - 1]?.id);
    return { drawn, question: placed.question.id, lower, higher };
  });

const said = ({ checklist, assessment }: World, question: string): Answer => {
  const { notApplicable: _spared, justification: _why, level: _level, ...rest } = answerTo(assessment, checklist.id, question as never) ?? {};
  return rest;
};

describe("S15 laws, over random checklists and assessments", () => {
  test("[S15] 0 ≤ evidenced ≤ low ≤ high ≤ 1, and coverage is a share, in every figure", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        for (const { low, high, evidenced, coverage, required } of figuresOf(scored(drawn)).values()) {
          const ends = [0, evidenced ?? 0, low ?? 0, high ?? 0, 1];
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(coverage ?? 0).toBeGreaterThanOrEqual(0);
          expect(coverage ?? 0).toBeLessThanOrEqual(1);
          expect([low, high, evidenced].map((end) => end === null)).toEqual(Array(3).fill(required === 0));
          if (coverage === 1 && low !== null) expect(high).toBe(low);
        }
      }),
      runs,
    );
  });

  test("[S15] the order of answers and of evidence changes nothing: not one byte", () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
        const shuffled = <T>(list: readonly T[]) =>
          list.map((one) => [numbers.next().value as number, one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one);
        const { assessment } = drawn;
        const answers = { c: Object.fromEntries(shuffled(Object.entries(assessment.answers["c" as never] ?? {}))) };
        const otherwise = { ...drawn, assessment: { ...assessment, answers, evidence: shuffled(assessment.evidence) } as never };
        expect(JSON.stringify(scored(otherwise))).toBe(JSON.stringify(scored(drawn)));
      }),
      runs,
    );
  });

  test("[S15] scoring twice gives the same bytes and leaves its input as it was", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const before = JSON.stringify(drawn);
        const first = JSON.stringify(scored(drawn));
        expect(JSON.stringify(scored(JSON.parse(before) as World))).toBe(first);
        expect(JSON.stringify(drawn)).toBe(before);
      }),
      runs,
    );
  });

  test("[S15] a better answer never lowers low, high or evidenced, of anything", () => {
    fc.assert(
      fc.property(step, ({ drawn, question, lower, higher }) => {
        const at = (level: Answer["level"]) =>
          figuresOf(scored({ ...drawn, assessment: answering(drawn, question, { ...said(drawn, question), ...(level ? { level } : {}) }) }));
        const [worse, better] = [at(lower), at(higher)];
        for (const [place, figure] of worse) {
          const other = better.get(place);
          expect(other?.low ?? 0, place).toBeGreaterThanOrEqual(figure.low ?? 0);
          expect(other?.high ?? 0, place).toBeGreaterThanOrEqual(figure.high ?? 0);
          expect(other?.evidenced ?? 0, place).toBeGreaterThanOrEqual(figure.evidenced ?? 0);
        }
      }),
      runs,
    );
  });

  test("[S15] answering never widens the interval: the new one lies within the old", () => {
    fc.assert(
      fc.property(step, ({ drawn, question, higher }) => {
        const silent = said(drawn, question);
        const before = figuresOf(scored({ ...drawn, assessment: answering(drawn, question, silent) }));
        const after = figuresOf(scored({ ...drawn, assessment: answering(drawn, question, { ...silent, ...(higher ? { level: higher } : {}) }) }));
        for (const [place, figure] of before) {
          const other = after.get(place);
          expect(other?.low ?? 0, place).toBeGreaterThanOrEqual(figure.low ?? 0);
          expect(other?.high ?? 0, place).toBeLessThanOrEqual((figure.high ?? 0) + noise);
          expect(other?.coverage ?? 0, place).toBeGreaterThanOrEqual(figure.coverage ?? 0);
        }
      }),
      runs,
    );
  });

  test("[S13] contributions sum to the figures, of the whole and of every section", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const result = scored(drawn);
        const placed = placeQuestions(drawn.checklist.sections);
        const within = (id: string) => result.contributions.filter((_, index) => placed[index]?.sections.some((one) => one.id === id));
        const groups = [[result.total, result.contributions] as const, ...Object.entries(result.sections).map(([id, figure]) => [figure, within(id)] as const)];
        for (const [figure, lines] of groups) {
          const sum = (key: "required" | "won" | "open" | "proven") => lines.reduce((total, line) => total + line[key], 0);
          expect(sum("required")).toBeCloseTo(figure.required, 9);
          if (figure.required === 0) continue;
          expect(sum("won") / sum("required")).toBeCloseTo(figure.low ?? Number.NaN, 9);
          expect((sum("won") + sum("open")) / sum("required")).toBeCloseTo(figure.high ?? Number.NaN, 9);
          expect(sum("proven") / sum("required")).toBeCloseTo(figure.evidenced ?? Number.NaN, 9);
        }
      }),
      runs,
    );
  });

  test("[S9] the outermost sections share out what the whole requires", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { sections, total } = scored(drawn);
        const parts = drawn.checklist.sections.map(({ id }) => sections[id]?.required ?? Number.NaN);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total.required, 9);
      }),
      runs,
    );
  });
});
