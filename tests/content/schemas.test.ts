import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { z } from "zod";
import { describe, expect, expectTypeOf, test } from "vitest";
import { bundleContent, jsonSchemas } from "#content";
import { placeQuestions, type Checklist, type Crosswalk, type DecisionTree, type Digest, type Lifecycles, type ReportTemplate, type Unbranded } from "#domain";
import type { checklistSchema } from "../../src/content/checklist-schema.ts";
import type { crosswalkSchema } from "../../src/content/crosswalk-schema.ts";
import type { decisionTreeSchema } from "../../src/content/decision-tree-schema.ts";
import type { lifecyclesSchema } from "../../src/content/lifecycles-schema.ts";
import type { templateSchema } from "../../src/content/template-schema.ts";

const root = join(import.meta.dirname, "../..");

describe("the schemas say what the domain says", () => {
  test("of a checklist, neither more nor less", () => {
    expectTypeOf<z.output<typeof checklistSchema>>().toEqualTypeOf<Unbranded<Checklist>>();
  });
  test("of a template, neither more nor less", () => {
    expectTypeOf<z.output<typeof templateSchema>>().toEqualTypeOf<Unbranded<ReportTemplate>>();
  });
  test("of lifecycle views, a crosswalk and a decision tree, neither more nor less", () => {
    expectTypeOf<z.output<typeof lifecyclesSchema>>().toEqualTypeOf<Unbranded<Lifecycles>>();
    expectTypeOf<z.output<typeof crosswalkSchema>>().toEqualTypeOf<Unbranded<Crosswalk>>();
    expectTypeOf<z.output<typeof decisionTreeSchema>>().toEqualTypeOf<Unbranded<DecisionTree>>();
  });
});

describe("the schemas for editors", () => {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    test(`public/schemas/${name} is the one that the room generates; npm run golden rewrites it`, () => {
      expect(JSON.parse(readFileSync(join(root, "public/schemas", name), "utf8"))).toEqual(schema);
    });
  }
});

describe("bundled content", () => {
  const read = (name: string) => {
    const bytes = new Uint8Array(readFileSync(join(root, name)));
    const digest: Digest = `sha256-${createHash("sha256").update(bytes).digest("hex")}`;
    return { digest, bundled: bundleContent(bytes, digest) };
  };

  test("a checklist is pinned to its bytes and summarized", () => {
    const { digest, bundled } = read("checklists/eu-altai.yaml");
    if (!bundled.ok || !("checklist" in bundled.value.content)) throw new Error("eu-altai.yaml is a sound checklist");
    const { content, summary } = bundled.value;
    expect(content.digest).toBe(digest);
    expect(summary).toMatchObject({ id: "eu-altai", digest, questions: placeQuestions(content.checklist.sections).length });
  });

  test("a template and a crosswalk are carried as they are, without a summary", () => {
    for (const name of ["templates/full-report.yaml", "checklists/crosswalk.yaml"]) {
      const { bundled } = read(name);
      expect(bundled).toMatchObject({ ok: true, value: { content: { version: expect.stringMatching(/^\d/) }, summary: null } });
    }
  });

  test("a decision tree is summarized by its conclusions", () => {
    const { bundled } = read("checklists/eu-ai-act-tier.yaml");
    if (!bundled.ok || !("conclusions" in bundled.value.content)) throw new Error("it is no tree");
    const { id, version, title, conclusions } = bundled.value.content;
    expect(bundled.value.summary).toEqual({ id, version, title, conclusions: conclusions.map((one) => ({ id: one.id, ref: one.ref, title: one.title })) });
    expect(conclusions).toHaveLength(11);
  });

  test("a faulty file gives its problems", () => {
    expect(bundleContent(new TextEncoder().encode("format: x\n"), "sha256-0")).toMatchObject({ ok: false, problems: [{ code: "unknown-format" }] });
  });
});
