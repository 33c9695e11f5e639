import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseContent, parseDecisionTree } from "#content";
import { walkTree, type ChoiceId, type DecisionTree, type NodeId, type ProfileSettings } from "#domain";
import { goodTree, spoilAt } from "./small-content.ts";

const problemsOf = (source: string) => parseDecisionTree(source).problems.map((one) => `${one.line}:${one.column} ${one.code} ${one.path}`);

describe("a decision tree", () => {
  test("is read by its format", () => {
    expect(problemsOf(goodTree)).toEqual([]);
    expect(parseContent(goodTree)).toEqual(parseDecisionTree(goodTree));
  });

  const cases: readonly (readonly [fact: string, from: string, to: string, problem: string])[] = [
    ["a turn to a node that is not there", "next: second", "next: ‸secund", "unknown-reference nodes.0.answers.0.next"],
    ["a turn to a conclusion that is not there", "conclude: strict", "conclude: ‸strikt", "unknown-reference nodes.1.answers.0.conclude"],
    ["a start that is not there", "start: first", "start: ‸fist", "unknown-reference start"],
    ["a turn that leads back", "conclude: strict", "next: ‸first", "endless-loop nodes.1.answers.0.next"],
    ["a turn that leads to itself", "conclude: strict", "next: ‸second", "endless-loop nodes.1.answers.0.next"],
    ["a node that is never reached", "next: second, sets: { role: [provider] } }", "conclude: low }", "unreachable nodes.1.id"],
    ["an answer that leads nowhere", '- { id: "yes", label: { en: a, zh-TW: 甲 }, conclude: strict }', '- ‸{ id: "yes", label: { en: a, zh-TW: 甲 } }', "missing nodes.1.answers.0"],
    ["an answer that leads two ways", "next: second,", "next: second, ‸conclude: low,", "unknown-key nodes.0.answers.0.conclude"],
    ["a node id that occurs twice", "- id: second", "- id: ‸first", "duplicate-id nodes.1.id"],
    ["a conclusion named as a node", "- { id: strict", "- { id: ‸second", "duplicate-id conclusions.0.id"],
    ["an answer id that occurs twice", '- { id: "no", label: { en: a, zh-TW: 甲 }, conclude: low }\n  - id', '- { id: ‸"yes", label: { en: a, zh-TW: 甲 }, conclude: low }\n  - id', "duplicate-id nodes.0.answers.1.id"],
    ["a question with one answer", '\n      - { id: "no", label: { en: a, zh-TW: 甲 }, conclude: low }\nconclusions', "\nconclusions", "out-of-range nodes.1.answers"],
    ["an unknown tier", "tier: high", "tier: ‸highest", "unknown-value conclusions.0.sets.tier"],
    ["a turn without its article", "- id: second\n    ref: Art. 2", "- ‸id: second", "missing nodes.1.ref"],
  ];
  for (const [fact, from, to, problem] of cases) {
    test(`${fact} is refused where it stands`, () => {
      const marked = to.includes("‸") ? spoilAt(goodTree, from, to) : null;
      const found = problemsOf(marked?.source ?? goodTree.replace(from, to));
      expect(found).toContainEqual(marked ? `${marked.place} ${problem}` : expect.stringContaining(problem));
    });
  }

  test("says what to do about every fault", () => {
    const source = goodTree.replace("next: second", "next: first").replace("start: first", "start: frist").replace("conclude: strict", "conclude: none");
    for (const { hint, message } of parseDecisionTree(source).problems) expect([hint, message]).toEqual([expect.stringMatching(/[.?]$/), expect.stringMatching(/\.$/)]);
  });

  test("as deep as a file can be is checked without a stack, and its circle is found", () => {
    const node = (index: number, next: string) => `  - { id: n${index}, ref: r, question: &t { en: a, zh-TW: 甲 }, help: *t, answers: [{ id: a, label: *t, next: ${next} }, { id: b, label: *t, conclude: c }] }\n`;
    const nodes = Array.from({ length: 2000 }, (_, index) => node(index, index === 1999 ? "n0" : `n${index + 1}`)).join("");
    const head = `format: assay-decision-tree/1\nid: t\nversion: 1.0.0\ntitle: { en: a, zh-TW: 甲 }\nsource: { name: n, publisher: p, date: "2026", licence: l }\nstart: n0\n`;
    const source = `${head}nodes:\n${nodes}conclusions:\n  - { id: c, ref: r, title: { en: a, zh-TW: 甲 }, text: { en: a, zh-TW: 甲 } }\n`;
    expect(parseDecisionTree(source).problems.map((one) => one.code)).toEqual(["endless-loop"]);
  });
});

describe("the bundled trees", () => {
  const read = (name: string): DecisionTree => {
    const parsed = parseDecisionTree(readFileSync(join(import.meta.dirname, "../../checklists", name)));
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.value;
  };
  const act = read("eu-ai-act-tier.yaml");
  const moda = read("tw-moda-path.yaml");

  /** "node:choice" turns from the start; every node that is not named is answered with no. */
  const walk = (tree: DecisionTree, turns: string): readonly [conclusion: string, sets: ProfileSettings] => {
    const said = Object.fromEntries(turns.split(" ").map((turn) => turn.split(":")));
    const answers = Object.fromEntries(tree.nodes.map((node) => [node.id, said[node.id] ?? "no"])) as Record<NodeId, ChoiceId>;
    const end = walkTree(tree, answers);
    return [end.kind === "concluded" ? end.conclusion.id : `asks ${end.next.id}`, end.sets];
  };
  const eu = (turns: string) => walk(act, `ai-system:system union:yes role:deployer area:none ${turns}`);

  test("the AI Act's asks 20 to 30 questions and cites an article or annex at every turn and conclusion", () => {
    expect(act.nodes.length).toBeGreaterThanOrEqual(20);
    expect(act.nodes.length).toBeLessThanOrEqual(30);
    for (const { ref } of [...act.nodes, ...act.conclusions]) expect(ref).toMatch(/^(Arts?\.? \d|Annex I)/);
  });

  test("every conclusion says in both languages that it is no legal advice", () => {
    for (const { text } of [...act.conclusions, ...moda.conclusions]) {
      expect(text.en).toContain("This is not legal advice.");
      expect(text["zh-TW"]).toContain("本結論不構成法律意見。");
    }
  });

  const cases: readonly (readonly [fact: string, turns: string, conclusion: string, sets: ProfileSettings])[] = [
    ["nothing listed and nothing to disclose is minimal", "", "not-high", { tier: "minimal", role: ["deployer"] }],
    ["a chatbot is limited", "interaction:yes", "not-high", { tier: "limited", role: ["deployer"] }],
    ["a picture generator is limited and generative", "synthetic-content:yes role:provider", "not-high", { tier: "limited", role: ["provider"], tags: ["generative"] }],
    ["social scoring is unacceptable, chatbot or not", "social-scoring:yes", "prohibited", { tier: "unacceptable", role: ["deployer"] }],
    ["intimate material without consent has a date of its own", "intimate-content:yes", "prohibited-december", { tier: "unacceptable", role: ["deployer"] }],
    ["recruitment that profiles is high-risk", "area:employment area-4:yes profiling:yes exemption:yes", "high-annex-iii", { tier: "high", role: ["deployer"], tags: ["personal-data"] }],
    ["recruitment by a minor aid without profiling is exempted", "area:employment area-4:yes exemption:yes", "exempted", { tier: "minimal", role: ["deployer"] }],
    ["an exempted chatbot is still limited", "interaction:yes area:employment area-4:yes exemption:yes", "exempted", { tier: "limited", role: ["deployer"] }],
    ["a doubtful exemption is none", "area:services area-5:finance", "high-annex-iii", { tier: "high", role: ["deployer"], tags: ["financial"] }],
    ["a medical device's safety component is high-risk, and limited adds nothing to it", "product:both product-section:a interaction:yes role:both", "high-annex-i", { tier: "high", role: ["provider", "deployer"], tags: ["safety-component"] }],
    ["a vehicle's is high-risk by other law", "product:both product-section:b", "high-annex-i-b", { tier: "high", role: ["deployer"], tags: ["safety-component"] }],
    ["authorised live identification goes on to Annex III", "live-identification:excepted area:biometrics area-1:yes", "high-annex-iii", { tier: "high", role: ["deployer"], tags: ["biometric", "public-sector"] }],
    ["a model by itself has no tier", "ai-system:model", "gpai-model", {}],
    ["a system that does not reach the Union has none", "union:no", "outside-union", {}],
  ];
  test.each(cases)("under the AI Act %s", (_fact, turns, conclusion, sets) => expect(eu(turns)).toEqual([conclusion, sets]));

  test("MODA's four steps set tags and never a tier", () => {
    expect(walk(moda, "is-ai:yes is-listed:yes is-government:yes is-generative:yes type-a:yes is-rated:yes is-tolerable:treat")).toEqual([
      "treat",
      { tags: ["public-sector", "generative", "moda-type-a"] },
    ]);
    for (const one of [...moda.conclusions, ...moda.nodes.flatMap((node) => node.answers)]) {
      expect(Object.keys(one.sets ?? {}).filter((key) => key !== "tags")).toEqual([]);
    }
  });

  test("MODA's inherent risk comes before any response", () => {
    expect(walk(moda, "is-ai:yes is-listed:yes type-a:yes is-tolerable:yes")[0]).toBe("rate-first");
  });
});
