import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SigningIdentity, createIdentity, importIdentity, signPdf, verifyPdf } from "#signing";
import { append, bytesOf, fromJsPdf, pdfOf, plain, reportLike, textOf } from "./pdfs.ts";
import { type Workshop, makeP12, makeSelfSigned, openWorkshop } from "./tools.ts";

const signedAt = new Date(Date.now() + 3_600_000).toISOString();
const first = { field: "Signature1", signedAt, name: "王小明", reason: "核准", location: "Taipei", certify: true };
const second = { field: "Signature2", signedAt, name: "Second" };
let shop: Workshop;
let identities: Readonly<Record<"ec" | "rsa" | "imported", SigningIdentity>>;

beforeAll(async () => {
  shop = openWorkshop();
  makeSelfSigned(shop, "own", "rsa");
  const read = await importIdentity(makeP12(shop, "own", "secret", "modern"), "secret");
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const input = { commonName: "王小明", organisation: "Acme", country: "TW", validFrom: new Date().toISOString(), validYears: 2 };
  identities = {
    ec: await createIdentity({ ...input, algorithm: "ecdsa-p256" }),
    rsa: await createIdentity({ ...input, algorithm: "rsa-3072" }),
    imported: read.value,
  };
});
afterAll(() => shop.close());

/** The CMS and the signed bytes of the last signature, as two files, and what openssl says of them. */
function opensslSays(pdf: Uint8Array, ...options: readonly string[]): string {
  const text = textOf(pdf);
  const range = [...text.matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)].at(-1)?.slice(1).map(Number) ?? [];
  const [, before = 0, second = 0, after = 0] = range;
  expect(text[before]).toBe("<");
  expect(text[second - 1]).toBe(">");
  expect(second + after).toBe(pdf.length);
  const cms = Buffer.from(text.slice(before + 1, second - 1), "hex");
  shop.write("cms.der", cms.subarray(0, 4 + cms.readUInt16BE(2)));
  shop.write("content.bin", Buffer.concat([pdf.subarray(0, before), pdf.subarray(second, second + after)]));
  const { code, output } = shop.attempt("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms.der", "-content", "content.bin", "-out", "out.bin", ...options);
  expect(code, output).toBe(0);
  return output;
}

/** The options that make openssl trust the certificate of this identity, at the time of signing. */
function trusting(kind: "ec" | "rsa" | "imported"): readonly string[] {
  shop.write("trusted.der", identities[kind].certificates[0] ?? new Uint8Array());
  shop.run("openssl", "x509", "-inform", "DER", "-in", "trusted.der", "-out", "trusted.pem");
  return ["-CAfile", "trusted.pem", "-purpose", "any"];
}

describe.each(["ec", "rsa", "imported"] as const)("a PDF signed with %s", (kind) => {
  test.each([
    ["a report with fields", reportLike],
    ["a page without a form", plain],
    ["jsPDF's own output", fromJsPdf],
  ])("is accepted by pdfsig, qpdf and openssl: %s", async (_, make) => {
    const one = await signPdf(make(), identities[kind], first);
    const file = shop.write("one.pdf", one);
    const said = shop.run("pdfsig", "-nocert", file);
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
    expect(said).toContain("ETSI.CAdES.detached");
    expect(said).toContain("王小明".slice(0, kind === "imported" ? 0 : 3));
    expect(shop.run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    expect(opensslSays(one, "-noverify")).toContain("CMS Verification successful");
    expect(opensslSays(one, ...trusting(kind), "-cades")).toContain("CAdES Verification successful");
  });

  test("takes a second signature that pdfsig and qpdf accept beside the first", async () => {
    const both = await signPdf(await signPdf(reportLike(), identities[kind], first), identities.ec, second);
    const file = shop.write("both.pdf", both);
    const said = shop.run("pdfsig", "-nocert", file);
    expect(said.match(/Signature is Valid/g)).toHaveLength(2);
    expect(said.match(/ {2}- Total document signed/g)).toHaveLength(1);
    expect(shop.run("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
    expect(opensslSays(both, ...trusting("ec"), "-cades")).toContain("CAdES Verification successful");
  });
});

describe("the update that carries a signature", () => {
  test("keeps every byte before it, the trailer's /ID, and field and widget in one object", async () => {
    const pdf = reportLike();
    const signed = await signPdf(pdf, identities.ec, first);
    expect(Buffer.from(signed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
    const tail = textOf(signed.subarray(pdf.length));
    expect(tail).toContain("/ID [<0102> <0102>]");
    expect(tail).toMatch(/\/Prev \d+/);
    expect(tail).toMatch(/7 0 obj\n<<\/Type \/Annot\n\/Subtype \/Widget\n\/FT \/Sig[\s\S]*?\/V 9 0 R\n\/AP <<\/N \d+ 0 R>>>>\nendobj/);
    expect(tail).toContain("/SigFlags 3");
    expect(tail).not.toContain("NeedAppearances");
  });

  test("has no signing time but in /M, and the attributes in the order of DER", async () => {
    opensslSays(await signPdf(reportLike(), identities.ec, first), "-noverify");
    const parsed = shop.run("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", "cms.der");
    expect(parsed).not.toContain("signingTime");
    const order = ["object: contentType", "object: messageDigest", "object: id-smime-aa-signingCertificateV2"].map((name) => parsed.indexOf(name));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order.every((at) => at > 0)).toBe(true);
  });

  test("certifies with the first signature only", async () => {
    const one = await signPdf(reportLike(), identities.ec, first);
    const both = await signPdf(one, identities.rsa, { ...second, certify: true });
    expect(textOf(one)).toMatch(/\/TransformMethod \/DocMDP\n\/TransformParams <<\/Type \/TransformParams\n\/P 2/);
    expect(textOf(one)).toMatch(/\/Perms <<\/DocMDP \d+ 0 R>>/);
    expect(textOf(both.subarray(one.length))).not.toContain("DocMDP");
    expect(textOf(await signPdf(reportLike(), identities.ec, { ...first, certify: false }))).not.toContain("DocMDP");
  });

  test("draws the seal into the field without any text", async () => {
    const file = shop.write("seal.pdf", await signPdf(reportLike(), identities.ec, first));
    shop.run("pdftoppm", "-r", "72", file, "seal");
    const image = shop.read("seal-1.ppm");
    let red = 0;
    for (let at = 15; at + 2 < image.length; at += 3) if ((image[at] ?? 0) > 150 && (image[at + 1] ?? 0) < 120 && (image[at + 2] ?? 0) < 120) red += 1;
    expect(red).toBeGreaterThan(50);
    expect(shop.run("pdftotext", file, "-").trim()).toBe("Assessment");
  });

  test("keeps little more room for the signature than it takes", async () => {
    for (const kind of ["ec", "rsa", "imported"] as const) {
      const hex = /\/Contents <([0-9a-f]+)>/.exec(textOf(await signPdf(plain(), identities[kind], first)))?.[1] ?? "";
      const spare = /0*$/.exec(hex)?.[0].length ?? 0;
      expect(spare / 2).toBeGreaterThan(16);
      expect(spare / 2).toBeLessThan(700);
    }
  });
});

describe("what cannot be signed lawfully", () => {
  const refused = async (pdf: Uint8Array, code = "pdf-not-signable", field = "Signature1"): Promise<void> => {
    await expect(signPdf(pdf, identities.ec, { ...first, field })).rejects.toMatchObject({ name: "WorkbenchError", code });
  };

  test("a field that is already signed is refused", async () => {
    await refused(await signPdf(reportLike(), identities.ec, first), "field-already-signed");
  });

  test("a PDF that lists its objects in a table and in a stream beside it is refused", async () => {
    shop.write("plain.pdf", plain());
    shop.run("qpdf", "--object-streams=generate", "plain.pdf", "streams.pdf");
    const streams = shop.read("streams.pdf");
    expect((await verifyPdf(await signPdf(streams, identities.ec, first), signedAt)).valid).toBe(true);
    const start = /startxref\s+(\d+)/.exec(textOf(streams))?.[1];
    await refused(bytesOf(`${textOf(streams)}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 40 /Root 1 0 R /XRefStm ${start}>>\nstartxref\n${streams.length}\n%%EOF\n`));
  });

  test("an encrypted PDF is refused", async () => {
    shop.write("plain.pdf", plain());
    shop.run("qpdf", "--encrypt", "", "owner", "256", "--", "--object-streams=disable", "plain.pdf", "locked.pdf");
    await refused(shop.read("locked.pdf"));
  });

  test("a PDF certified against any change is refused", async () => {
    const text = textOf(await signPdf(reportLike(), identities.ec, first)).replace("/P 2\n", "/P 1\n");
    await refused(bytesOf(text), "pdf-not-signable", "Signature2");
  });

  test("a field that locks others once it is signed is refused", async () => {
    const pdf = append(reportLike(), { 7: "<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /Lock <</Action /All>>>>" });
    await refused(pdf);
  });

  test("what is empty, cut off, garbage or without pages is refused", async () => {
    const pdf = reportLike();
    await refused(new Uint8Array());
    await refused(pdf.subarray(0, pdf.length - 200));
    await refused(pdf.subarray(10));
    await refused(new Uint8Array(50_000).fill(0x25));
    await refused(pdfOf(["<</Type /Catalog>>"]));
  });

  test("a time that is none is refused", async () => {
    await expect(signPdf(plain(), identities.ec, { ...first, signedAt: "now" })).rejects.toMatchObject({ code: "bad-input" });
  });
});
