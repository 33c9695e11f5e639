import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { VerificationResult } from "#domain";
import { type SigningIdentity, createIdentity, signPdf, verifyPdf } from "#signing";
import { append, bytesOf, pdfOf, reportLike, textOf } from "./pdfs.ts";

const now = "2026-11-21T09:00:00.000Z";
let identity: SigningIdentity;
beforeAll(async () => {
  identity = await createIdentity({ commonName: "Signer", algorithm: "ecdsa-p256", validFrom: now, validYears: 3 });
});

/** Runs in less than `milliseconds`, is not valid, and says why. */
async function isHandled(pdf: Uint8Array, milliseconds = 3000): Promise<VerificationResult> {
  const started = performance.now();
  const result = await verifyPdf(pdf, now);
  expect(performance.now() - started).toBeLessThan(milliseconds);
  expect(result.valid).toBe(false);
  expect(result.problems.length + result.signatures.flatMap((one) => one.problems).length).toBeGreaterThan(0);
  for (const one of result.problems) expect(one.message).toMatch(/^[A-Z].*\.$/);
  return result;
}

const codes = (result: VerificationResult): readonly string[] => result.problems.map((one) => one.code);

describe("bytes that are no sound PDF come back as problems", () => {
  test("none at all, and a PDF without a signature", async () => {
    expect(codes(await isHandled(new Uint8Array()))).toEqual(["pdf-damaged"]);
    expect(codes(await isHandled(reportLike()))).toEqual(["pdf-unsigned"]);
  });

  test("any bytes, with and without the look of a PDF", async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => void (await isHandled(bytes))), { numRuns: 50 });
    const words = fc.constantFrom("<<", ">>", "[", "]", "(", ")", "<", ">", "/ByteRange", "/Contents", "1 0 obj", "endobj", "stream\n", "endstream", "xref\n", "trailer", "startxref", "0", "9999999999", "1 0 R", "/Prev", "%%EOF", "\n", "/Type", "/Sig", "-1", "null");
    const soup = fc.array(words, { maxLength: 200 }).map((all) => bytesOf(`%PDF-1.7\n${all.join(" ")}\nstartxref\n9\n%%EOF`));
    await fc.assert(fc.asyncProperty(soup, async (bytes) => void (await isHandled(bytes))), { numRuns: 200 });
  });

  test("a signed PDF cut anywhere", async () => {
    const pdf = await signPdf(reportLike(), identity, { field: "Signature1", signedAt: now, name: "Signer" });
    await fc.assert(fc.asyncProperty(fc.nat(pdf.length - 1), async (length) => void (await isHandled(pdf.subarray(0, length)))), { numRuns: 100 });
  });

  test("a signed PDF with pieces taken out, doubled or overwritten", async () => {
    const pdf = textOf(await signPdf(reportLike(), identity, { field: "Signature1", signedAt: now, name: "Signer" }));
    const edit = fc.tuple(fc.nat(pdf.length), fc.integer({ min: 1, max: 400 }), fc.constantFrom("", "0", "<<", ">>", "9 0 R", "twice"));
    await fc.assert(
      fc.asyncProperty(edit, async ([at, length, filling]) => {
        const piece = pdf.slice(at, at + length);
        const changed = pdf.slice(0, at) + (filling === "twice" ? piece + piece : filling) + pdf.slice(at + length);
        fc.pre(changed !== pdf);
        await isHandled(bytesOf(changed));
      }),
      { numRuns: 200 },
    );
  });

  test("20 MB of garbage, of slashes, of open brackets and of numbers", async () => {
    const size = 20 * 1024 * 1024;
    const noise = new Uint8Array(size);
    for (let at = 0, state = 1; at < size; at += 1) noise[at] = (state = (state * 1_103_515_245 + 12_345) >>> 0) >>> 24;
    for (const bytes of [noise, new Uint8Array(size).fill(0x2f), new Uint8Array(size).fill(0x5b), new Uint8Array(size).fill(0x39)]) {
      await isHandled(bytes);
      bytes.set(bytesOf("%PDF-1.7\n"));
      bytes.set(bytesOf("\nstartxref\n9\n%%EOF\n"), size - 19);
      await isHandled(bytes, 6000);
    }
  }, 60_000);

  test("20 MB of the word that announces a signature", async () => {
    await isHandled(bytesOf(`%PDF-1.7\n${"1 0 obj<</ByteRange[0 1 2 3]/Contents<00>".repeat(450_000)}`), 6000);
  }, 30_000);
});

describe("a structure made to keep the reader busy is left in bounded time", () => {
  const signatureField = (value: string): Uint8Array =>
    pdfOf(["<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>>", "<</Type /Pages /Kids [] /Count 0>>", `<</FT /Sig /T (S) /V ${value}>>`]);

  test.each([
    ["arrays nested 100,000 deep", "[".repeat(100_000)],
    ["dictionaries nested 100,000 deep", "<</A".repeat(100_000)],
    ["strings nested 1,000,000 deep", "(".repeat(1_000_000)],
    ["a reference to itself", "3 0 R"],
    ["a string that is never closed", "<00"],
  ])("%s", async (_, value) => {
    await isHandled(signatureField(value));
  });

  test("references that go in a circle", async () => {
    await isHandled(pdfOf(["<</Type /Catalog /AcroForm 2 0 R>>", "3 0 R", "2 0 R"]));
    await isHandled(pdfOf(["<</Type /Catalog /AcroForm <</Fields [2 0 R]>>>>", "<</T (a) /Kids [2 0 R]>>"]));
  });

  test("cross-reference sections that go in a circle", async () => {
    const pdf = textOf(reportLike());
    const start = /startxref\s+(\d+)/.exec(pdf)?.[1] ?? "";
    expect(codes(await isHandled(bytesOf(pdf.replace("/Size 9", `/Prev ${start} /Size 9`))))).toContain("pdf-damaged");
  });

  test("a table that claims a thousand million objects", async () => {
    await isHandled(bytesOf("%PDF-1.7\nxref\n0 1000000000\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF"));
  });

  test("100,000 entries that all name one large object", async () => {
    const large = `1 0 obj\n[${"0 ".repeat(500_000)}]\nendobj\n`;
    const rows = Array.from({ length: 100_000 }, () => "0000000009 00000 n \n").join("");
    await isHandled(bytesOf(`%PDF-1.7\n${large}xref\n1 100000\n${rows}trailer\n<</Size 100001 /Root 5 0 R>>\nstartxref\n${9 + large.length}\n%%EOF`));
  });

  test("a cross-reference stream that inflates a thousandfold", async () => {
    const bomb = textOf(deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 }));
    const object = `1 0 obj\n<</Type /XRef /W [1 4 2] /Size 20000000 /Root 1 0 R /Filter /FlateDecode /Length ${bomb.length}>>\nstream\n${bomb}\nendstream\nendobj\n`;
    expect(codes(await isHandled(bytesOf(`%PDF-1.7\n${object}startxref\n9\n%%EOF`)))).toContain("pdf-damaged");
  });

  test("a hundred updates", async () => {
    let pdf = await signPdf(reportLike(), identity, { field: "Signature1", signedAt: now, name: "Signer" });
    for (let round = 0; round < 100; round += 1) pdf = append(pdf, { [100 + round]: "null" });
    expect(codes(await isHandled(pdf))).toEqual(["not-whole-file"]);
  });
});
