import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleContent, parseContent, parseLifecycles } from "#content";
import { lifecyclePhases } from "#domain";
import { goodLifecycles, spoilAt } from "./small-content.ts";

const problemsOf = (source: string) => parseLifecycles(source).problems.map((one) => `${one.line}:${one.column} ${one.code} ${one.path}`);

describe("lifecycle views", () => {
  test("are read by their format", () => {
    expect(problemsOf(goodLifecycles)).toEqual([]);
    expect(parseContent(goodLifecycles)).toEqual(parseLifecycles(goodLifecycles));
  });

  const cases: readonly (readonly [fact: string, from: string, to: string, problem: string])[] = [
    ["a phase that is none of ours", "[retire]", "[‸retired]", "unknown-phase views.0.phases.1.maps.0"],
    ["a phase of ours named twice in one phase", "build-use-model", "‸plan-design", "duplicate-id views.0.phases.0.maps.1"],
    ["a phase that maps nothing", "[retire]", "‸[]", "empty views.0.phases.1.maps"],
    ["a phase id that occurs twice in a view", "id: late", "id: ‸early", "duplicate-id views.0.phases.1.id"],
    ["a view id that occurs twice", "id: one", "id: ‸two", "duplicate-id views.1.id"],
    ["a view without a source", '- id: two\n    title: { en: "Two phases", zh-TW: "兩階段" }\n    source: { name: n, publisher: p, date: "2026", licence: l }', '- ‸id: two\n    title: { en: "Two phases", zh-TW: "兩階段" }', "missing views.0.source"],
  ];
  for (const [fact, from, to, problem] of cases) {
    test(`${fact} is refused where it stands`, () => {
      const { source, place } = spoilAt(goodLifecycles, from, to);
      expect(problemsOf(source)).toEqual([`${place} ${problem}`]);
    });
  }
});

describe("checklists/lifecycles.yaml", () => {
  const parsed = parseLifecycles(readFileSync(join(import.meta.dirname, "../../checklists/lifecycles.yaml")));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  const { views } = parsed.value;

  test("has NIST's six stages and ours, the FSC's four, the handbook's five and ISO's eight", () => {
    expect(views.map((view) => [view.id, view.phases.length])).toEqual([["nist-ai-rmf", 7], ["tw-fsc", 4], ["tw-public-sector-draft", 5], ["iso-22989", 8]]);
  });

  test("maps NIST's stages to the phases of the same name", () => {
    expect(views[0]?.phases.map(({ id, maps }) => [id, ...maps])).toEqual(lifecyclePhases.map((phase) => [phase, phase]));
  });

  test.each(views.map((view) => [view.id, view] as const))("%s leaves out no phase of ours, so no question is lost", (_id, view) => {
    expect(new Set(view.phases.flatMap((phase) => phase.maps))).toEqual(new Set(lifecyclePhases));
  });

  test("says in both languages that the handbook's phases are unverified", () => {
    const handbook = views.find((view) => view.id === "tw-public-sector-draft");
    expect(handbook?.title.en).toContain("unverified");
    expect(handbook?.title["zh-TW"]).toContain("未經查證");
  });

  test("is carried with the titles of its views, so that one can be chosen before the file is loaded", () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "../../checklists/lifecycles.yaml")));
    const bundled = bundleContent(bytes, "sha256-00");
    expect(bundled.ok && bundled.value.content).toEqual(parsed.ok && parsed.value);
    expect(bundled.ok && bundled.value.summary).toEqual(views.map(({ id, title }) => ({ id, title })));
  });
});
