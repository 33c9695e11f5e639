import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SigningIdentity, countersignPdf, createIdentity, signPdf, verifyPdf } from "#signing";
import { certifying, forge } from "./forge.ts";
import { append, bytesOf, plain, reportLike, textOf } from "./pdfs.ts";
import { type Workshop, openWorkshop } from "./tools.ts";

const now = new Date().toISOString();
const signedAt = new Date(Date.now() + 3_600_000).toISOString();
const first = { field: "Signature1", signedAt, name: "王小明", certify: true };
const date = `D:${signedAt.replace(/\.\d+Z$/, "").replace(/[-:T]/g, "")}Z`;
const options = { signedAt, name: "林淑芬", reason: "覆核" };
let shop: Workshop;
let one: SigningIdentity;
let two: SigningIdentity;

beforeAll(async () => {
  shop = openWorkshop();
  one = await createIdentity({ commonName: "王小明", algorithm: "rsa-3072", validFrom: now, validYears: 2 });
  two = await createIdentity({ commonName: "林淑芬", algorithm: "ecdsa-p256", validFrom: now, validYears: 2 });
});
afterAll(() => shop.close());

const refusal = (obstacle: string) => ({ name: "WorkbenchError", code: "not-countersignable", facts: { obstacle } });

describe("a countersigned file", () => {
  test("holds both signatures, here and for pdfsig and qpdf, the first still certifying", async () => {
    const signed = await signPdf(reportLike(), one, first);
    const both = await countersignPdf(signed, two, options);
    expect(Buffer.from(both.subarray(0, signed.length)).equals(Buffer.from(signed))).toBe(true);
    const result = await verifyPdf(both, signedAt);
    expect(result).toMatchObject({ valid: true, certification: 2, signatures: [{ field: "Signature1", valid: true }, { field: "Signature2", valid: true, reason: "覆核", coversWholeFile: true }] });
    const file = shop.write("both.pdf", both);
    const said = shop.run("pdfsig", "-nocert", file);
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
    expect(shop.run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    expect(textOf(both.subarray(signed.length))).not.toContain("DocMDP");
  });

  test("has the second seal in a field of its own, over nothing of the first", async () => {
    const file = shop.write("seals.pdf", await countersignPdf(await signPdf(reportLike(), one, first), two, options));
    shop.run("pdftoppm", "-r", "72", file, "seals");
    const image = shop.read("seals-1.ppm");
    const redRows = Array.from({ length: 200 }, (_, row) => {
      const from = image.length - 200 * 200 * 3 + row * 600;
      return Array.from({ length: 200 }, (_, x) => image.subarray(from + x * 3, from + x * 3 + 3)).some(([r = 0, g = 0, b = 0]) => r > 150 && g < 120 && b < 120);
    });
    // The fields stand from 130 to 180 and from 20 to 70, counted from below.
    expect(redRows.slice(20, 70).some(Boolean) && redRows.slice(130, 180).some(Boolean)).toBe(true);
    expect(redRows.slice(71, 129).some(Boolean)).toBe(false);
  });

  test("without a second field, or with one that lies over the first, gets an invisible one", async () => {
    const bare = await countersignPdf(await signPdf(plain(), one, first), two, options);
    expect((await verifyPdf(bare, signedAt)).signatures.map((each) => each.field)).toEqual(["Signature1", "Signature2"]);
    const overlaid = bytesOf(textOf(reportLike()).replace("[20 130 180 180]", "[20 040 180 090]"));
    const apart = await countersignPdf(await signPdf(overlaid, one, first), two, options);
    expect((await verifyPdf(apart, signedAt)).signatures.map((each) => each.field)).toEqual(["Signature1", "Signature3"]);
    expect(shop.run("pdfsig", "-nocert", shop.write("apart.pdf", apart)).match(/Signature is Valid/g)).toHaveLength(2);
  });

  test("takes a third", async () => {
    const three = await createIdentity({ commonName: "Third", algorithm: "ecdsa-p256", validFrom: now, validYears: 2 });
    const all = await countersignPdf(await countersignPdf(await signPdf(reportLike(), one, first), two, options), three, options);
    expect(await verifyPdf(all, signedAt)).toMatchObject({ valid: true, signatures: [{}, {}, { field: "Signature3" }] });
  });
});

describe("no countersignature takes", () => {
  test("a file without a signature, or that is no PDF", async () => {
    await expect(countersignPdf(reportLike(), two, options)).rejects.toMatchObject(refusal("unsigned"));
    await expect(countersignPdf(bytesOf("no PDF"), two, options)).rejects.toMatchObject(refusal("invalid"));
  });

  test("a file whose first signature does not certify", async () => {
    await expect(countersignPdf(await signPdf(reportLike(), one, { ...first, certify: false }), two, options)).rejects.toMatchObject(refusal("not-certified"));
  });

  test("a file closed against every change", async () => {
    const field = "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [20 20 180 70] /F 132 /P 3 0 R /V 20 0 R>>";
    const catalog = "<</Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Perms <</DocMDP 20 0 R>>>>";
    const closed = await forge(reportLike(), one, { objects: { 7: field, 1: catalog }, entries: certifying(1), date });
    expect(await verifyPdf(closed, signedAt)).toMatchObject({ valid: true, certification: 1 });
    await expect(countersignPdf(closed, two, options)).rejects.toMatchObject(refusal("closed"));
  });

  test("a file changed after signing, in its bytes or by an update", async () => {
    const signed = await signPdf(reportLike(), one, first);
    const flipped = Uint8Array.from(signed);
    flipped[200] = (flipped[200] ?? 0) ^ 1;
    await expect(countersignPdf(flipped, two, options)).rejects.toMatchObject(refusal("invalid"));
    await expect(countersignPdf(append(signed, { 5: "<</Type /Font /Subtype /Type1 /BaseFont /Courier>>" }), two, options)).rejects.toMatchObject(refusal("invalid"));
  });

  test("a file that the same identity has signed, first or second", async () => {
    const signed = await signPdf(reportLike(), one, first);
    await expect(countersignPdf(signed, one, options)).rejects.toMatchObject(refusal("same-signer"));
    await expect(countersignPdf(await countersignPdf(signed, two, options), two, options)).rejects.toMatchObject(refusal("same-signer"));
  });

  test("an identity whose certificate is not valid at that time", async () => {
    const later = "2040-01-01T00:00:00.000Z";
    await expect(countersignPdf(await signPdf(reportLike(), one, first), two, { ...options, signedAt: later })).rejects.toMatchObject({ code: "signing-failed" });
  });
});

test("a second signature that certifies once more makes the file invalid", async () => {
  const signed = await signPdf(reportLike(), one, { ...first, certify: false });
  const field = "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /Rect [20 130 180 180] /F 132 /P 3 0 R /V 20 0 R>>";
  const late = await forge(signed, two, { objects: { 8: field }, entries: certifying(2), date });
  expect((await verifyPdf(late, signedAt)).signatures.map((each) => each.problems.map(({ code }) => code))).toEqual([[], ["certified-again"]]);
});
