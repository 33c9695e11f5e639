import { describe, expect, test } from "vitest";
import { looksLikeLibrary, parseChecklist, readForeignLibrary, type ForeignLibrary } from "#content";
import { leftOutReasons, listSections, placeQuestions, scaleOf, type Checklist, type Question } from "#domain";
import { goodChecklist } from "../good-checklist.ts";
import { alter, libraryOf, node, smallLibrary, under } from "./small-library.ts";

function read(source: string): ForeignLibrary {
  const parsed = readForeignLibrary(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function readOne(source: string): Checklist {
  const [first, ...more] = read(source).checklists;
  if (!first || more.length > 0) throw new Error("one checklist is wanted");
  return first.checklist;
}

function question(checklist: Checklist, id: string): Question {
  const found = placeQuestions(checklist.sections).find((one) => one.question.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found.question;
}

/** `why what×count`, of those of the reasons given. */
function leftOf(source: string, ...whys: readonly string[]): readonly string[] {
  return read(source).left.filter((one) => whys.includes(one.why)).map(({ why, what, count }) => `${why} ${what}×${count}`);
}

function problemsOf(source: string): readonly string[] {
  return readForeignLibrary(source).problems.map(({ code, line }) => `${line}: ${code}`);
}

const small = readOne(smallLibrary);

describe("a library of one framework becomes a checklist", () => {
  test("that is sound in our own format, with the same bytes each time", () => {
    const [one] = read(smallLibrary).checklists;
    expect(parseChecklist(one?.yaml ?? "")).toEqual({ ok: true, value: one?.checklist, problems: [] });
    expect(read(smallLibrary).checklists[0]?.yaml).toBe(one?.yaml);
  });

  test("named for its packager, with the library's version, source and licence", () => {
    expect(small).toMatchObject({
      id: "acme.kettle-2024",
      version: "3.0.0",
      title: { en: "Kettle norm", "zh-TW": "水壺規範" },
      source: { name: "Kettle norm", publisher: "Kettle Board", date: "2024-05-01", licence: "CC BY 4.0" },
    });
    expect(small.source.note?.en).toContain("urn:acme:risk:library:kettle-2024, version 3");
    expect(small.source.note?.en).toContain("kettle-2024:home");
  });

  test("whose sections are the nodes above, and whose own questions stand at its top", () => {
    expect(listSections(small.sections).map(({ section, depth }) => [depth, section.id, section.title.en])).toEqual([
      [0, "1", "Water: Everything about water."],
      [0, "2:section", "Whistle"],
    ]);
    expect(placeQuestions(small.sections).map((one) => one.question.ref)).toEqual(["1.1", "1.2", "2 (1)", "2 (2)", "2 (3)"]);
  });

  test("in which scores rise from 0 to 1 and keep their names", () => {
    expect(small.scales[0].levels.map(({ id, value, label, meaning }) => [id, value, label.en, meaning.en])).toEqual([
      ["1", 0, "Cold", "Nothing boils."],
      ["3", 0.5, "Warm", "Some of it boils."],
      ["5", 1, "Hot", "As the label says; the source explains no further."],
    ]);
    expect(question(small, "1.1").target).toBe(0.75);
  });

  test("whose question is the name, its help the description and the annotation", () => {
    const leak = question(small, "1.1");
    expect(leak.text).toEqual({ en: "The kettle holds water", "zh-TW": "水壺能盛水" });
    expect(leak.help).toEqual({ en: "It does not leak.\n\nFill it and wait.", "zh-TW": "不會漏水。\n\n裝滿後靜置。" });
  });

  test("whose question without a name is the first sentence, however its lines are broken", () => {
    const lid = question(small, "1.2");
    expect(lid.text.en).toBe("The lid fits although it is round. Lids that do not fit are replaced.");
    const listed = readOne(libraryOf({ nodes: node("a", 'assessable: true, description: "Is it hot?\\nLevel 0: no\\nLevel 1: yes"') }));
    expect(question(listed, "a")).toMatchObject({ text: { en: "Is it hot?" }, help: { en: "Level 0: no\nLevel 1: yes" } });
  });

  test("with an obligation by importance", () => {
    expect(["1.1", "1.2", "2:question:1"].map((id) => question(small, id).obligation)).toEqual(["must", "may", "should"]);
    expect(leftOf(alter("importance: mandatory", "importance: undefined"), "assumed")).toContain("assumed obligation×1");
  });

  test("with lines of evidence as kinds, and ours where there are too few", () => {
    expect(question(small, "1.1").evidence).toEqual([{ en: "A photograph", "zh-TW": "照片" }, { en: "A test report", "zh-TW": "測試報告" }]);
    expect(question(small, "1.2").evidence).toHaveLength(2);
    expect(leftOf(smallLibrary, "filled-in")).toContain("filled-in evidence×4");
    const many = alter("- A test report", "- B\n        - C\n        - D\n        - E");
    expect(question(readOne(many.replace('typical_evidence: "照片\\n測試報告"', "x: y")), "1.1").evidence.map((one) => one.en)).toEqual(["A photograph", "B", "C", "D; E"]);
  });

  test("in the phase that is assumed for all its questions", () => {
    expect(placeQuestions(small.sections).every((one) => one.question.phases.join() === "operate-monitor")).toBe(true);
    expect(leftOf(smallLibrary, "assumed")).toEqual(["assumed phases×5"]);
  });
});

describe("choices become a scale", () => {
  test("by their scores, the lowest first, none applicable left to the answer of that name", () => {
    const scale = scaleOf(small, question(small, "2:question:1"));
    expect(scale.levels.map(({ id, value, label }) => [id, value, label.en])).toEqual([["c3", 0, "Never"], ["c2", 0.25, "Softly"], ["c1", 1, "Loudly"]]);
    expect(leftOf(smallLibrary, "not-applicable")).toEqual(["not-applicable choices×1"]);
  });

  test("by their results where they have no scores", () => {
    const scale = scaleOf(small, question(small, "2:question:2"));
    expect(scale.levels.map(({ value, label }) => [value, label.en])).toEqual([[0, "No"], [0.5, "In part"], [1, "Yes"]]);
  });

  test("that is one for all questions with the same choices", () => {
    const asked = (name: string) => node(name, 'assessable: true, questions: { q: { type: unique_choice, text: "?", choices: [{ value: A, add_score: 1 }, { value: B, add_score: 0 }] } }');
    const twice = readOne(libraryOf({ nodes: `${asked("a")}\n${asked("b")}` }));
    expect(twice.scales.map((scale) => scale.id)).toEqual(["result", "scale-2"]);
    expect(placeQuestions(twice.sections).map((one) => one.question.scale)).toEqual(["scale-2", "scale-2"]);
  });

  test("in which choices of one value are one level", () => {
    const source = libraryOf({ nodes: node("a", 'assessable: true, questions: [{ type: unique_choice, text: "?", choices: [{ value: A, add_score: 1 }, { value: B, add_score: 1 }, { value: C }] }]') });
    expect(readOne(source).scales[1]?.levels.map((level) => level.label.en)).toEqual(["C", "A / B"]);
    expect(leftOf(source, "squeezed")).toEqual(["squeezed score×1"]);
  });

  test.each(["text", "multiple_choice", "number", "date"])("but not those of the type %s, which are offered in the help", (type) => {
    const source = libraryOf({ nodes: node("a", `assessable: true, questions: { q: { type: ${type}, text: "?", choices: [{ value: A, add_score: 1 }, { value: B, add_score: 0 }] } }`) });
    const [only] = placeQuestions(readOne(source).sections);
    expect(only?.question).toMatchObject({ help: { en: "Answers offered in the source: A · B" } });
    expect(only?.question.scale).toBeUndefined();
    expect(leftOf(source, "not-scored")).toEqual([`not-scored ${type}×1`]);
  });

  test("in the older form too, where a requirement's questions share them", () => {
    const source = libraryOf({ nodes: node("a", 'assessable: true, question: { question_type: unique_choice, question_choices: [ "Yes", "No" ], questions: [ { urn: "urn:acme:risk:req_node:x:a:question:1", text: Is it? }, { urn: "urn:acme:risk:req_node:x:a:question:2", text: Was it? } ] }') });
    expect(placeQuestions(readOne(source).sections).map((one) => [one.question.id, one.question.text.en])).toEqual([["a:question:1", "Is it?"], ["a:question:2", "Was it?"]]);
    expect(leftOf(source, "not-scored")).toEqual(["not-scored unique_choice×2"]);
  });
});

describe("choices that no scale is made of", () => {
  const choices = "[{ value: Gas, color: red, select_implementation_groups: [ gas ] }, { value: Wood, description: From the forest. }]";
  const asked = (type: string) => libraryOf({ nodes: node("a", `assessable: true, questions: { q: { type: ${type}, text: What heats it?, choices: ${choices} } }`) });

  test.each(["unique_choice", "multiple_choice"])("(%s) leave out what else they hold, and say so", (type) => {
    expect(leftOf(asked(type), "no-place")).toEqual(["no-place color×1", "no-place select_implementation_groups×1", "no-place description×1"]);
  });

  test("do the same beside a scale, where they are not applicable", () => {
    const source = libraryOf({ nodes: node("a", 'assessable: true, questions: { q: { type: unique_choice, text: "?", choices: [{ value: A, compute_result: "true" }, { value: B, compute_result: "false" }, { value: C, compute_result: not_applicable, color: red }] } }') });
    expect(leftOf(source, "no-place")).toEqual(["no-place color×1"]);
  });
});

describe("a question in the same words beneath several requirements", () => {
  const asked = (name: string, rest: string) => node(name, `assessable: true, ${rest} questions: { q: { type: text, text: Result, translations: { zh_Hant: { text: 結果 } } } }`);
  const textsOf = (nodes: string) => placeQuestions(readOne(libraryOf({ nodes })).sections).map((one) => one.question.text);

  test("is told apart by their names", () => {
    expect(textsOf(`${asked("a", "name: Spout, description: It pours.,")}\n${asked("b", "name: Handle,")}`)).toEqual([{ en: "Spout: Result", "zh-TW": "Spout：結果" }, { en: "Handle: Result", "zh-TW": "Handle：結果" }]);
  });

  test("keeps its words alone where only one asks them", () => {
    expect(textsOf(asked("a", "name: Spout,"))).toEqual([{ en: "Result", "zh-TW": "結果" }]);
  });

  test("is referred to by its requirement, named or not", () => {
    const { sections } = readOne(libraryOf({ nodes: asked("spout", "") }));
    expect(placeQuestions(sections).map((one) => one.question.ref)).toEqual(["spout"]);
  });
});

describe("scores without names", () => {
  const scaleOfScores = (framework: string) => readOne(libraryOf({ framework, nodes: node("a", "assessable: true, name: A") })).scales[0];

  test("are the whole numbers between lowest and highest", () => {
    expect(scaleOfScores("    min_score: 1\n    max_score: 4\n").levels.map(({ id, value }) => [id, value])).toEqual([["1", 0], ["2", 0.333333], ["3", 0.666667], ["4", 1]]);
  });

  test("of a hundred steps are met, partly met or not met", () => {
    expect(scaleOfScores("    min_score: 0\n    max_score: 100\n").levels.map(({ id, value }) => [id, value])).toEqual([["non_compliant", 0], ["partially_compliant", 0.5], ["compliant", 1]]);
  });

  test("of a requirement's own stand beside the framework's, by name or by bounds", () => {
    const framework = "    min_score: 0\n    max_score: 2\n    scores_definition: { scale: [{ score: 0, name: a }, { score: 2, name: b }], alternatives: { yesno: [{ score: 0, name: no }, { score: 1, name: yes }] } }\n";
    const nodes = `${node("a", "assessable: true, name: A, scores_definition_ref: yesno, min_score: 0, max_score: 1")}\n${node("b", "assessable: true, name: B, max_score: 1")}\n${node("c", "assessable: true, name: C")}`;
    const checklist = readOne(libraryOf({ framework, nodes }));
    const labels = placeQuestions(checklist.sections).map((one) => scaleOf(checklist, one.question).levels.map((level) => level.label.en).join());
    expect(labels).toEqual(["no,yes", "0,1", "a,b"]);
  });
});

describe("implementation groups", () => {
  test("become a tag where a requirement is limited to some of them, and say so", () => {
    expect(question(small, "1.1").appliesWhen).toEqual({ tags: ["kettle-2024:home"] });
    expect(question(small, "1.2").appliesWhen).toBeUndefined();
    expect(leftOf(smallLibrary, "group-tag")).toEqual(["group-tag kettle-2024:home×1"]);
  });

  test("that are chosen are asked of every system, and those that are not take their mark, whatever the library selects", () => {
    const selected = alter("{ ref_id: home, name: Home }", "{ ref_id: home, name: Home, default_selected: true }");
    const scope = (source: string, chosen: readonly string[] | null) => {
      const read = readForeignLibrary(source, chosen);
      if (!read.ok) throw new Error(read.problems[0]?.message);
      return question(read.value.checklists[0]!.checklist, "1.1").appliesWhen;
    };
    expect(scope(smallLibrary, ["kettle-2024:home"])).toBeUndefined();
    expect(scope(smallLibrary, [])).toEqual({ tags: ["kettle-2024:home"] });
    expect(scope(smallLibrary, ["kettle-2024:shop"])).toEqual({ tags: ["kettle-2024:home"] });
    expect(scope(selected, null)).toBeUndefined();
    expect(scope(selected, [])).toEqual({ tags: ["kettle-2024:home"] });
  });

  test("can be chosen from where they limit a question, chosen or not", () => {
    const groups = (chosen: readonly string[] | null) => {
      const read = readForeignLibrary(smallLibrary, chosen);
      return read.ok ? read.value.groups : [];
    };
    expect(groups(null)).toEqual([{ tag: "kettle-2024:home", name: { en: "Home", "zh-TW": "Home" }, questions: 1, isDefault: false }]);
    expect(groups(["kettle-2024:home"])).toEqual(groups(null));
  });

  test("are meant whatever the case of their letters", () => {
    expect(question(readOne(alter("implementation_groups: [ home ]", "implementation_groups: [ hOme ]")), "1.1").appliesWhen).toEqual({ tags: ["kettle-2024:home"] });
  });

  test("that nobody defined are tags too", () => {
    expect(question(readOne(alter("implementation_groups: [ home ]", "implementation_groups: [ ship ]")), "1.1").appliesWhen).toEqual({ tags: ["kettle-2024:ship"] });
  });

  test("are named beside their tags in the note on the source, and what describes them is listed", () => {
    const source = alter("{ ref_id: home, name: Home }", "{ ref_id: home, name: Home, description: Where one lives., translations: { zh_Hant: { name: 家用 } } }");
    const note = readOne(source).source.note;
    expect(note?.en).toContain("kettle-2024:home (Home).");
    expect(note?.["zh-TW"]).toContain("kettle-2024:home（家用）。");
    expect(leftOf(source, "no-place")).toContain("no-place description×3");
  });

  test("selected by default limit nothing", () => {
    expect(question(readOne(alter("{ ref_id: home, name: Home }", "{ ref_id: home, name: Home, default_selected: true }")), "1.1").appliesWhen).toBeUndefined();
  });
});

describe("weights", () => {
  const weigh = (...weights: readonly number[]) => {
    const source = libraryOf({ nodes: weights.map((weight, index) => node(`n${index}`, `assessable: true, name: N, weight: ${weight}`)).join("\n") });
    return { weights: placeQuestions(readOne(source).sections).map((one) => one.question.weight), left: leftOf(source, "squeezed") };
  };

  test("of 1, 2 and 3 are kept", () => expect(weigh(1, 3, 2)).toEqual({ weights: [1, 3, 2], left: [] }));

  test("beyond are squeezed evenly, and say so", () => {
    expect(weigh(10, 1, 5, 8)).toEqual({ weights: [3, 1, 2, 3], left: ["squeezed weight×4"] });
  });

  test("that are all the same tell nothing: 2 is assumed", () => expect(weigh(7, 7).weights).toEqual([2, 2]));
});

describe("languages", () => {
  test("missing ones are stood in for by the other and listed", () => {
    expect(question(small, "1.2").text["zh-TW"]).toBe(question(small, "1.2").text.en);
    const french = libraryOf({ locale: "fr", nodes: node("a", "assessable: true, name: Bouilloire") });
    expect(question(readOne(french), "a").text).toEqual({ en: "Bouilloire", "zh-TW": "Bouilloire" });
    expect(leftOf(french, "copied-language")).toEqual(["copied-language en×2", "copied-language zh-TW×2"]);
  });

  test.each(["zh-TW", "zh_Hant", "zh-hant-TW"])("%s is Traditional Chinese", (tag) => {
    const source = libraryOf({ nodes: node("a", `assessable: true, name: Kettle, translations: { zh: { name: 水壶 }, "${tag}": { name: 水壺 } }`) });
    expect(question(readOne(source), "a").text).toEqual({ en: "Kettle", "zh-TW": "水壺" });
  });

  test("Simplified Chinese stands in and is listed, also as the library's own", () => {
    const source = libraryOf({ locale: "zh", nodes: node("a", "assessable: true, name: 水壶, translations: { en: { name: Kettle } }") });
    expect(question(readOne(source), "a").text).toEqual({ en: "Kettle", "zh-TW": "水壶" });
    expect(leftOf(source, "simplified-chinese", "copied-language")).toEqual(["simplified-chinese zh×2", "copied-language en×1"]);
  });

  test("others are left out", () => expect(leftOf(smallLibrary, "other-language")).toEqual(["other-language de×1"]));
});

describe("what has no place", () => {
  test("is listed with its first line, and nothing is forgotten", () => {
    expect(leftOf(smallLibrary, "no-place", "other-kind", "no-question")).toEqual([
      "no-place description×2",
      "no-place dependencies×1",
      "no-place threats×1",
      "no-place color×1",
      "no-place depends_on×1",
      "other-kind threats×2",
      "no-question requirement_nodes×1",
    ]);
    expect(read(smallLibrary).left.find((one) => one.what === "color")?.line).toBe(smallLibrary.split("\n").findIndex((line) => line.includes("color:")) + 1);
    expect(read(smallLibrary).left.every((one) => leftOutReasons.includes(one.why))).toBe(true);
  });

  test("includes what only a requirement that is asked has a use for", () => {
    const source = libraryOf({ nodes: `${node("a", "assessable: false, name: A, implementation_groups: [ g ], weight: 2")}\n${node("b", `assessable: true, name: B, ${under("a")}, implementation_groups: [ g ], weight: 2`)}` });
    expect(leftOf(source, "no-place")).toEqual(["no-place implementation_groups×1", "no-place weight×1"]);
  });

  test("includes keys that nobody knows yet", () => {
    expect(leftOf(alter("depth: 1\n      ref_id: \"1\"", "depth: 1\n      glow: green\n      ref_id: \"1\""), "no-place")).toContain("no-place glow×1");
  });

  test("is counted by kind, so that a hostile file makes no endless list", () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(", ");
    const { left } = read(libraryOf({ nodes: node("a", `assessable: true, name: A, ${keys}`) }));
    expect(left.length).toBeLessThan(120);
    expect(left.find((one) => one.what === "…")).toMatchObject({ why: "no-place", count: 1900 });
  });
});

describe("ids", () => {
  test("are the ends of the URNs, changed only where ours are narrower, and the same whatever stands around", () => {
    const odd = node("Düse 1", "assessable: true, name: N");
    const [alone, among] = [odd, `${node("a", "assessable: true, name: A")}\n${odd}`].map((nodes) => placeQuestions(readOne(libraryOf({ nodes })).sections).at(-1)?.question.id);
    expect(alone).toMatch(/^D-se-1-[0-9a-f]{8}$/);
    expect(among).toBe(alone);
  });

  test("of great length and of forbidden names are tamed", () => {
    const nodes = ["x".repeat(500), "constructor", "toString"].map((name) => node(name, "assessable: true, name: N")).join("\n");
    for (const { question: { id } } of placeQuestions(readOne(libraryOf({ nodes })).sections)) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/);
  });
});

describe("the tree", () => {
  const chain = (length: number) => Array.from({ length }, (_, index) => node(`n${index}`, `${index > 0 ? `${under(`n${index - 1}`)}, ` : ""}name: N${index}, assessable: ${index === length - 1}`)).join("\n");

  test("deeper than eight sections is brought up to the eighth", () => {
    const source = libraryOf({ nodes: chain(12) });
    expect(listSections(readOne(source).sections)).toHaveLength(8);
    expect(placeQuestions(readOne(source).sections).map((one) => one.question.id)).toEqual(["n11"]);
    expect(leftOf(source, "squeezed")).toEqual(["squeezed depth×3"]);
  });

  test("of a requirement that is asked and has others below keeps both", () => {
    const checklist = readOne(libraryOf({ nodes: `${node("a", "assessable: true, name: A")}\n${node("b", `${under("a")}, assessable: true, name: B`)}` }));
    expect(checklist.sections).toMatchObject([{ id: "a:section", questions: [{ id: "a" }, { id: "b" }] }]);
  });

  test("in which a question follows a section is put in our order, and says so", () => {
    const nodes = [node("s", "name: S"), node("s1", `${under("s")}, assessable: true, name: S1`), node("q", "assessable: true, name: Q")].join("\n");
    expect(placeQuestions(readOne(libraryOf({ nodes })).sections).map((one) => one.question.id)).toEqual(["q", "s1"]);
    expect(leftOf(libraryOf({ nodes }), "reordered")).toEqual(["reordered requirement_nodes×1"]);
  });

  test.each([
    ["a circle", `${node("a", `${under("b")}, name: A`)}\n${node("b", `${under("a")}, name: B`)}`, ["13: endless-loop"]],
    ["a node below itself", node("a", `${under("a")}, name: A`), ["13: endless-loop"]],
    ["a missing parent", `${node("a", "assessable: true, name: A")}\n${node("b", `${under("c")}, assessable: true`)}`, ["14: unknown-reference"]],
    ["a URN that is taken", `${node("a", "assessable: true")}\n${node("A", "assessable: true")}`, ["14: duplicate-id"]],
    ["a node without a URN", "{ assessable: true, name: A }", ["13: missing"]],
    ["nothing to assess", node("a", "name: A"), ["9: no-questions"]],
  ])("with %s is refused at its line", (_, nodes, problems) => {
    expect(problemsOf(libraryOf({ nodes }))).toEqual(problems);
  });
});

test("several frameworks of one library are a checklist each", () => {
  const framework = (name: string) => `{ urn: "urn:acme:risk:framework:${name}", name: ${name}, requirement_nodes: [ { urn: "urn:acme:risk:req_node:${name}:1", assessable: true, name: N } ] }`;
  const library = `urn: urn:acme:risk:library:x\nobjects:\n  frameworks: [ ${framework("one")}, ${framework("two")} ]\n`;
  expect(read(library).checklists.map((one) => one.checklist.id)).toEqual(["acme.one", "acme.two"]);
});

test("a library of matrices or mappings holds nothing to assess, and the problem names them", () => {
  const { problems } = readForeignLibrary("urn: urn:acme:risk:library:m\nobjects:\n  risk_matrices:\n  - { urn: x }\n");
  expect(problems).toMatchObject([{ code: "no-questions", line: 3, message: expect.stringContaining("risk_matrices") }]);
});

test("what the library does not state of its source is assumed, a year taken from its name", () => {
  const source = alter("publication_date: 2024-05-01\n", "").replace("copyright: CC BY 4.0\n", "copyright: _\n").replace("version: 3\n", "version: draft\n");
  expect(readOne(source)).toMatchObject({ version: "1.0.0", source: { date: "2024", licence: "Not stated in the library" } });
  expect(leftOf(source, "assumed")).toEqual(expect.arrayContaining(["assumed date×1", "assumed licence×1", "assumed version×1"]));
});

test("a library is told by its keys, and our own files are none", () => {
  expect([smallLibrary, new TextEncoder().encode(smallLibrary), goodChecklist, "", "urn: x"].map(looksLikeLibrary)).toEqual([true, true, false, false, false]);
  expect(readForeignLibrary(goodChecklist).problems).toMatchObject([{ code: "unknown-format", line: 1 }]);
});
