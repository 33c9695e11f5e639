import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { jsonSchemas, parseChecklist, readChecklistSheet, writeChecklistSheet } from "#content";
import { checklistOf, draftOf, newChecklistDraft, type Checklist, type Problem } from "#domain";
import { aboutRows, questionColumns, sectionColumns, type Column } from "../../../src/content/sheets/layout.ts";
import { joinList, splitList } from "../../../src/content/sheets/split-list.ts";
import { goodChecklist } from "../good-checklist.ts";
import { anyChecklist } from "./any-checklist.ts";

const folder = join(import.meta.dirname, "../../../checklists");
const authored = readdirSync(folder).flatMap((name) => {
  const parsed = parseChecklist(readFileSync(join(folder, name)));
  return parsed.ok ? [{ name, checklist: parsed.value }] : [];
});

function sound(text: string): Checklist {
  const parsed = parseChecklist(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}

const small = sound(goodChecklist);

/** The small checklist with one thing changed, as a person might fill it in; `?` stands for its one question. */
function filled(path: string, value?: unknown): Uint8Array {
  const copy: unknown = structuredClone(small);
  const steps = path.replace("?", "sections.0.sections.0.questions.0").split(".");
  const holder = steps.slice(0, -1).reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], copy) as Record<string, unknown>;
  holder[steps.at(-1)!] = value;
  return writeChecklistSheet(copy as object);
}

/** The small checklist's workbook with one part of its XML rewritten. */
function rewritten(path: string, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(writeChecklistSheet(small));
  const before = strFromU8(files[path]!);
  const after = change(before);
  if (after === before) throw new Error(`nothing in ${path} was changed`);
  return zipSync({ ...files, [path]: strToU8(after) });
}

const [about, scales, sections, questions] = [2, 3, 4, 5].map((number) => `xl/worksheets/sheet${number}.xml`) as [string, string, string, string];

function problemsOf(bytes: Uint8Array): readonly Problem[] {
  const read = readChecklistSheet(bytes);
  return read.ok ? [] : read.problems;
}

/** `Questions 題目 R2 missing`: where, and what. */
function places(bytes: Uint8Array): readonly string[] {
  return problemsOf(bytes).map(({ sheet = "", line = "", column, code }) => `${sheet.split(" ")[0]} ${column ? String.fromCharCode(64 + column) : ""}${line} ${code}`);
}

describe("a checklist written to a workbook and read back", () => {
  test("is the same checklist, whatever it says", () => {
    fc.assert(
      fc.property(anyChecklist, (checklist) => {
        const read = readChecklistSheet(writeChecklistSheet(checklist));
        expect(read).toMatchObject({ ok: true, value: { checklist, left: [] } });
        if (read.ok) expect(sound(read.value.yaml)).toEqual(checklist);
      }),
      { numRuns: 60 },
    );
  });

  test.each(authored.map(({ name, checklist }) => [name, checklist] as const))("is the same for %s", (_name, checklist) => {
    const read = readChecklistSheet(writeChecklistSheet(checklist));
    expect(read.ok && read.value.checklist).toEqual(checklist);
  });

  test("makes the same bytes and the same text each time", () => {
    const [first, second] = [writeChecklistSheet(small), writeChecklistSheet(small)];
    expect(second).toEqual(first);
    expect(readChecklistSheet(first)).toEqual(readChecklistSheet(second));
  });

  test("there are all thirteen that come with the app", () => expect(authored).toHaveLength(13));
});

test("every key that a file may have has its column and its place in a draft", () => {
  const schema = JSON.parse(JSON.stringify(jsonSchemas()["checklist.schema.json"])) as { readonly properties: object; readonly definitions: Readonly<Record<string, { readonly properties: object }>> };
  const keysOf = (name: string) => Object.keys(schema.definitions[name]?.properties ?? {}).toSorted();
  const columnsOf = (columns: readonly Column[], ...more: readonly string[]) => [...new Set([...columns.map((one) => one.key.split(".")[0]!), ...more])].toSorted();
  expect(columnsOf(questionColumns)).toEqual([...keysOf("question"), "section"].toSorted());
  expect(columnsOf(sectionColumns, "sections", "questions")).toEqual([...keysOf("section"), "inside"].toSorted());
  expect(columnsOf(aboutRows, "format", "scales", "sections")).toEqual(Object.keys(schema.properties).toSorted());
  const { sections } = newChecklistDraft("2026-11-21", () => "");
  expect(Object.keys(sections[0]!).toSorted()).toEqual([...keysOf("section"), "key"].toSorted());
  expect(Object.keys(sections[0]!.questions[0]!).toSorted()).toEqual([...keysOf("question"), "key"].toSorted());
});

test("a list of words in a cell is read back as it was, whatever the words", () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1 }).filter((one) => /\S/.test(one))), (words) => void expect(splitList(joinList(words))).toEqual(words)));
  expect(splitList("high、limited，minimal; unacceptable\n\n")).toEqual(["high", "limited", "minimal", "unacceptable"]);
});

test("a draft says what the checklist says that it was made of, whatever that says", () => {
  let keys = 0;
  const newKey = () => String((keys += 1));
  fc.assert(fc.property(anyChecklist, (checklist) => void expect(checklistOf(draftOf(checklist as unknown as Checklist, newKey))).toEqual(checklist)), { numRuns: 60 });
});

describe("what is wrong with a filled-in workbook is told by its cell", () => {
  test.each<[string, string, unknown, string]>([
    ["a weight that is none", "?.weight", 5, "Questions Q2 unknown-value"],
    ["a weight in words", "?.weight", "heavy", "Questions Q2 unknown-value"],
    ["a phase that is none", "?.phases", ["operate-monitr"], "Questions P2 unknown-phase"],
    ["a blank Chinese text", "?.text.zh-TW", "  ", "Questions E2 missing"],
    ["a question in neither language", "?.text", {}, "Questions D2 missing"],
    ["one kind of evidence", "?.evidence.1", {}, "Questions H2 too-little-evidence"],
    ["evidence in one language", "?.evidence.1.zh-TW", undefined, "Questions K2 missing"],
    ["an obligation that is none", "?.obligation", "musst", "Questions R2 unknown-value"],
    ["a scale that is not there", "?.scale", "yes-know", "Questions S2 unknown-scale"],
    ["a target in words", "?.target", "most", "Questions T2 wrong-type"],
    ["a tier that is none", "sections.0.appliesWhen", { tier: ["hihg"] }, "Sections H2 unknown-value"],
    ["an id taken twice", "sections.0.sections.0.id", "S1", "Sections A3 duplicate-id"],
    ["a level that does not rise", "scales.0.levels.1.value", 0, "Scales C3 scale-not-rising"],
    ["a version in words", "version", "first", "About B2 bad-pattern"],
    ["no publisher", "source.publisher", undefined, "About B6 missing"],
    ["a note in one language", "source.note.zh-TW", undefined, "About B11 missing"],
  ])("%s", (_what, path, value, place) => {
    expect(places(filled(path, value))).toContain(place);
  });

  test("a misspelling brings the word that is meant, and the heading in both languages", () => {
    const [problem] = problemsOf(filled("?.phases", ["operate-monitr"]));
    expect(problem).toMatchObject({ hint: "Did you mean `operate-monitor`?", facts: { meant: "operate-monitor", name: "Phases 生命週期階段" } });
  });

  test("a question that names no section, or a wrong one, is told at its own cell, and the rest of it is checked", () => {
    const wrong = rewritten(questions, (xml) => xml.replace(">S1.1<", ">S1.l<"));
    expect(places(wrong)).toEqual(["Questions B2 unknown-reference", "Sections A3 no-questions"]);
    expect(problemsOf(wrong)[0]?.hint).toBe("Did you mean `S1.1`?");
  });

  test("sections in a circle are told and end the reading", () => {
    expect(places(rewritten(sections, (xml) => xml.replace('<c r="B2" s="2"/>', '<c r="B2" t="inlineStr"><is><t>S1.1</t></is></c>')))).toContain("Sections B2 endless-loop");
  });

  test("the rows are those of the sheet, though some are empty", () => {
    expect(places(rewritten(questions, (xml) => xml.replace(/r="2"/, 'r="9"').replace(/(r="[A-Z]+)2"/g, '$19"').replace(/<v>3</, "<v>4<")))).toEqual(["Questions Q9 unknown-value"]);
  });

  test("the untouched template asks for what is blank, and for nothing else", () => {
    let keys = 0;
    const template = writeChecklistSheet(checklistOf(newChecklistDraft("2026-11-21", () => String((keys += 1)))));
    const found = problemsOf(template);
    expect(new Set(found.map((one) => one.code))).toEqual(new Set(["missing", "too-little-evidence", "out-of-range", "empty"].filter((code) => found.some((one) => one.code === code))));
    expect(places(template)).toContain("Questions D2 missing");
    expect(found.every((one) => one.sheet !== undefined && one.line !== undefined)).toBe(true);
  });
});

describe("what spreadsheet programs make of cells", () => {
  const cell = (place: string, inner: string) => (xml: string) => xml.replace(new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`), inner);
  const read = (bytes: Uint8Array): Checklist => {
    const parsed = readChecklistSheet(bytes);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.value.checklist;
  };

  test("numbers typed as text, with a comma or in percent, are numbers; ids typed as numbers are ids", () => {
    for (const [typed, target] of [["0.5", 0.5], ["0,5", 0.5], ["50%", 0.5], ["５０％", 0.5]] as const) {
      const made = read(rewritten(questions, cell("T2", `<c r="T2" t="inlineStr"><is><t>${typed}</t></is></c>`)));
      expect(made.sections[0]?.sections?.[0]?.questions?.[0]?.target).toBe(target);
    }
    expect(read(rewritten(scales, cell("B3", '<c r="B3"><v>1</v></c>'))).scales[0].levels[1]?.id).toBe("1");
    expect(read(rewritten(sections, cell("C3", '<c r="C3"><v>4.0999999999999996</v></c>'))).sections[0]?.sections?.[0]?.ref).toBe("4.1");
  });

  test("a date is a serial number, a year is a year, an ISO date is itself", () => {
    const dated = (inner: string) => read(rewritten(about, cell("B7", inner))).source.date;
    expect(dated('<c r="B7"><v>46347</v></c>')).toBe("2026-11-21");
    expect(dated('<c r="B7"><v>2026</v></c>')).toBe("2026");
    expect(dated('<c r="B7" t="d"><v>2026-11-21T00:00:00</v></c>')).toBe("2026-11-21");
    expect(dated('<c r="B7" t="inlineStr"><is><t>2026/11</t></is></c>')).toBe("2026-11");
  });

  test("shared, rich and annotated texts are read as they are seen", () => {
    const files = unzipSync(writeChecklistSheet(small));
    const sheet = cell("D2", '<c r="D2" t="s"><v>0</v></c>')(strFromU8(files[questions]!));
    const strings = "<sst><si><r><t>One</t></r><r><t xml:space=\"preserve\"> log</t></r><rPh sb=\"0\" eb=\"1\"><t>reading aid</t></rPh></si></sst>";
    const made = read(zipSync({ ...files, [questions]: strToU8(sheet), "xl/sharedStrings.xml": strToU8(strings) }));
    expect(made.sections[0]?.sections?.[0]?.questions?.[0]?.text.en).toBe("One log");
  });

  test("formulas, errors and merged cells are refused where they stand", () => {
    expect(places(rewritten(questions, cell("Q2", '<c r="Q2"><f>1+2</f><v>3</v></c>')))).toEqual(["Questions Q2 cell-formula"]);
    expect(places(rewritten(questions, cell("Q2", '<c r="Q2" t="e"><v>#REF!</v></c>')))).toEqual(["Questions Q2 wrong-type"]);
    expect(places(rewritten(questions, (xml) => xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:B7"/></mergeCells>')))).toEqual(["Questions B2 cell-merged"]);
  });

  test("columns of one's own are passed over and said so; headings may be in one language, rows may be blank", () => {
    const own = (xml: string) => xml.replace("</row>", '<c r="AZ1" t="inlineStr"><is><t>Owner</t></is></c></row>').replace(/<\/row><\/sheetData>/, '<c r="AZ2" t="inlineStr"><is><t>Mei</t></is></c></row><row r="900"><c r="A900" t="inlineStr"><is><t> </t></is></c></row></sheetData>');
    const parsed = readChecklistSheet(rewritten(questions, (xml) => own(xml).replace("Weight\n權重", "weight")));
    expect(parsed).toMatchObject({ ok: true, value: { checklist: small, left: [{ what: "Owner", why: "no-place", count: 1 }] } });
  });

  test("a heading that is misspelt or missing, and a sheet that is not there, are told once each", () => {
    const misspelt = problemsOf(rewritten(questions, (xml) => xml.replace("Knockout\n否決項", "Knokout")));
    expect(misspelt).toMatchObject([{ code: "column-missing", sheet: "Questions 題目", line: 1, facts: { meant: "Knokout", name: "Knockout 否決項" } }]);
    expect(places(rewritten(questions, (xml) => xml.replace("Weight\n權重", "Gravity")))).toEqual(["Questions 1 column-missing"]);
    expect(problemsOf(rewritten("xl/workbook.xml", (xml) => xml.replace("Scales 量表", "Scalse 量表")))).toMatchObject([{ code: "sheet-missing", facts: { meant: "Scalse 量表" } }]);
  });
});
