import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseChecklist, readForeignLibrary } from "#content";
import { alter, libraryOf, node, smallLibrary, under } from "./small-library.ts";

function codesOf(source: string | Uint8Array): readonly string[] {
  return [...new Set(readForeignLibrary(source).problems.map((one) => one.code))];
}

describe("hostile libraries are answered in time", () => {
  test("more than twenty-five megabytes are not looked at", () => {
    const started = performance.now();
    expect(codesOf(new Uint8Array(26_000_000))).toEqual(["too-large"]);
    expect(performance.now() - started).toBeLessThan(50);
  });

  test("twenty megabytes of requirements are refused by their number", { timeout: 60_000 }, () => {
    const line = (index: number) => node(`n${index}`, `assessable: true, name: N${index}, description: "${"Water boils. ".repeat(3)}"`);
    const library = libraryOf({ nodes: Array.from({ length: 130_000 }, (_, index) => line(index)).join("\n") });
    expect(library.length).toBeGreaterThan(15_000_000);
    expect(codesOf(library)).toEqual(["too-large"]);
  });

  test("twenty megabytes of matter beside a small framework are passed over", { timeout: 60_000 }, () => {
    const threat = `  - urn: x\n    description: ${"y".repeat(20_000)}\n`;
    const library = alter("  threats:\n", `  threats:\n${threat.repeat(1000)}`);
    const read = readForeignLibrary(library);
    expect(read.ok && read.value.left.find((one) => one.why === "other-kind")).toMatchObject({ what: "threats", count: 1002 });
  });

  test("a framework longer than our format allows is a problem, not a broken checklist", { timeout: 60_000 }, () => {
    const library = libraryOf({ nodes: node("a", `assessable: true, name: "${"x".repeat(2_000_000)}"`) });
    expect(readForeignLibrary(library).problems).toMatchObject([{ code: "too-large", path: "objects.framework", message: expect.stringMatching(/^Converted, /) }]);
  });

  test("a chain of ten thousand nodes is walked without a stack", { timeout: 60_000 }, () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`, index > 0 ? `${under(`n${index - 1}`)}, assessable: ${index === 9_999}` : "name: N"));
    const read = readForeignLibrary(libraryOf({ nodes: nodes.join("\n") }));
    expect(read.ok && read.value.checklists[0]?.checklist.sections).toHaveLength(1);
  });

  test("a circle of ten thousand nodes is one problem", { timeout: 60_000 }, () => {
    const nodes = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`, under(`n${(index + 1) % 10_000}`)));
    expect(readForeignLibrary(libraryOf({ nodes: nodes.join("\n") })).problems.map((one) => one.code)).toEqual(["endless-loop"]);
  });

  test("aliases that multiply, forbidden keys and broken bytes are refused as everywhere", () => {
    const laughs = Array.from({ length: 12 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(", ")}]`).join("\n");
    expect(codesOf(`${smallLibrary}l0: &l0 haha\n${laughs}\n`)).toEqual(["yaml-alias-bomb"]);
    expect(codesOf(alter("name: Water\n", "__proto__: Water\n"))).toEqual(["forbidden-key"]);
    expect(codesOf(Uint8Array.of(0x75, 0xff))).toEqual(["not-utf8"]);
  });
});

describe("whatever a library says", () => {
  const scalar = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constantFrom("urn:a:b:c:d:e", "<b>x</b>", "\u2028", "a\nb", "*x", "1e9", "toString"));
  const keys = ["urn", "parent_urn", "assessable", "ref_id", "name", "description", "annotation", "typical_evidence", "implementation_groups", "weight", "importance", "questions", "question", "translations", "target_score", "min_score", "max_score", "scores_definition_ref", "__proto__", "x"];
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof({ depthSize: "small" }, scalar, fc.array(tie("any"), { maxLength: 3 }), fc.dictionary(fc.constantFrom(...keys, "type", "text", "choices", "value", "add_score", "compute_result", "en", "zh"), tie("any"), { maxKeys: 5 })),
  })).any;

  test("it gives a sound checklist or problems, and throws nothing", () => {
    const requirement = fc.record({ urn: fc.constantFrom("urn:a:risk:req_node:x:1", "urn:a:risk:req_node:x:2", "z"), assessable: fc.constantFrom(true, "yes", 1), name: value, description: value, questions: value, question: value, translations: value, weight: value, typical_evidence: value, implementation_groups: value }, { requiredKeys: ["urn"] });
    const framework = fc.record({ urn: scalar, name: value, scores_definition: value, min_score: scalar, max_score: scalar, implementation_groups_definition: value, requirement_nodes: fc.uniqueArray(requirement, { selector: (one) => one.urn, maxLength: 3 }) });
    let read = 0;
    fc.assert(
      fc.property(framework, value, (one, head) => {
        const library = `${JSON.stringify("urn")}: ${JSON.stringify(head)}\nversion: ${JSON.stringify(head)}\ncopyright: ${JSON.stringify(head)}\nobjects:\n  framework: ${JSON.stringify(one)}\n`;
        const parsed = readForeignLibrary(library);
        if (!parsed.ok) return parsed.problems.length > 0;
        read += 1;
        return parsed.value.checklists.every(({ checklist, yaml }) => JSON.stringify(parseChecklist(yaml)) === JSON.stringify({ ok: true, value: checklist, problems: [] }));
      }),
      { numRuns: 150 },
    );
    expect(read).toBeGreaterThan(15);
  });
});
