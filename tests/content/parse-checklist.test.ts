import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseContent, parseTemplate } from "#content";
import { goodChecklist, spoil } from "./good-checklist.ts";

/** Each problem of a source as "code path". */
function codesOf(source: string): readonly string[] {
  return parseChecklist(source).problems.map((one) => `${one.code} ${one.path}`);
}

/** The source without its mark, and where the mark stood as "line:column". */
function unmark(marked: string): { readonly source: string; readonly place: string } {
  const [before = "", after] = marked.split("‸");
  const lines = before.split("\n");
  return { source: `${before}${after}`, place: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}` };
}

/** Each problem of a source as "line:column code path". */
function problemsOf(source: string | Uint8Array): readonly string[] {
  const parsed = parseChecklist(source);
  expect(parsed.ok).toBe(parsed.problems.length === 0);
  return parsed.problems.map((one) => `${one.line}:${one.column} ${one.code} ${one.path}`);
}

const root = join(import.meta.dirname, "../..");

describe("a question that stands in the place of earlier ones", () => {
  const replacing = (said: string) => spoil("knockout: true", `knockout: true\n            ${said}`);

  test("names them by ids that are in use no more", () => {
    expect(codesOf(replacing("replaces: [S1.1.old, S1.1.older]"))).toEqual([]);
  });

  test("may not name itself, a section or any question still asked, nor one twice", () => {
    expect(codesOf(replacing("replaces: [S1.1.a]"))).toEqual(["replaced-in-use sections.0.sections.0.questions.0.replaces.0"]);
    expect(codesOf(replacing("replaces: [gone, S1]"))).toEqual(["replaced-in-use sections.0.sections.0.questions.0.replaces.1"]);
    expect(codesOf(replacing("replaces: [gone, gone]"))).toEqual(["duplicate-id sections.0.sections.0.questions.0.replaces.1"]);
  });

  test("is told what it meant when the mark is misspelt, and that an empty list says nothing", () => {
    expect(parseChecklist(replacing("replace: [gone]")).problems).toMatchObject([{ code: "unknown-key", hint: "Did you mean `replaces`?" }]);
    expect(codesOf(replacing("replaces: []"))).toHaveLength(1);
  });
});

describe("a sound checklist", () => {
  test("reads to the data that it says, HTML and all", () => {
    const parsed = parseChecklist(goodChecklist);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    expect(parsed.value.sections[0]?.sections?.[0]?.questions?.[0]).toMatchObject({
      id: "S1.1.a",
      text: { en: "Is there a <b>log</b>?", "zh-TW": "是否有紀錄檔？" },
      phases: ["operate-monitor", "retire"],
      weight: 3,
    });
  });

  test("reads the same from bytes, with a byte order mark and with carriage returns", () => {
    const plain = parseChecklist(goodChecklist);
    const bytes = new TextEncoder().encode(`\uFEFF${goodChecklist.replaceAll("\n", "\r\n")}`);
    expect(parseChecklist(bytes)).toEqual(plain);
    expect(parseChecklist(`\uFEFF${goodChecklist}`)).toEqual(plain);
  });

  test("may share a value by an alias", () => {
    const source = spoil(`title: { en: "Inner", zh-TW: "內層" }`, "title: *first").replace(
      `title: { en: "First"`,
      `title: &first { en: "First"`,
    );
    expect(problemsOf(source)).toEqual([]);
  });

  for (const folder of ["checklists", "templates"]) {
    for (const name of readdirSync(join(root, folder)).filter((one) => one.endsWith(".yaml"))) {
      test(`${folder}/${name} has no problem`, () => {
        expect(parseContent(readFileSync(join(root, folder, name))).problems).toEqual([]);
      });
    }
  }
});

describe("one fault gives one problem, where it stands", () => {
  const question = "sections.0.sections.0.questions.0";
  const cases: readonly (readonly [fact: string, from: string, to: string, problem: string])[] = [
    ["a misspelt key", "            weight: 3", "            ‸wieght: 3\n            weight: 3", `unknown-key ${question}.wieght`],
    ["a missing key, at the mapping that lacks it", '- id: S1.1.a\n            ref: "Clause 1.1"', "- ‸id: S1.1.a", `missing ${question}.ref`],
    ["a weight that is none", "weight: 3", "weight: ‸4", `unknown-value ${question}.weight`],
    ["a weight in quotes", "weight: 3", 'weight: ‸"3"', `unknown-value ${question}.weight`],
    ["a blank language", 'en: "Inner"', 'en: ‸" "', "empty sections.0.sections.0.title.en"],
    ["a language without a value", 'en: "Inner"', "en: ‸", "empty sections.0.sections.0.title.en"],
    ["a missing language", '{ en: "Inner", zh-TW: "內層" }', '‸{ en: "Inner" }', "missing sections.0.sections.0.title.zh-TW"],
    ["an unknown phase", "operate-monitor", "‸operate", `unknown-phase ${question}.phases.0`],
    ["a phase named twice", "operate-monitor, retire", "retire, ‸retire", `duplicate-id ${question}.phases.1`],
    ["no phase", "[operate-monitor, retire]", "‸[]", `empty ${question}.phases`],
    ["an unknown scale", "scale: yes-no", "scale: ‸maturity", `unknown-scale ${question}.scale`],
    ["a target above 1", "target: 1\n", "target: ‸1.01\n", `out-of-range ${question}.target`],
    ["a target that is no number", "target: 0.7", "target: ‸.nan", "wrong-type target"],
    ["one kind of evidence", '- { en: "The log", zh-TW: "紀錄檔" }\n              - { en: "Minutes"', '‸- { en: "Minutes"', `too-little-evidence ${question}.evidence`],
    ["five kinds of evidence", '- { en: "The log", zh-TW: "紀錄檔" }\n', '‸- { en: "The log", zh-TW: "紀錄檔" }\n              - { en: a, zh-TW: 甲 }\n              - { en: a, zh-TW: 甲 }\n              - { en: a, zh-TW: 甲 }\n', `out-of-range ${question}.evidence`],
    ["a knockout that says no", "knockout: true", "knockout: ‸false", `unknown-value ${question}.knockout`],
    ["an unknown profile key", "{ role: [deployer]", "{ ‸rule: [deployer]", `unknown-key ${question}.appliesWhen.rule`],
    ["an unknown role", "[deployer]", "[‸deploier]", `unknown-value ${question}.appliesWhen.role.0`],
    ["an id that a section has already", "- id: S1.1.a", "- id: ‸S1", `duplicate-id ${question}.id`],
    ["an id with a space", "- id: S1.1.a", "- id: ‸S1 a", `bad-pattern ${question}.id`],
    ["an id of 81 characters", "- id: S1.1.a", "- id: ‸aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", `bad-pattern ${question}.id`],
    ["an id that every object has", "- id: S1.1.a", "- id: ‸toString", `forbidden-key ${question}.id`],
    ["a version that is a number", "version: 1.0.0", "version: ‸1.0", "wrong-type version"],
    ["a version of two parts", "version: 1.0.0", 'version: ‸"1.0"', "bad-pattern version"],
    ["a date that is none", '"2026-01"', '‸"2026-13"', "bad-pattern source.date"],
    ["a source address that runs", '"https://example.org/norm"', '‸"javascript:alert(1)"', "bad-pattern source.url"],
    ["levels that do not rise", "value: 1,", "value: ‸0,", "scale-not-rising scales.0.levels.1.value"],
    ["a level above 1", "value: 1,", "value: ‸1.5,", "out-of-range scales.0.levels.1.value"],
    ["a level id that occurs twice", 'id: "1"', 'id: ‸"0"', "duplicate-id scales.0.levels.1.id"],
    ["a repeated key", "    pdca: plan", "    pdca: plan\n    ‸pdca: plan", "yaml-duplicate-key sections.0.pdca"],
    ["a tag", 'title: { en: "Inner"', 'title: !own ‸{ en: "Inner"', "yaml-syntax sections.0.sections.0.title"],
    ["half of a character", 'en: "Inner"', 'en: ‸"In\\uD83Dner"', "lone-surrogate sections.0.sections.0.title.en"],
    ["an alias to nothing", '{ en: "Inner", zh-TW: "內層" }', "‸*inner", "yaml-syntax sections.0.sections.0.title"],
    ["another format", "assay-checklist/1", "‸assay-checklist/2", "unknown-format format"],
    ["a key that is no text", "    pdca: plan", "    ‸[pdca]: plan", "yaml-syntax "],
  ];
  for (const [fact, from, to, problem] of cases) {
    test(fact, () => {
      const { source, place } = unmark(spoil(from, to));
      expect(problemsOf(source)).toContain(`${place} ${problem}`);
    });
  }

  for (const key of ["__proto__", "constructor", "prototype", "<<"]) {
    test(`the key ${key} is forbidden and reaches no data`, () => {
      const { source, place } = unmark(spoil("    pdca: plan", `    ‸${key}: { polluted: true }`));
      expect(problemsOf(source)).toEqual([`${place} forbidden-key sections.0.${key}`]);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    });
  }

  test("a misspelling is answered with the word that was meant", () => {
    const { problems } = parseChecklist(spoil("            weight: 3", "            wieght: 3"));
    expect(problems.find((one) => one.code === "unknown-key")?.hint).toBe("Did you mean `weight`?");
  });
});

describe("all faults of a file come in one go", () => {
  test("sorted by line, whichever check found them", () => {
    const source = goodChecklist
      .replace("version: 1.0.0", "version: one")
      .replace("value: 1,", "value: 0,")
      .replace("weight: 3", "weight: 7")
      .replace("scale: yes-no", "scale: nope");
    expect(parseChecklist(source).problems.map((one) => one.code)).toEqual(["bad-pattern", "scale-not-rising", "unknown-value", "unknown-scale"]);
    const lines = parseChecklist(source).problems.map((one) => one.line ?? 0);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test("each is a whole sentence", () => {
    const source = goodChecklist.replaceAll("en:", "eng:").replace("1.0.0", "x").replace("weight: 3", "weight: []");
    for (const { message } of parseChecklist(source).problems) expect(message).toMatch(/^[A-Z`].*\.$/);
  });

  test("a thousand are listed, and the last says how many follow", () => {
    const source = `${goodChecklist}${Array.from({ length: 1500 }, (_, index) => `x${index}: 1\n`).join("")}`;
    const { problems } = parseChecklist(source);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)?.message).toBe("500 more problems follow from here on.");
  });
});

describe("sections", () => {
  const nested = (depth: number): string => {
    const lines = Array.from({ length: depth }, (_, level) => {
      const indent = "    ".repeat(level);
      return `${indent}- id: D${level}\n${indent}  ref: r\n${indent}  title: { en: a, zh-TW: 甲 }\n${indent}  sections:\n`;
    });
    const leaf = goodChecklist.split("        questions:\n")[1] ?? "";
    const indent = "    ".repeat(depth - 1);
    const questions = `${indent}  questions:\n${leaf.replaceAll(/^ {10}/gm, `${indent}    `)}`;
    const tree = lines.join("").replace(/ *sections:\n$/, questions);
    return `${goodChecklist.split("sections:\n")[0]}sections:\n${tree}`;
  };

  test("nest eight deep", () => expect(problemsOf(nested(8))).toEqual([]));
  test("do not nest nine deep", () => {
    expect(parseChecklist(nested(9)).problems.map((one) => one.code)).toEqual(["out-of-range"]);
  });
  test("hold at least one question, and so does the checklist", () => {
    const none = `${goodChecklist.split("        questions:")[0]}`;
    expect(codesOf(none)).toEqual([
      "no-questions sections",
      "no-questions sections.0",
      "no-questions sections.0.sections.0",
    ]);
  });
});

describe("formats", () => {
  const template = `format: assay-template/1
id: t
version: 1.0.0
title: { en: a, zh-TW: 甲 }
description: { en: a, zh-TW: 甲 }
paper: A4
parts:
  - { part: findings, limit: 10 }
  - { part: text, title: { en: a, zh-TW: 甲 }, text: { en: a, zh-TW: 甲 } }
`;
  const codes = (source: string) => parseTemplate(source).problems.map((one) => `${one.line}:${one.column} ${one.code} ${one.path}`);

  test("content is read by its own format", () => {
    expect(parseContent(template)).toEqual(parseTemplate(template));
    expect(parseContent(goodChecklist)).toEqual(parseChecklist(goodChecklist));
  });
  test("a template is no checklist", () => expect(problemsOf(template)).toEqual(["1:9 unknown-format format"]));
  test("a file without a format is asked for one", () => {
    expect(parseContent("id: x\n").problems.map((one) => one.code)).toEqual(["missing"]);
  });
  test("a template names parts that exist", () => {
    expect(codes(template.replace("findings", "fundings"))).toEqual(["8:13 unknown-part parts.0.part"]);
    expect(codes(template.replace("part: findings, ", ""))).toEqual(["8:5 missing parts.0.part"]);
  });
  test("a limit is a whole number of rows, and only for a computed part", () => {
    expect(codes(template.replace("10", "0"))).toEqual(["8:30 out-of-range parts.0.limit"]);
    expect(codes(template.replace("10", "1.5"))).toEqual(["8:30 wrong-type parts.0.limit"]);
    expect(codes(template.replace("part: text,", "part: text, limit: 3,"))).toEqual(["9:19 unknown-key parts.1.limit"]);
  });
  test("paper is A4 or Letter", () => expect(codes(template.replace("A4", "A5"))).toEqual(["6:8 unknown-value paper"]));
});
