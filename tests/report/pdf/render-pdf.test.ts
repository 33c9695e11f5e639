import { createHash } from "node:crypto";
import { WorkbenchError, type Block, type ReportAttachment, type ReportDocument, type Row } from "#domain";
import { beforeAll, describe, expect, test } from "vitest";
import { findMissingCharacters, renderPdf } from "../../../src/report/pdf/render-pdf.ts";
import { writeSrgbProfile } from "../../../src/paper/srgb-profile.ts";
import { fonts } from "./read-fonts.ts";
import { askOf, countTags, isSound, textOf } from "./read-pdf.ts";
import { openPdf } from "./read-tags.ts";
import { mark, sampleDocument, text } from "./sample-document.ts";

const attachment: ReportAttachment = {
  kind: "assessment",
  name: "assessment.json",
  description: "The assessment",
  mediaType: "application/json",
  relationship: "Source",
  text: '{"不":1}',
  digest: `sha256-${"0".repeat(64)}`,
};

function documentOf(blocks: readonly Block[]): ReportDocument {
  return { ...sampleDocument("zh-TW"), blocks };
}

function paragraph(value: string): Block {
  return { kind: "paragraph", line: [{ text: value }] };
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function pageCount(bytes: Uint8Array): number {
  return Number(/Pages: +(\d+)/.exec(askOf(bytes, "pdfinfo", "{}"))?.[1]);
}

function bilingualTable(count: number): Block {
  const rows = Array.from({ length: count }, (_, index): Row => ({
    cells: [
      text(`Q-${String(index + 1).padStart(4, "0")}`),
      text(`第${index + 1}題：系統之輸出是否留存紀錄，並得於事後查核其不符合之原因？`),
      { kind: "bar", mark: mark((index % 10) / 10, Math.min(1, (index % 10) / 10 + 0.2), (index % 5) / 10) },
      text("Logs are kept for 180 days and reviewed each month by the duty officer."),
    ],
  }));
  const columns = [{ title: "編號 No.", width: 0.12 }, { title: "題目 Question", width: 0.4 }, { title: "區間", width: 0.2 }, { title: "理由 Reason", width: 0.28 }];
  return { kind: "table", title: "全部答案", columns, rows, empty: "" };
}

describe.each(["en", "zh-TW"] as const)("the sample report in %s", (language) => {
  let bytes: Uint8Array;
  beforeAll(() => {
    bytes = renderPdf({ ...sampleDocument(language), attachments: [attachment] }, fonts);
  });

  test("is a sound, tagged PDF 1.7 in its language, with a title and its attachment", () => {
    expect(isSound(bytes)).toBe(true);
    const info = askOf(bytes, "pdfinfo", "{}");
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/PDF version: +1\.7/);
    expect(info).toContain(sampleDocument(language).title);
    expect(info).not.toMatch(/Syntax|Error/);
    expect(askOf(bytes, "pdfdetach", "-list", "{}")).toContain("assessment.json");
    const json = askOf(bytes, "qpdf", "--json", "{}");
    expect(json.includes(`"/Lang": "u:${language}"`)).toBe(true);
    expect(json.includes("NeedAppearances")).toBe(false);
  });

  test("has structure that a reader can walk", () => {
    const tags = countTags(bytes);
    expect(tags).toMatchObject({ H1: 5, H2: 1, H3: 1, Table: 5, Form: 1, L: 3 });
    expect(tags["TR"]).toBe(7 + 8 + 7 + 2 + 41);
    expect(tags["TH"]).toBe(7 + 8 + 7 + 5 + 6 + 2 + 3 + 40);
    expect(tags["Figure"]).toBe(3);
    expect(tags["Link"]).toBe(2);
  });

  test("gives back every string in reading order, with its rare characters", () => {
    const copied = textOf(bytes);
    const whole = copied.replaceAll("\f", "");
    for (const line of proseOf(sampleDocument(language))) expect(whole).toContain(line.replaceAll(/\s+/gu, ""));
    for (const character of ["𠉛", "⼀"]) expect(whole).toContain(character);
    if (language === "zh-TW") for (const words of ["不符合", "「否決理由」", "（例如：查驗與否）？"]) expect(whole).toContain(words);
    const places = sampleDocument(language).blocks.flatMap((block) => (block.kind === "heading" ? [whole.indexOf(block.text.replaceAll(" ", ""))] : []));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("has the same bytes a second time", () => {
    expect(digest(renderPdf({ ...sampleDocument(language), attachments: [attachment] }, fonts))).toBe(digest(bytes));
  });

  test("ends in a cross-reference stream that lists all, and has nothing but streams in the open", () => {
    const file = Buffer.from(bytes).toString("latin1");
    expect(file).toMatch(/\/Type \/XRef \/Size \d+ \/Root \d+ 0 R \/Info \d+ 0 R \/ID \[[^\]]*\] \/W \[1 \d 2\][^]*\nstartxref\n\d+\n%%EOF\n$/);
    expect(file).not.toMatch(/\nxref\n|\ntrailer\n/);
    const open = [...file.matchAll(/\n\d+ 0 obj\n<<[^]*?>>\n(stream|endobj)\n/g)];
    expect(open.length).toBeGreaterThan(10);
    expect(new Set(open.map(([, word]) => word))).toEqual(new Set(["stream"]));
  });

  test("has an unsigned field of the given name", () => {
    expect(askOf(bytes, "pdfsig", "{}")).toMatch(/Signature1|is not signed|does not contain any signatures/);
    const file = openPdf(bytes);
    const fields = file.references.map((one) => file.dictionary(one)).filter((own) => own["/FT"] === "/Sig");
    expect(fields.map((own) => own["/T"])).toEqual(["u:Signature1"]);
    expect(fields[0]).not.toHaveProperty("/V");
  });
});

describe("the paper", () => {
  test("is the same in any time zone", () => {
    const zone = process.env["TZ"];
    const digests = ["UTC", "Asia/Taipei", "America/St_Johns"].map((name) => {
      process.env["TZ"] = name;
      return digest(renderPdf(documentOf([paragraph("同一份文件")]), fonts));
    });
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
    expect(new Set(digests).size).toBe(1);
  });

  test("escapes its metadata and says which standards it is written to", () => {
    const document = { ...documentOf([paragraph("a")]), title: "A & B <x> \"不\" \uD83D\r", subject: "]]>" };
    const bytes = renderPdf(document, fonts);
    const xmp = /<\?xpacket begin[^]*<\?xpacket end/.exec(Buffer.from(bytes).toString("utf8"))?.[0] ?? "";
    expect(xmp).toContain("A &amp; B &lt;x&gt; &quot;不&quot; \uFFFD\uFFFD</rdf:li>");
    expect(xmp).toContain("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>");
    expect(askOf(bytes, "pdfinfo", "{}")).toContain('A & B <x> "不"');
  });

  test("holds an sRGB profile whose primaries add up to the D50 white", () => {
    const view = new DataView(writeSrgbProfile().buffer);
    const entryOf = (index: number) => view.getUint32(132 + index * 12 + 4);
    const sums = [8, 12, 16].map((at) => [3, 4, 5].reduce((sum, index) => sum + view.getInt32(entryOf(index) + at) / 65536, 0));
    expect(view.getUint32(0)).toBe(view.byteLength);
    for (const [index, part] of [0.9642, 1, 0.8249].entries()) expect(sums[index]).toBeCloseTo(part, 3);
    expect(view.getInt32(entryOf(3) + 8) / 65536).toBeCloseTo(0.4361, 3);
  });

  test("is Letter where the document says so", () => {
    expect(askOf(renderPdf(sampleDocument("en", "Letter"), fonts), "pdfinfo", "{}")).toContain("612 x 792");
  });

  test("prints and reports what no font has", () => {
    const document = documentOf([{ kind: "heading", level: 1, text: "備註", anchor: "a" }, paragraph("好 😀 ก 的"), paragraph("😀")]);
    const missing = findMissingCharacters(document, fonts);
    expect(missing.map(({ codePoint }) => codePoint)).toEqual([0x1f600, 0x0e01, 0x1f600]);
    expect(missing[0]).toMatchObject({ character: "😀", where: "備註: 好 😀 ก 的" });
    expect(textOf(renderPdf(document, fonts))).toContain("好[U+1F600][U+0E01]的");
    expect(findMissingCharacters(sampleDocument("zh-TW"), fonts)).toEqual([]);
  });

  test("is made of hostile strings without harm", () => {
    const hostile = [
      "\u202Eevil\u200F\u2066",
      "a\u0000b\u0007c\u001b[31m\td",
      "\uD83D lone \uDE00",
      "x".repeat(5000),
      "不".repeat(1500),
      "。".repeat(300),
      ") Tj ET (\\ <</A>> endstream endobj %PDF",
      "<script>alert(1)</script> & ]]> __proto__ {page}",
      "e\u0301\u0302\u0303",
      "",
      "\n\n\n",
    ];
    const blocks = hostile.flatMap((value): readonly Block[] => [
      { kind: "heading", level: 3, text: value, anchor: value },
      paragraph(value),
      { kind: "list", items: [[{ text: value, to: "nowhere" }], []] },
      { kind: "facts", rows: [{ label: value, line: [{ text: value, style: "code" }] }] },
      { kind: "table", title: value, columns: [{ title: value, width: 0 }, { title: value, width: 9 }], rows: [{ cells: [text(value), text(value), text(value)] }, { cells: [] }], empty: value },
      { kind: "bars", title: value, description: value, legend: value, rows: [{ label: value, mark: { ...mark(Number.NaN, 7, -3), label: value } }] },
      { kind: "signature", title: value, explanation: value.slice(0, 500), field: "S" },
    ]);
    const document = { ...documentOf(blocks), title: hostile.join(" "), subject: "a\rb", runningHead: { start: "長".repeat(400), end: hostile.join("") } };
    const bytes = renderPdf(document, fonts);
    expect(isSound(bytes)).toBe(true);
    const copied = textOf(bytes);
    expect(copied).toContain("[U+202E]evil[U+200F][U+2066]");
    expect(copied).toContain("a[U+0000]b[U+0007]c[U+001B][31md");
    expect(copied).toContain(")TjET(\\<</A>>endstreamendobj%PDF");
    expect(askOf(bytes, "pdftoppm", "-r", "10", "-png", "-l", "1", "{}")).not.toMatch(/Syntax|Error/);
  });

  test("divides a row taller than a page and repeats the table's head on each", () => {
    const cells = [text("長列"), text("一列之內容超過一頁時，於行間分頁，不得遺漏任何一字。".repeat(160))];
    const table: Block = { kind: "table", title: "表", columns: [{ title: "欄甲", width: 0.3 }, { title: "欄乙", width: 0.7 }], rows: [{ cells }], empty: "" };
    const bytes = renderPdf(documentOf([table]), fonts);
    const copied = askOf(bytes, "pdftotext", "{}", "-");
    expect(pageCount(bytes)).toBeGreaterThan(1);
    expect(copied.match(/不得遺漏任何一字/g)?.length ?? 0).toBeGreaterThan(120);
    expect(textOf(bytes).split("於行間分頁").length - 1).toBeGreaterThan(140);
    expect(countTags(bytes)).toMatchObject({ TR: 2, TH: 3, TD: 1 });
  });

  test("leaves no heading alone at the foot of a page", () => {
    for (let lines = 30; lines < 48; lines += 3) {
      const blocks: readonly Block[] = [
        ...Array.from({ length: lines }, (_, index) => paragraph(`第${index}行`)),
        { kind: "heading", level: 2, text: "標題在此", anchor: "h" },
        paragraph("內文".repeat(200)),
      ];
      const pages = askOf(renderPdf(documentOf(blocks), fonts), "pdftotext", "{}", "-").split("\f");
      const page = pages.find((words) => words.includes("標題在此"));
      expect(page).toMatch(/標題在此\s+內文/u);
    }
  });

  test("numbers every page but the cover", () => {
    const bytes = renderPdf(sampleDocument("en"), fonts);
    const pages = askOf(bytes, "pdftotext", "{}", "-").split("\f");
    const count = pageCount(bytes);
    expect(pages[0]).not.toContain("Page 1");
    expect(pages[1]).toContain(`Page 2 of ${count}`);
    expect(pages[count - 1]).toContain(`Page ${count} of ${count}`);
  });

  test("tells its progress, rising to one", () => {
    const shares: number[] = [];
    renderPdf(documentOf([bilingualTable(60)]), fonts, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(20);
  });

  test("refuses a font that cannot be read and a date that is none", () => {
    const codeOf = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return error instanceof WorkbenchError ? error.code : "another error";
      }
      return "no error";
    };
    expect(codeOf(() => renderPdf(documentOf([]), { ...fonts, serif: new Uint8Array(40) }))).toBe("font-unreadable");
    expect(codeOf(() => renderPdf({ ...documentOf([]), createdAt: "yesterday" }, fonts))).toBe("report-failed");
  });

  test.each([350, 1000])("sets a bilingual table of %i rows", (count) => {
    const started = performance.now();
    const bytes = renderPdf(documentOf([bilingualTable(count)]), fonts);
    const elapsed = performance.now() - started;
    console.log(`${count} rows: ${Math.round(elapsed)} ms, ${pageCount(bytes)} pages, ${Math.round(bytes.length / 1024)} KB`);
    expect(elapsed).toBeLessThan(20_000);
    expect(isSound(bytes)).toBe(true);
    const copied = textOf(bytes);
    for (let row = 1; row <= count; row += 7) expect(copied).toContain(`Q-${String(row).padStart(4, "0")}`);
    expect(countTags(bytes)).toMatchObject({ TR: count + 1, TH: count + 4 });
  });
});

/** The running text of a document, without what stands in cells and labels that may be set apart. */
function proseOf(document: ReportDocument): readonly string[] {
  return document.blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case "cover":
        return [block.eyebrow, block.title, block.subtitle, block.legend];
      case "heading":
        return [block.text];
      case "paragraph":
        return [block.line.map(({ text }) => text).join("")];
      case "list":
        return block.items.map((line) => line.map(({ text }) => text).join(""));
      case "bars":
      case "radar":
      case "heatmap":
        return [block.title, block.legend];
      case "signature":
        return [block.title, block.explanation];
      default:
        return [];
    }
  });
}
