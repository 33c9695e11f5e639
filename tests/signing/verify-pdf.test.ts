import { beforeAll, describe, expect, test } from "vitest";
import fc from "fast-check";
import { type SigningIdentity, createIdentity, signPdf, verifyPdf } from "#signing";
import { append, bytesOf, fromJsPdf, pdfOf, plain, reportLike, textOf } from "./pdfs.ts";

const now = "2026-11-21T09:00:00.000Z";
const later = "2026-11-21T10:00:00.000Z";
let ec: SigningIdentity;
let rsa: SigningIdentity;

beforeAll(async () => {
  ec = await createIdentity({ commonName: "王小明", organisation: "Acme", country: "TW", algorithm: "ecdsa-p256", validFrom: now, validYears: 3 });
  rsa = await createIdentity({ commonName: "Second", algorithm: "rsa-3072", validFrom: now, validYears: 3 });
});

const first = { field: "Signature1", signedAt: now, name: "王小明", reason: "核准 Approved" };
const second = { field: "Signature2", signedAt: later, name: "Second" };

async function codes(pdf: Uint8Array, at = later): Promise<readonly string[]> {
  const result = await verifyPdf(pdf, at);
  return [...result.problems, ...result.signatures.flatMap((one) => one.problems)].map((one) => `${one.path}:${one.code}`);
}

describe("a signature of ours", () => {
  test.each([
    ["a report with fields", reportLike],
    ["a page without a form", plain],
    ["jsPDF's own output", fromJsPdf],
  ])("is valid on %s, once and twice", async (_, make) => {
    const one = await signPdf(make(), ec, { ...first, certify: true });
    const alone = await verifyPdf(one, later);
    expect(alone).toMatchObject({ valid: true, problems: [], signatures: [{ field: "Signature1", valid: true, coversWholeFile: true, reason: "核准 Approved", claimedAt: now }] });
    const both = await verifyPdf(await signPdf(one, rsa, second), later);
    expect(both).toMatchObject({ valid: true, problems: [], signatures: [{ coversWholeFile: false, valid: true, problems: [] }, { coversWholeFile: true, valid: true, problems: [] }] });
    expect(both.signatures.map((each) => each.certificate?.subject)).toEqual(["王小明", "Second"]);
  });

  test("is reported with the facts of its certificate", async () => {
    const { signatures } = await verifyPdf(await signPdf(reportLike(), ec, first), later);
    expect(signatures[0]?.certificate).toEqual(ec.summary.certificate);
    expect(signatures[0]).toMatchObject({ subFilter: "ETSI.CAdES.detached", digestAlgorithm: "SHA-256", certificate: { selfSigned: true } });
  });

  test("is never valid once a byte of the file is another", async () => {
    const pdf = await signPdf(reportLike(), ec, first);
    const text = textOf(pdf);
    const start = text.indexOf("/Contents <3082") + "/Contents ".length;
    const padding = start + text.slice(start).search(/0*>/);
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = pdf.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        const isSameHex = at > start && at < padding && String.fromCharCode(changed[at] ?? 0).toLowerCase() === text[at];
        fc.pre(!isSameHex);
        expect((await verifyPdf(changed, later)).valid).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["the signer's issuer is written in other letters", /41636d65(?=[^>]*?2a864886f70d010903)/g, "41436d65"],
    ["the signer's country has another string type", /13025457(?=[^>]*?2a864886f70d010903)/g, "14025457"],
    ["an integer of the signature value is no integer", /(?<=2a8648ce3d04030204..30..)02/g, "0a"],
  ])("is refused where %s", async (_, place, other) => {
    const pdf = await signPdf(reportLike(), ec, first);
    const text = textOf(pdf);
    const start = text.indexOf("/Contents <3082");
    const found = [...text.matchAll(place)].filter((match) => match.index > start);
    const last = found.at(-1)!;
    const changed = text.slice(0, last.index) + other + text.slice(last.index + last[0].length);
    expect(changed).not.toBe(text);
    expect((await verifyPdf(bytesOf(changed), later)).valid).toBe(false);
  });
});

describe("a change behind a signature", () => {
  const page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> /Annots [7 0 R 8 0 R]>>";
  const other = "<</Length 2>>\nstream\nq \nendstream";
  const cases: readonly (readonly [string, Readonly<Record<number, string>>])[] = [
    ["the page's content is replaced", { 4: other }],
    ["the page shows another content", { 3: page.replace("/Contents 4 0 R", "/Contents 20 0 R"), 20: other }],
    ["the page takes a note", { 3: page.replace("8 0 R]", "8 0 R 20 0 R]"), 20: "<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (no)>>" }],
    ["the page loses a field", { 3: page.replace(" 8 0 R]", "]") }],
    ["an empty field covers the page", { 3: page.replace("8 0 R]", "8 0 R 20 0 R]"), 20: "<</Type /Annot /Subtype /Widget /FT /Sig /T (X) /Rect [0 0 200 200] /AP <</N 21 0 R>>>>", 21: other }],
    ["an empty field is moved", { 8: "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /Rect [0 0 200 200] /F 132 /P 3 0 R>>" }],
    ["a signed field gets another look", { 7: "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [20 20 180 70] /F 132 /P 3 0 R /V 9 0 R>>" }],
    ["the form loses its fields", { 6: "<</Fields [] /SigFlags 3>>" }],
    ["the catalog opens something", { 1: "<</Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /OpenAction [3 0 R /Fit]>>" }],
    ["the pages are others", { 2: "<</Type /Pages /Kids [] /Count 0>>" }],
    ["a font is replaced", { 5: "<</Type /Font /Subtype /Type1 /BaseFont /Courier>>" }],
  ];

  test.each(cases)("is reported although the signature itself still holds: %s", async (_, objects) => {
    const signed = await signPdf(reportLike(), ec, first);
    expect(await codes(append(signed, objects))).toEqual([":not-whole-file", "signatures.0:changed-after-signing"]);
  });

  test.each(cases)("is reported although another signature covers it: %s", async (title, objects) => {
    const changed = append(await signPdf(reportLike(), ec, first), objects);
    const twice = await signPdf(changed, rsa, { ...second, field: title === "the page's content is replaced" ? "Signature2" : "Third" }).catch(() => null);
    if (twice) expect(await codes(twice)).toContain("signatures.0:changed-after-signing");
    else expect(title).toBe("the pages are others");
  });

  test("that fills a gap which the signed revision left open is reported", async () => {
    const gap = textOf(reportLike()).replace("/Resources <</Font", "/Metadata 40 0 R /Resources <</Font");
    const bodies = [...gap.matchAll(/\d+ 0 obj\n([\s\S]*?)\nendobj/g)].map((match) => match[1] ?? "");
    const signed = await signPdf(pdfOf(bodies), ec, first);
    expect((await verifyPdf(signed, later)).valid).toBe(true);
    expect(await codes(append(signed, { 40: other }))).toContain("signatures.0:changed-after-signing");
  });

  test("that swaps the whole document is reported", async () => {
    const signed = await signPdf(reportLike(), ec, first);
    const swapped = textOf(append(signed, { 30: "<</Type /Catalog /Pages 2 0 R>>" })).replace(/\/Root 1 0 R(?=[^R]*\/Prev)(?![\s\S]*\/Root 1 0 R)/, "/Root 30 0 R");
    expect(swapped).toContain("/Root 30 0 R");
    expect((await verifyPdf(bytesOf(swapped), later)).valid).toBe(false);
  });

  test("that hides an object outside the cross-reference table is reported", async () => {
    const signed = await signPdf(reportLike(), ec, first);
    const hidden = textOf(signed) + "4 0 obj\n<</Length 0>>\nendobj\n";
    expect((await verifyPdf(bytesOf(hidden), later)).valid).toBe(false);
    expect(await codes(append(signed, { 50: "null\nendobj\n4 0 obj\n<</Length 0>>" }))).toEqual([":not-whole-file", "signatures.0:changed-after-signing"]);
  });

  test("of white space only still means that the signature does not cover the whole file", async () => {
    const signed = textOf(await signPdf(reportLike(), ec, first));
    expect(await codes(bytesOf(`${signed}\n`))).toEqual([":not-whole-file"]);
  });

  test("is not reported when it only says what was already there", async () => {
    const again = append(await signPdf(reportLike(), ec, first), { 5: "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>" });
    expect(await codes(again)).toEqual([":not-whole-file"]);
    expect((await verifyPdf(await signPdf(again, rsa, second), later)).valid).toBe(true);
  });

  test("made by a visible new signature is lawful unless the first signature certifies", async () => {
    const add = async (certify: boolean): Promise<readonly string[]> => {
      const signed = await signPdf(plain(), ec, { ...first, certify });
      const twice = textOf(await signPdf(signed, rsa, second));
      const at = twice.lastIndexOf("/Rect [0 0 0 0]");
      return codes(bytesOf(`${twice.slice(0, at)}/Rect [0 0 9 9]${twice.slice(at + 15)}`));
    };
    expect(await add(false)).toEqual(["signatures.1:digest-mismatch"]);
    expect(await add(true)).toEqual(["signatures.0:changed-after-signing", "signatures.1:digest-mismatch"]);
  });
});

describe("the range of a signature", () => {
  const edited = async (change: (range: readonly number[]) => readonly number[]): Promise<readonly string[]> => {
    const text = textOf(await signPdf(reportLike(), ec, first));
    const [whole = "", ...numbers] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(text) ?? [];
    const range = `/ByteRange [${change(numbers.map(Number)).join(" ")}`;
    return codes(bytesOf(text.replace(whole, `${range.padEnd(whole.length - 1)}]`)));
  };

  test.each([
    ["starting late", ([, b = 0, c = 0, d = 0]: readonly number[]) => [1, b - 1, c, d]],
    ["with a wider gap", ([, b = 0, c = 0, d = 0]: readonly number[]) => [0, b, c + 2, d - 2]],
    ["ending beyond the file", ([, b = 0, c = 0, d = 0]: readonly number[]) => [0, b, c, d + 1]],
    ["of three numbers", ([, b = 0, c = 0]: readonly number[]) => [0, b, c]],
    ["that is negative", ([, b = 0, c = 0, d = 0]: readonly number[]) => [0, -b, c, d]],
    ["that is absurd", () => [0, 9e14, 9e14, 9e14]],
    ["leaving the dictionary out", ([, b = 0, c = 0, d = 0]: readonly number[]) => [0, b - 400, c, d]],
  ])("%s is refused", async (_, change) => {
    expect(await edited(change)).toContain("signatures.0:byte-range-invalid");
  });
});

describe("the certificate", () => {
  test("that was not yet or no longer valid when the signer says it signed is reported", async () => {
    for (const signedAt of ["2026-11-20T09:00:00.000Z", "2030-01-01T00:00:00.000Z"]) {
      expect(await codes(await signPdf(plain(), ec, { ...first, signedAt }), "2031-01-01T00:00:00.000Z")).toEqual(["signatures.0:certificate-expired"]);
    }
  });

  test("that has expired since then is still good for the signature", async () => {
    expect((await verifyPdf(await signPdf(plain(), ec, first), "2040-01-01T00:00:00.000Z")).valid).toBe(true);
  });

  test("is judged by our own clock when the signer claims a time that is yet to come", async () => {
    const signed = await signPdf(plain(), ec, { ...first, signedAt: "2028-01-01T00:00:00.000Z" });
    expect(await codes(signed, "2026-01-01T00:00:00.000Z")).toEqual(["signatures.0:certificate-expired"]);
  });
});
