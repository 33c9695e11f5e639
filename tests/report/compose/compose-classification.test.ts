import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDecisionTree } from "#content";
import { classify, languages, walkTree, type Block, type ChoiceId, type Classification, type ConcludedWalk, type DecisionTree, type Language, type NodeId, type Profile } from "#domain";
import { composeReport } from "#report";
import { assessment, inputOf, template } from "./sample.ts";

function readTree(): DecisionTree {
  const parsed = parseDecisionTree(readFileSync(join(import.meta.dirname, "../../../checklists/eu-ai-act-tier.yaml")));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}

const act = readTree();
const noes = Object.fromEntries(act.nodes.map((node) => [node.id, "no"]));
const answers = { ...noes, "ai-system": "system", union: "yes", role: "deployer", area: "migration", "area-7": "yes", profiling: "yes" };
const way = walkTree(act, answers as Record<NodeId, ChoiceId>) as ConcludedWalk;
const walked = classify(act, way, assessment, { on: "2026-11-20", note: "Judged with the legal service." });
const recorded: Classification = { ...walked.classification, by: "Lin", at: "2026-11-20T08:00:00.000Z" };

interface Told {
  readonly language?: Language;
  readonly profile?: Profile;
  readonly classification?: Classification;
  readonly trees?: readonly DecisionTree[];
  readonly brief?: true;
}

function compose({ language = "en", profile = walked.profile, classification = recorded, trees = [act], brief }: Told = {}): readonly Block[] {
  const whole = { ...assessment, profile, classifications: [classification] };
  return composeReport(inputOf({ language, assessment: whole, trees, template: template([{ part: "cover", ...(brief ? { detail: "brief" } : {}) }]) })).blocks;
}

const said = (blocks: readonly Block[]) => JSON.stringify(blocks);

describe("the classification in a report", () => {
  for (const language of languages) {
    test(`tells outcome, way with each article, date, person and version in ${language}`, () => {
      const blocks = compose({ language });
      const cover = blocks.find((block) => block.kind === "cover");
      expect(cover?.facts.some((fact) => fact.value.startsWith(way.conclusion.title[language]))).toBe(true);
      const facts = said(blocks.filter((block) => block.kind === "facts"));
      for (const word of [way.conclusion.title[language], way.conclusion.ref, "Lin", "Judged with the legal service.", act.id, act.version]) expect(facts).toContain(word);
      const table = blocks.find((block) => block.kind === "table");
      const rows = table?.rows.map((row) => row.cells.map((cell) => (cell.kind === "text" ? cell.line.map((run) => run.text).join("") : "")));
      expect(rows).toEqual(way.path.map(({ node, choice }) => [node.ref, node.question[language], choice.label[language]]));
      expect(said(blocks)).toContain(way.conclusion.text[language]);
      expect(said(blocks)).toContain(act.source.note?.[language]);
    });

    test(`says that the tier was changed afterwards in ${language}`, () => {
      const whole = compose({ language });
      const changed = compose({ language, profile: { ...walked.profile, tier: "limited" } });
      const warnings = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === "paragraph" && block.tone === "warning");
      expect(warnings(whole)).toHaveLength(0);
      expect(warnings(changed)).toHaveLength(1);
      const tierFact = changed.find((block) => block.kind === "cover")?.facts[1]?.value;
      expect(tierFact).toMatch(language === "en" ? /^Limited risk; the classification says high risk$/i : /^有限風險（分類判定為高風險）$/);
    });
  }

  test("stands on the brief cover as one fact, without the way", () => {
    const blocks = compose({ brief: true });
    expect(blocks.find((block) => block.kind === "cover")?.facts.some((fact) => fact.label === "Classification")).toBe(true);
    expect(blocks.some((block) => block.kind === "table")).toBe(false);
  });

  test("names what a tree of another version does not hold by its id, and says so", () => {
    const later = { ...act, version: "2.0.0", nodes: act.nodes.filter((node) => node.id !== "profiling") as unknown as DecisionTree["nodes"] };
    const blocks = said(compose({ trees: [later] }));
    expect(blocks).toContain(`Recorded with version ${act.version}`);
    expect(blocks).toContain('{"text":"profiling","style":"code"}');
  });

  test("a tree that is not at hand leaves the ids, and says that this is not legal advice", () => {
    const blocks = said(compose({ trees: [] }));
    expect(blocks).toContain("was not at hand");
    expect(blocks).toContain('"text":"high-annex-iii"');
    expect(blocks).toContain("not legal advice");
  });

  test("without one the report says nothing of it", () => {
    const blocks = composeReport(inputOf({ trees: [act] })).blocks;
    expect(blocks.some((block) => block.kind === "heading" && block.text === "Classification")).toBe(false);
  });
});
