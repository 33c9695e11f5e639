import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { jsPDF } from "jspdf";
import { describe, expect, test } from "vitest";
import { packObjects } from "#paper";
import { askOf, isSound } from "../report/pdf/read-pdf.ts";
import { openPdf, type Json, type PdfFile } from "../report/pdf/read-tags.ts";
import { pdfOf, textOf } from "../signing/pdfs.ts";

const fromJsPdf = () => new jsPDF({ compress: false }).text("Hello", 20, 20).addPage().text("again", 20, 20).output();

/** Everything that the trailer leads to, without what only says how it is stored. */
function said(file: PdfFile): Json {
  const seen = new Map<string, number>();
  const tell = (value: Json): Json => {
    if (typeof value === "string" && /^\d+ \d+ R$/.test(value)) {
      if (seen.has(value)) return `#${seen.get(value)}`;
      seen.set(value, seen.size);
      return [tell(file.object(value)), file.data(value)];
    }
    if (Array.isArray(value)) return (value as readonly Json[]).map(tell);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !["/Length", "/Filter", "/DecodeParms"].includes(key)).map(([key, inner]) => [key, tell(inner)]));
  };
  return [tell(file.trailer["/Root"] ?? null), tell(file.trailer["/Info"] ?? null), tell(file.trailer["/ID"] ?? null)];
}

describe("packing", () => {
  test("loses nothing and adds nothing that a reader is told", () => {
    const plain = fromJsPdf();
    const packed = packObjects(plain);
    expect(isSound(packed)).toBe(true);
    expect(said(openPdf(packed))).toEqual(said(openPdf(Buffer.from(plain, "latin1"))));
    expect(askOf(packed, "pdfinfo", "{}")).toMatch(/Pages: +2[^]*PDF version: +1\.7/);
    expect(packed.length).toBeLessThan(plain.length);
    expect(packObjects(plain)).toEqual(packed);
  });

  test("keeps any objects, in any number, of any bytes", () => {
    const body = fc.oneof(
      fc.integer().map(String),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => `<${Buffer.from(bytes).toString("hex")}>`),
      fc.constantFrom("null", "true", "[1 0 R (endobj) 2 0 R]", "<</A (endstream) /B (7 0 obj)>>", "<</Length 3 /Filter /FlateDecode>>"),
      fc.uint8Array({ maxLength: 80 }).map((bytes) => `<</Length ${bytes.length}>>\nstream\n${textOf(bytes)}\nendstream`),
    );
    fc.assert(
      fc.property(fc.array(body, { maxLength: 700, size: "max" }), (bodies) => {
        const all = ["<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>", ...bodies];
        const packed = textOf(packObjects(textOf(pdfOf(all))));
        const found = [...packed.matchAll(/\/Type \/ObjStm \/N (\d+) \/First (\d+) \/Length (\d+) \/Filter \/FlateDecode>>\nstream\n/g)].flatMap(({ index, 0: head, 1: count, 2: first, 3: length }) => {
          const from = index + head.length;
          const data = textOf(inflateSync(Buffer.from(packed.slice(from, from + Number(length)), "latin1")));
          const numbers = data.slice(0, Number(first)).trim().split(" ").map(Number);
          expect(numbers).toHaveLength(Number(count) * 2);
          return Array.from({ length: Number(count) }, (_, at) => [numbers[at * 2] ?? 0, data.slice(Number(first) + (numbers[at * 2 + 1] ?? 0), Number(first) + (numbers[at * 2 + 3] ?? data.length)).trimEnd()] as const);
        });
        const bare = all.flatMap((own, index) => (own.endsWith("endstream") ? [] : [[index + 1, own] as const]));
        expect(found).toEqual(bare);
        expect(packed.match(/\n\d+ 0 obj\n/g)?.length).toBe(all.length - bare.length + Math.ceil(bare.length / 250) + 1);
      }),
      { numRuns: 30 },
    );
  });

  test("puts loose objects in the places of those that are listed, and frees numbers", () => {
    const plain = pdfOf(["<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>", "(old)", "(gone)"]);
    const packed = packObjects(textOf(plain), new Map([[3, { body: "<</New true /Length 2>>", data: Uint8Array.of(104, 105) }], [4, null]]));
    const file = openPdf(packed);
    expect(file.data("3 0 R")).toBe("hi");
    expect(file.references).not.toContain("4 0 R");
    expect(isSound(packed)).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["no PDF", "hello\nstartxref\n9\n%%EOF"],
    ["a table that points beside its objects", fromJsPdf().replace("3 0 obj", "33 0 obj")],
    ["a stream that is not as long as it says", textOf(pdfOf(["<</Type /Catalog>>", "<</Length 9>>\nstream\nab\nendstream"]))],
    ["a file that is packed already", textOf(packObjects(fromJsPdf()))],
  ])("refuses %s", (_, file) => {
    expect(() => packObjects(file)).toThrow(RangeError);
  });
});
