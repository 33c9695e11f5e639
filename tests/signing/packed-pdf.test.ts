/** Files whose objects stand in object streams, listed by cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8). */
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WorkbenchError } from "#domain";
import { type SigningIdentity, countersignPdf, importIdentity, signPdf, verifyPdf } from "#signing";
import { createSource, openRevision } from "../../src/signing/pdf/revision.ts";
import { appendPacked, packed, type PackedUpdate } from "./packed.ts";
import { append, bytesOf, fromJsPdf, plain, reportLike, textOf } from "./pdfs.ts";
import { type Workshop, makeP12, makeSelfSigned, openWorkshop } from "./tools.ts";

const signedAt = new Date(Date.now() + 60_000).toISOString();
const first = { field: "Signature1", signedAt, name: "One", certify: true };
let shop: Workshop;
let identity: SigningIdentity;
let other: SigningIdentity;
let once: Uint8Array;
let approved: Uint8Array;

beforeAll(async () => {
  shop = openWorkshop();
  const made: SigningIdentity[] = [];
  for (const [name, kind] of [["one", "rsa"], ["two", "ec"]] as const) {
    makeSelfSigned(shop, name, kind);
    const read = await importIdentity(makeP12(shop, name, "test", "modern"), "test");
    if (read.ok) made.push(read.value);
  }
  [identity, other] = made as [SigningIdentity, SigningIdentity];
  once = await signPdf(packed(reportLike()), identity, first);
  approved = await signPdf(packed(reportLike()), identity, { ...first, certify: false });
});
afterAll(() => shop.close());

const codes = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const result = await verifyPdf(pdf, signedAt);
  expect(result.valid).toBe(false);
  return [...new Set([...result.problems, ...result.signatures.flatMap((one) => one.problems)].map(({ code }) => code))];
};

const sectionForms = async (pdf: Uint8Array) => (await openRevision(createSource(pdf), pdf.length)).sections.map(({ form }) => form);

describe("a packed file", () => {
  test.each([["a report's", reportLike], ["a plain one's", plain], ["jsPDF's own", () => fromJsPdf(3)]])("holds the objects that %s table listed", async (_, make) => {
    const plainly = make();
    const [before, after] = await Promise.all([plainly, packed(plainly)].map((pdf) => openRevision(createSource(pdf), pdf.length)));
    if (!before || !after) throw new Error("nothing was read");
    const used = [...before.entries].filter(([, { kind }]) => kind === "at").map(([number]) => number);
    for (const number of used) expect(shapeOf(after.get(number)), `object ${number}`).toEqual(shapeOf(before.get(number)));
    expect(after.get(Number(used.at(-1)) + 1).kind).toBe("stream");
    shop.write("packed.pdf", packed(plainly));
    expect(shop.run("qpdf", "--check", "packed.pdf")).toContain("No syntax or stream encoding errors found");
  });

  test("is signed by an update of its own form, again and again, and others agree", async () => {
    const twice = await countersignPdf(once, other, { signedAt, name: "Two" });
    for (const pdf of [once, twice]) {
      expect(await verifyPdf(pdf, signedAt)).toMatchObject({ valid: true, certification: 2, problems: [] });
      expect(new Set(await sectionForms(pdf))).toEqual(new Set(["stream"]));
      expect(textOf(pdf.subarray(packed(reportLike()).length))).not.toMatch(/^xref|trailer/m);
    }
    expect(twice.subarray(0, once.length)).toEqual(once);
    shop.write("twice.pdf", twice);
    expect(shop.run("qpdf", "--check", "twice.pdf")).toContain("No syntax or stream encoding errors found");
    const said = shop.run("pdfsig", "-nocert", "twice.pdf");
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said).toContain("Total document signed");
  });

  test("without a field for signatures gets an invisible one", async () => {
    const signed = await signPdf(packed(plain()), identity, first);
    expect(await verifyPdf(signed, signedAt)).toMatchObject({ valid: true, signatures: [{ field: "Signature1" }] });
    shop.write("added.pdf", signed);
    expect(shop.run("qpdf", "--check", "added.pdf")).toContain("No syntax or stream encoding errors found");
    expect(shop.run("pdfsig", "-nocert", "added.pdf")).toContain("Signature is Valid");
  });

  test("with a table appended, or a table with a stream appended, is not signed", async () => {
    for (const mixed of [append(packed(reportLike()), { 30: "null" }), appendPacked(reportLike(), { open: { 30: "null" } })]) {
      await expect(signPdf(mixed, identity, first)).rejects.toThrow(WorkbenchError);
      await expect(signPdf(mixed, identity, first)).rejects.toMatchObject({ code: "pdf-not-signable" });
    }
  });
});

describe("behind a signature, an update of the packed form", () => {
  const page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> /Annots [7 0 R 8 0 R 40 0 R]>>";
  const note = "<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Disregard this)>>";
  const words = "<</Length 36>>\nstream\nBT /F1 18 Tf 20 100 Td (All well) Tj ET\nendstream";
  const font = "<</Type /Font /Subtype /Type1 /BaseFont /Courier>>";

  test.each<[string, PackedUpdate]>([
    ["other words on the page", { open: { 4: words } }],
    ["another font, in an object stream", { held: { 5: font } }],
    ["a note on the page, in an object stream", { held: { 3: page, 40: note } }],
    ["another page in place of the page", { held: { 2: "<</Type /Pages /Kids [40 0 R] /Count 1>>", 40: page } }],
    ["an object taken away", { rows: { 5: [0, 0, 1] } }],
    ["an object stream in place of the one that was signed", { open: { 9: "<</Type /ObjStm /N 0 /First 0 /Length 0>>\nstream\n\nendstream" } }],
    ["an object that stands in an object stream, but is not listed", { held: { 40: note }, hidden: { 5: font } }],
    ["an object that stands in an object stream that nothing lists", { open: { 40: "<</Type /ObjStm /N 1 /First 4 /Length 8>>\nstream\n5 0 null\nendstream" } }],
    ["an object listed where another stands", { open: { 40: note }, rows: { 5: [1, 15, 0] } }],
    ["an object listed in an object stream that was signed", { rows: { 41: [2, 9, 1] } }],
    ["a decoy of a cross-reference stream", { open: { 40: "<</Type /XRef /Size 1 /W [1 1 1] /Length 0>>\nstream\n\nendstream" } }],
    ["another catalog", { held: { 40: "<</Type /Catalog /Pages 2 0 R>>" }, root: 40 }],
  ])("that brings %s shows", async (_, update) => {
    for (const pdf of [once, approved]) expect(await codes(appendPacked(pdf, update))).toContain("changed-after-signing");
  });

  test("still shows when a later signature covers it", async () => {
    const changed = appendPacked(once, { held: { 5: font } });
    expect(await codes(await signPdf(changed, other, { ...first, field: "Signature2" }))).toEqual(["changed-after-signing"]);
  });

  test("is refused where it is a table", async () => {
    expect(await codes(append(once, { 30: "null" }))).toContain("changed-after-signing");
    const table = await signPdf(reportLike(), identity, first);
    expect(await codes(appendPacked(table, { open: { 30: "null" } }))).toContain("changed-after-signing");
  });

  test("that brings nothing is harmless, but not signed", async () => {
    expect(await codes(appendPacked(once, { held: { 40: note } }))).toEqual(["not-whole-file"]);
  });

  test("cannot bring a signature that stands in an object stream", async () => {
    const signature = /<<\/Type \/Sig[\s\S]*?>>>/.exec(textOf(approved))?.[0] ?? "";
    const field = "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /Rect [20 130 180 180] /F 132 /P 3 0 R /V 40 0 R>>";
    expect(await codes(appendPacked(approved, { held: { 8: field, 40: signature } }))).toContain("byte-range-invalid");
  });
});

describe("a packed file made to mislead or to keep the reader busy", () => {
  /** An object stream (2) that holds the catalog (1), and a cross-reference stream (3). */
  const made = (container: string, data: string, xref = "", rows: readonly (readonly number[])[] = [[0, 0, 0], [2, 2, 0], [1, 9, 0], [1, 0, 0]]): Uint8Array => {
    const head = `%PDF-1.7\n2 0 obj\n<</Type /ObjStm ${container}${container.includes("/Length") ? "" : ` /Length ${data.length}`}>>\nstream\n${data}\nendstream\nendobj\n`;
    const table = textOf(Uint8Array.from(rows.map((row, number) => (number === 3 ? [1, head.length, 0] : row)).flatMap(([type = 0, second = 0, third = 0]) => [type, second >> 8, second & 0xff, third])));
    const dictionary = `<</Type /XRef /Root 1 0 R ${xref.includes("/W") ? "" : "/W [1 2 1]"} ${xref.includes("/Size") ? "" : `/Size ${rows.length}`} /Length ${table.length} ${xref.replace("SELF", String(head.length))}>>`;
    return bytesOf(`${head}3 0 obj\n${dictionary}\nstream\n${table}\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`);
  };
  const catalog = "<</Type /Catalog>>";
  const sound = ["/N 1 /First 4", `1 0 ${catalog}`] as const;

  test("is told from one that is sound", async () => {
    expect(await codes(made(...sound))).toEqual(["pdf-unsigned"]);
    expect(await codes(made("/N 1 /First 4 /Extends 2 0 R", sound[1]))).toEqual(["pdf-unsigned"]);
  });

  const bomb = textOf(deflateSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { level: 9 }));
  test.each<[string, RegExp, Uint8Array]>([
    ["an object twice in one object stream", /holds object 1 twice/, made("/N 2 /First 8", `1 0 1 3 ${catalog}`)],
    ["objects that overlap", /overlap/, made("/N 2 /First 8", `1 0 4 0 ${catalog}`)],
    ["objects in falling order", /overlap/, made("/N 2 /First 9", `4 19 1 0 ${catalog} null`)],
    ["more between two objects than blanks", /as none may/, made("/N 2 /First 9", `1 0 4 24 ${catalog} null null`)],
    ["more behind the last object than blanks", /as none may/, made("/N 1 /First 4", `1 0 ${catalog} (hidden)`)],
    ["a mere reference", /Object 4 .* as none may/, made("/N 2 /First 9", `1 0 4 19 ${catalog} 1 0 R`)],
    ["a stream within", /as none may/, made("/N 1 /First 4", `1 0 <</Length 0>>\nstream\n\nendstream`)],
    ["more objects announced than there are", /lacks a whole number/, made("/N 1000000000 /First 4", sound[1])],
    ["a number of objects that is none", /how many objects/, made("/N -1 /First 4", sound[1])],
    ["a first object beyond the end", /broken at byte 900/, made("/N 1 /First 900", sound[1])],
    ["a length that stands within", /Object 4 .* not where it should be/, made("/N 2 /First 9 /Length 4 0 R", `1 0 4 19 ${catalog} 30`, "", [[0, 0, 0], [2, 2, 0], [1, 9, 0], [1, 0, 0], [2, 2, 1]])],
    ["an object stream within itself", /object stream of the PDF is missing/, made(...sound, "", [[0, 0, 0], [2, 2, 0], [2, 2, 0], [1, 0, 0]])],
    ["an object of another number at the index", /Object 1 .* not where it should be/, made(...sound, "", [[0, 0, 0], [2, 2, 7], [1, 9, 0], [1, 0, 0]])],
    ["an object stream that inflates a thousandfold", /grows beyond all measure/, made("/N 1 /First 4 /Filter /FlateDecode", bomb)],
    ["an object stream packed in another way", /not understood/, made("/N 1 /First 4 /Filter /LZWDecode", sound[1])],
    ["a table beyond its size", /lists what it may not/, made(...sound, "/Size 2 /Index [0 4]")],
    ["a table of half a pair", /lists what it may not/, made(...sound, "/Index [0]")],
    ["a table of no pair", /lists what it may not/, made(...sound, "/Index []")],
    ["a table that lists an object twice", /object 1 twice/, made(...sound, "/Index [0 2 1 2]")],
    ["a table that ends too early", /ends too early/, made(...sound, "/Size 400")],
    ["a table of a thousand million objects", /ends too early/, made(...sound, "/Size 1000000000 /W [0 1 0]")],
    ["columns that are none", /absurd columns/, made(...sound, "/W [1 2]")],
    ["columns of no width", /absurd columns/, made(...sound, "/W [0 0 0]")],
    ["columns of a million bytes", /absurd columns/, made(...sound, "/W [1 1000000 1]")],
    ["a section before it that is itself", /go in a circle/, made(...sound, "/Prev SELF")],
    ["a predictor that is none", /unknown predictor/, made("/N 1 /First 4 /Filter /FlateDecode /DecodeParms <</Predictor 99 /Columns 4>>", textOf(deflateSync(bytesOf(sound[1]))))],
  ])("is left in bounded time and told: %s", async (_, sentence, pdf) => {
    const started = performance.now();
    const result = await verifyPdf(pdf, signedAt);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(result.problems.map(({ code }) => code)).toEqual(["pdf-damaged", "pdf-unsigned"]);
    expect(result.problems[0]?.message).toMatch(sentence);
  });

  test("is not signed", async () => {
    await expect(signPdf(made("/N 2 /First 8", `1 0 1 3 ${catalog}`), identity, first)).rejects.toMatchObject({ code: "pdf-not-signable" });
  });

  test("is no more valid for any byte that was changed", async () => {
    const gap = textOf(once).indexOf("/Contents <") + 10;
    const behind = textOf(once).indexOf(">", gap);
    const place = fc.nat(once.length - 1).filter((at) => at < gap || at > behind);
    await fc.assert(fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, by) => void (await codes(once.with(at, (once[at] ?? 0) ^ by)))), { numRuns: 150 });
  });
});

/** A value without where it stands. */
function shapeOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, one: unknown) => {
    if (["start", "end", "dataStart", "Length", "Filter"].includes(key)) return undefined;
    return one instanceof Map ? Object.fromEntries([...one].filter(([name]) => name !== "Length" && name !== "Filter")) : one;
  }));
}
