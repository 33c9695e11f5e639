import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, writeChecklist, writeChecklistSheet } from "#content";
import { checklistOf, draftOf } from "#domain";
import { writeAssayFile } from "#exchange";
import { smallLibrary } from "../content/foreign/small-library.ts";
import { goodChecklist, spoil } from "../content/good-checklist.ts";
import { journal, projected } from "../exchange/sample.ts";
import { assay, assayFromSource, makeFolder } from "./assay.ts";

const { path: folder, write } = makeFolder();
const withJournal = writeAssayFile(projected(), journal);

describe("assay check", () => {
  test("is silent about files and folders without a problem", async () => {
    const ran = await assay("check", "checklists", "templates", "public/samples/customs-xray.assay.json");
    expect(ran).toMatchObject({ exit: 0, out: "" });
    expect(ran.err).toMatch(/^\d+ files, 0 problems\.\n$/);
  });

  test("says the same from its source, as `npm run assay` starts it", async () => {
    const words = ["check", "checklists", "no-such-folder"];
    expect(await assayFromSource(...words)).toEqual(await assay(...words));
  });

  test("prints file, line, column, code and sentence of each problem, and exits with 1", async () => {
    const file = write("bad.yaml", spoil("weight: 3", "weight: 4").replace("version: 1.0.0", "verison: 1.0.0"));
    const { exit, out } = await assay("check", file);
    expect(exit).toBe(1);
    expect(out.trimEnd().split("\n")).toEqual([
      `${file}:1:1 missing \`version\` is missing.`,
      `${file}:3:1 unknown-key The key \`verison\` is not known here. Did you mean \`version\`?`,
      expect.stringMatching(/bad\.yaml:\d+:21 unknown-value `weight` must be one of 1, 2, 3, not `4`\.$/),
    ]);
  });

  test("is silent about a checklist that was written in the app and exported", async () => {
    const parsed = parseChecklist(goodChecklist);
    if (!parsed.ok) throw new Error("the good checklist is good");
    let keys = 0;
    const yaml = writeChecklist(checklistOf(draftOf(parsed.value, () => String((keys += 1)))));
    expect(await assay("check", write("written.yaml", yaml))).toEqual({ exit: 0, out: "", err: "1 file, 0 problems.\n" });
  });

  test("reads a filled-in spreadsheet, and names sheet, row and column of each problem", async () => {
    const parsed = parseChecklist(goodChecklist);
    if (!parsed.ok) throw new Error("the good checklist is good");
    const sound = write("sound.xlsx", writeChecklistSheet(parsed.value));
    expect(await assay("check", sound)).toMatchObject({ exit: 0, out: "" });
    const bad = write("bad.xlsx", writeChecklistSheet({ ...parsed.value, version: "first" }));
    const { exit, out } = await assay("check", bad);
    expect({ exit, out }).toEqual({ exit: 1, out: `${bad}:About 清單資料:2:2 bad-pattern \`version\` must be a semantic version such as 1.0.0.\n` });
  });

  test("says what a CISO Assistant library becomes, and beside the result what is not as it was", async () => {
    const file = write("library.yaml", smallLibrary);
    const { exit, out, err } = await assay("check", file);
    expect({ exit, out }).toEqual({ exit: 0, out: "" });
    expect(err.split("\n")[0]).toBe(`${file} is a CISO Assistant library; Assay reads it as the checklist acme.kettle-2024 3.0.0 with 5 questions.`);
    expect(err).toContain(`${file}:15 other-kind threats (2 times)\n`);
    expect(err).toMatch(/1 file, 0 problems\.\n$/);
    const lost = write("lost.yaml", smallLibrary.replace("parent_urn: urn:acme:risk:req_node:kettle-2024:1\n", "parent_urn: urn:gone\n"));
    expect(await assay("check", lost)).toMatchObject({ exit: 1, out: expect.stringContaining(":41:19 unknown-reference There is no requirement `urn:gone`.") });
  });

  test("looks into folders below, and only at files of its own kinds", async () => {
    const below = join(folder, "tree/below");
    mkdirSync(below, { recursive: true });
    write("tree/good.yml", goodChecklist);
    write("tree/below/x.assay.json", "{}");
    write("tree/below/package.json", "{");
    write("tree/below/readme.md", "- - -");
    const { exit, out, err } = await assay("check", join(folder, "tree"));
    expect(exit).toBe(1);
    expect(out).toContain(`${join(below, "x.assay.json")}:1:1 missing \`id\` is missing.`);
    expect(err).toMatch(/^2 files, 4 problems\.\n$/);
  });

  test("looks up the ends of a crosswalk among the checklists named and those that come with Assay", async () => {
    const named = write("small.yaml", goodChecklist);
    const mapping = (to: string) => `  - { from: { checklist: small, id: S1 }, to: ${to}, relation: intersects, basis: { kind: judgement } }\n`;
    const text = `format: assay-crosswalk/1\nversion: 1.0.0\nmappings:\n${mapping("{ checklist: eu-altai, id: ALTAI-1 }")}`;
    expect(await assay("check", write("sound-crosswalk.yaml", text), named)).toMatchObject({ exit: 0, out: "" });
    const file = write("crosswalk.yaml", text + mapping("{ checklist: eu-altai, id: ALTAI-l }"));
    const { exit, out } = await assay("check", file, named);
    expect(exit).toBe(1);
    expect(out).toBe(`${file}:5:74 unknown-reference \`eu-altai\` has no question or section \`ALTAI-l\`. Did you mean \`ALTAI-0\`?\n`);
    expect((await assay("check", write("alone.yaml", text))).out).toContain("There is no checklist `small` here.");
  });

  test("verifies the journal of an assessment", async () => {
    const sound = await assay("check", write("sound.assay.json", withJournal));
    expect(sound).toMatchObject({ exit: 0, out: "" });
    const altered = await assay("check", write("altered.assay.json", withJournal.replaceAll('"level": "1"', '"level": "0"')));
    expect(altered.exit).toBe(1);
    expect(altered.out).toMatch(/altered\.assay\.json:1:1 event-altered Event d1:3 does not match its own hash\.\n/);
  });

  test("notices answers that are not those of the journal", async () => {
    const { exit, out } = await assay("check", write("changed.assay.json", withJournal.replace('"level": "1"', '"level": "0"')));
    expect(exit).toBe(1);
    expect(out).toMatch(/^\S+:1:1 journal-disagrees `answers` does not say what the journal says: .*\.\n$/);
  });

  test("shows what a terminal would obey instead of printing it", async () => {
    const { out } = await assay("check", write("esc.yaml", 'format: assay-checklist/1\n"\\e]0;owned\\a": 1\n'));
    expect(out).toContain("The key `\\u001b]0;owned\\u0007` is not known here.");
    expect(out).not.toContain("\u001b");
  });

  test("says in a sentence that a file is not there", async () => {
    expect(await assay("check", join(folder, "none.yaml"))).toEqual({ exit: 2, out: "", err: `${join(folder, "none.yaml")} does not exist.\n` });
  });
});

describe("a wrong command line", () => {
  const cases: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [[], "Name a command."],
    [["polish"], "There is no command `polish`."],
    [["check"], "Name a file or a folder to check."],
    [["score", "--assessment", "a.json"], "--checklist is missing."],
    [["score", "--colour"], "Unknown option '--colour'."],
    [["verify", "a.pdf", "b.pdf"], "One file at a time; `b.pdf` is one too many."],
    [["report", "--assessment", "a", "--template", "t", "--lang", "fr", "-o", "x"], "--lang is en or zh-TW, not `fr`."],
    [["report", "--assessment", "a", "--template", "t", "--lang", "en", "-o", "x", "--sign", "k"], "--sign and --passphrase-file go together."],
  ];
  test.each(cases)("%j is answered with a sentence, the usage and 2", async (args, sentence) => {
    const { exit, out, err } = await assay(...args);
    expect({ exit, out, first: err.split("\n")[0] }).toEqual({ exit: 2, out: "", first: sentence });
    expect(err).toContain("Usage:");
    expect(err).not.toMatch(/^\s+at /m);
  });

  test("help is asked for and given", async () => {
    const { exit, out } = await assay("--help");
    expect(exit).toBe(0);
    for (const command of ["check", "score", "report", "verify"]) expect(out).toContain(`assay ${command} `);
  });
});
