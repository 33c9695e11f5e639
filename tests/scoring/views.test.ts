import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lifecyclePhases, type LifecyclePhase, type LifecycleView, type SectionId } from "#domain";
import { readThrough, scoreAssessment, scoreChecklist, scorePhases, type standardPolicy } from "#scoring";
import { assessment, checklist } from "./notation.ts";
import { world } from "./worlds.ts";

/** "early=plan-design,retire": a phase of the view and what it maps. */
function view(...phases: readonly string[]): LifecycleView {
  const text = { en: "t", "zh-TW": "t" };
  const mapped = phases.map((phase) => {
    const [id, maps = ""] = phase.split("=");
    return { id, title: text, maps: maps.split(",") as LifecyclePhase[] };
  });
  return { id: "v", title: text, source: { name: "n", publisher: "p", date: "2026", licence: "l" }, phases: mapped } as unknown as LifecycleView;
}

const identity = view(...lifecyclePhases.map((phase) => `${phase}=${phase}`));

function figures(notation: string, said: string, through: LifecycleView, policy?: typeof standardPolicy) {
  const results = scorePhases(checklist(notation), assessment(said), through, policy);
  return Object.fromEntries(results.map(({ phase, figure }) => [phase.id, figure && [figure.low, figure.high, figure.required]]));
}

describe("S8 through a lifecycle view", () => {
  test("[S8] a question that names two phases of one view phase counts once, with its full weight", () => {
    const notation = "# A t1\n a w3 phases=plan-design,retire\n b w1 phases=retire";
    expect(figures(notation, "a:2 b:4", view("both=plan-design,retire"))).toEqual({ both: [2.5 / 4, 2.5 / 4, 4] });
  });

  test("[S8] a question that two view phases map counts once in each", () => {
    const notation = "# A t1\n a w2 phases=plan-design,deploy-use";
    expect(figures(notation, "a:2", view("x=plan-design", "y=deploy-use,plan-design"))).toEqual({ x: [0.5, 0.5, 2], y: [0.5, 0.5, 2] });
  });

  test("[S8] a view phase that no question stands in is null, one in which none is in scope has empty figures", () => {
    const notation = "# A t1\n a phases=plan-design\n b phases=retire tier=limited";
    expect(figures(notation, "", view("x=deploy-use", "y=retire", "z=plan-design"))).toEqual({ x: null, y: [null, null, 0], z: [0, 1, 1] });
  });

  test("[S8] a view phase is not the sum of the phases that it maps", () => {
    const notation = "# A t1\n a phases=plan-design,retire";
    expect(figures(notation, "", view("all=plan-design,retire"))["all"]).toEqual([0, 1, 1]);
    expect(figures(notation, "", identity)).toMatchObject({ "plan-design": [0, 1, 1], retire: [0, 1, 1] });
  });

  test("[S8] through the identity the figures are those of the result", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const { phases } = scoreChecklist(drawn.checklist, drawn.assessment);
        for (const { phase, figure } of scorePhases(drawn.checklist, drawn.assessment, identity)) {
          expect(figure).toEqual(phases[phase.maps[0] as LifecyclePhase] ?? null);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("[S8] through one phase for all the figure is the total", () => {
    const whole = view(`all=${lifecyclePhases.join(",")}`);
    fc.assert(
      fc.property(world, (drawn) => {
        const [all] = scorePhases(drawn.checklist, drawn.assessment, whole);
        const { total, contributions } = scoreChecklist(drawn.checklist, drawn.assessment);
        expect(all?.figure).toEqual(contributions.length > 0 ? total : null);
      }),
      { numRuns: 150 },
    );
  });
});

describe("S8 and S9 of a result read through a lifecycle view", () => {
  const halves = view("first=plan-design,collect-process-data,build-use-model", "second=build-use-model,verify-validate,deploy-use", "never=");

  test("[S8] the phases are those that are scored from the answers", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const result = scoreAssessment([drawn.checklist], drawn.assessment);
        const [read] = readThrough([drawn.checklist], result, halves).checklists;
        expect(read?.checklist).toBe(drawn.checklist.id);
        expect(read?.phases).toEqual(scorePhases(drawn.checklist, drawn.assessment, halves));
      }),
      { numRuns: 100 },
    );
  });

  test("[S9] through the identity the cells are those of the result, and no cell is there without a question", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const result = scoreAssessment([drawn.checklist], drawn.assessment);
        expect(readThrough([drawn.checklist], result, identity).checklists[0]?.cells).toEqual(result.checklists[0]?.cells);
      }),
      { numRuns: 100 },
    );
  });

  test("[S9] a section's cell holds the questions beneath it that stand in the phase, and no others", () => {
    const notation = "# A t1\n a w3 phases=plan-design\n## B t1\n b w1 phases=build-use-model\n# C t1\n c phases=retire";
    const given = checklist(notation);
    const { checklists } = readThrough([given], scoreAssessment([given], assessment("a:4 b:0")), halves);
    const cells = checklists[0]?.cells;
    expect(cells?.["A" as SectionId]).toMatchObject({ first: { low: 0.75, required: 4 }, second: { low: 0, required: 1 } });
    expect(cells?.["B" as SectionId]).toMatchObject({ first: { low: 0, required: 1 }, second: { low: 0, required: 1 } });
    expect(cells?.["C" as SectionId]).toEqual({});
  });

  test("a checklist that the result lacks is left out", () => {
    const given = checklist("# A t1\n a phases=retire");
    expect(readThrough([given], { ...scoreAssessment([], assessment("")) }, identity).checklists).toEqual([]);
  });
});
