import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { parseChecklist, readChecklistSheet, writeChecklistSheet } from "#content";
import { goodChecklist } from "../good-checklist.ts";

const parsed = parseChecklist(goodChecklist);
if (!parsed.ok) throw new Error("the good checklist is good");
const good = writeChecklistSheet(parsed.value);
const files = unzipSync(good);
const questions = "xl/worksheets/sheet5.xml";

/** The codes of what is wrong, and that it took no longer than a person waits. */
function refusal(bytes: Uint8Array): readonly string[] {
  const start = performance.now();
  const read = readChecklistSheet(bytes);
  expect(performance.now() - start).toBeLessThan(10_000);
  return read.ok ? ["none"] : [...new Set(read.problems.map((one) => one.code))];
}

const withPart = (path: string, xml: string | Uint8Array) => zipSync({ ...files, [path]: typeof xml === "string" ? strToU8(xml) : xml });

describe("a hostile workbook is refused in words", () => {
  test("a bomb is stopped by what comes out of it, whatever size it states", () => {
    const bomb = zipSync({ ...files, [questions]: [new Uint8Array(60_000_000), { level: 1 }] });
    expect(bomb.length).toBeLessThan(1_000_000);
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000) view.setUint32(at + 24, 10, true);
    }
    expect(refusal(bomb)).toEqual(["too-large"]);
    expect(refusal(lying)).toEqual(["too-large"]);
  });

  test("what is not asked for is not unpacked", () => {
    expect(refusal(zipSync({ ...files, "xl/media/image1.png": [new Uint8Array(60_000_000), { level: 1 }] }))).toEqual(["none"]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ["more than twenty megabytes", () => new Uint8Array(20_000_001), "too-large"],
    ["nothing", () => new Uint8Array(0), "spreadsheet-damaged"],
    ["an older .xls or a locked one", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), "spreadsheet-other-kind"],
    ["an archive that is no workbook", () => zipSync({ "a.txt": strToU8("a") }), "spreadsheet-damaged"],
    ["an archive cut short", () => good.slice(0, good.length - 40), "spreadsheet-damaged"],
    ["a document type with entities", () => withPart(questions, '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'), "spreadsheet-damaged"],
    ["elements nested without end", () => withPart(questions, "<a>".repeat(1_000_000)), "spreadsheet-damaged"],
    ["elements that are not closed", () => withPart(questions, "<worksheet><sheetData>"), "spreadsheet-damaged"],
    ["attributes without end", () => withPart(questions, `<a ${"b='' ".repeat(1_000_000)}`), "spreadsheet-damaged"],
    ["a text that is not UTF-8", () => withPart(questions, Uint8Array.from([0x3c, 0xff, 0x3e])), "spreadsheet-damaged"],
    ["more cells than a checklist fills", () => withPart(questions, `<worksheet><sheetData><row>${"<c><v>1</v></c>".repeat(60_001)}</row></sheetData></worksheet>`), "too-large"],
    ["a cell longer than a cell", () => withPart(questions, `<worksheet><sheetData><row><c t="str"><v>${"x".repeat(32_768)}</v></c></row></sheetData></worksheet>`), "too-large"],
    ["a text that is not in the table of texts", () => withPart(questions, '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>'), "spreadsheet-damaged"],
    ["a sheet that is not in the archive", () => withPart("xl/_rels/workbook.xml.rels", "<Relationships/>"), "spreadsheet-damaged"],
    ["a number of a character that does not exist", () => withPart(questions, "<worksheet>&#x110000;</worksheet>"), "spreadsheet-damaged"],
  ])("%s", (_what, make, code) => {
    expect(refusal(make())).toEqual([code]);
  });

  test("ten thousand sections, each inside the one before, are refused without a stack", () => {
    const row = (at: number) => `<row><c t="inlineStr"><is><t>S${at}</t></is></c><c t="inlineStr"><is><t>S${at - 1}</t></is></c></row>`;
    const heads = /<row r="1">.*?<\/row>/s.exec(new TextDecoder().decode(files["xl/worksheets/sheet4.xml"]))?.[0] ?? "";
    const rows = Array.from({ length: 10_000 }, (_, index) => row(index + 1)).join("");
    expect(refusal(withPart("xl/worksheets/sheet4.xml", `<worksheet><sheetData>${heads}${rows}</sheetData></worksheet>`))).toContain("out-of-range");
  });

  test("any byte changed, anywhere: it is read or refused, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (changes) => {
        const spoilt = good.slice();
        for (const [at, byte] of changes) spoilt[at] = byte;
        expect(["boolean"]).toContain(typeof readChecklistSheet(spoilt).ok);
      }),
      { numRuns: 200 },
    );
  });

  test("any XML rewritten, anywhere: it is read or refused, and nothing is thrown", () => {
    const xml = new TextDecoder().decode(files[questions]);
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(40), fc.constantFrom("", "<", ">", "&", '"', "<c>", "</row>", "<f/>", "]]>", "<!--", 'r="XFE1"', 'r="A0"', "&#0;"), (at, length, put) => {
        const read = readChecklistSheet(withPart(questions, xml.slice(0, at) + put + xml.slice(at + length)));
        if (!read.ok) expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
