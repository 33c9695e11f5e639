import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { Certificate, ContentInfo, SignedData } from "pkijs";
import type { ProblemCode } from "#domain";
import { composeReport, renderPdf } from "#report";
import { countersignPdf, importIdentity, signPdf, type SigningIdentity } from "#signing";
import { attachedFiles } from "#exchange";
import { hashText } from "#journal";
import { buildCms } from "../../src/signing/build-cms.ts";
import { inputOf, template } from "../report/compose/sample.ts";
import { readReportFonts } from "../report-fonts.ts";
import { certifying, forge } from "../signing/forge.ts";
import { appendPacked, packed } from "../signing/packed.ts";
import { append, bytesOf, reportLike, textOf } from "../signing/pdfs.ts";

export interface Vector {
  readonly file: string;
  /** what a stranger should know of it, in one sentence */
  readonly what: string;
  readonly valid: boolean;
  /** codes that a verifier of ours gives, of the file and of its signatures together, in no order */
  readonly problems: readonly ProblemCode[];
  readonly signatures: number;
  readonly certification: 1 | 2 | 3 | null;
  /** whether building it again gives the same bytes: not with ECDSA, which draws a number each time, nor where the paper follows the report */
  readonly isRepeatable: boolean;
  readonly bytes: Uint8Array;
}

/** When all but the vectors about time were signed, and when they are judged. */
export const signedAt = "2026-11-21T09:00:00.000Z";
export const judgedAt = "2026-11-21T12:00:00.000Z";

const keys = join(import.meta.dirname, "keys");
const first = { field: "Signature1", signedAt, name: "Vector One", certify: true };
const second = { signedAt, name: "測試二 Vector Two", reason: "覆核" };
const noteField = (title: string, rect: string, value = "20 0 R") => `<</Type /Annot /Subtype /Widget /FT /Sig /T (${title}) /Rect [${rect}] /F 132 /P 3 0 R /V ${value}>>`;
const page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> /Annots [7 0 R 8 0 R]>>";
const otherWords = "<</Length 36>>\nstream\nBT /F1 18 Tf 20 100 Td (All well) Tj ET\nendstream";
const field1 = noteField("Signature1", "20 20 180 70");
const field2 = noteField("Signature2", "20 130 180 180");

/** Every vector, good ones first. */
export async function buildVectors(): Promise<readonly Vector[]> {
  const [rsa, ecdsa, expired, stranger] = await Promise.all(["rsa", "ecdsa", "expired", "stranger"].map(identity));
  if (!rsa || !ecdsa || !expired || !stranger) throw new Error("A key is missing.");
  const once = await signPdf(reportLike(), rsa, first);
  return [
    ...(await goodOnes({ rsa, ecdsa, expired, once })),
    ...(await altered(once, ecdsa)),
    ...(await forged({ rsa, ecdsa, expired, stranger, once })),
    ...(await packedOnes(rsa, ecdsa)),
  ];
}

async function identity(name: string): Promise<SigningIdentity> {
  const read = await importIdentity(new Uint8Array(readFileSync(join(keys, `${name}.p12`))), "test");
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.value;
}

type Facts = Omit<Vector, "bytes" | "valid" | "problems" | "isRepeatable"> & { readonly isRepeatable?: boolean };
const good = (facts: Facts, bytes: Uint8Array): Vector => ({ isRepeatable: true, ...facts, valid: true, problems: [], bytes });
const bad = (facts: Facts & { readonly problems: readonly ProblemCode[] }, bytes: Uint8Array): Vector => ({ isRepeatable: true, ...facts, valid: false, bytes });

interface Given {
  readonly rsa: SigningIdentity;
  readonly ecdsa: SigningIdentity;
  readonly expired: SigningIdentity;
  readonly once: Uint8Array;
}

async function goodOnes({ rsa, ecdsa, expired, once }: Given): Promise<readonly Vector[]> {
  const plain = { ...first, certify: false };
  return [
    good({ file: "good-rsa.pdf", what: "Signed once with RSA 2048, certifying: later signatures are allowed and nothing else.", signatures: 1, certification: 2 }, once),
    good({ file: "good-ecdsa.pdf", what: "Signed once with ECDSA P-256; signer and reason are in Chinese.", signatures: 1, certification: 2, isRepeatable: false }, await signPdf(reportLike(), ecdsa, { ...first, ...second })),
    good({ file: "good-approval.pdf", what: "Signed once without certifying.", signatures: 1, certification: null }, await signPdf(reportLike(), rsa, plain)),
    good({ file: "good-twice.pdf", what: "Certified with RSA, then countersigned with ECDSA in a field of its own: both hold.", signatures: 2, certification: 2, isRepeatable: false }, await countersignPdf(once, ecdsa, second)),
    good({ file: "good-expired-since.pdf", what: "Signed while the certificate was valid; it has expired since, which does not undo the signature.", signatures: 1, certification: 2 }, await signPdf(reportLike(), expired, { ...first, signedAt: "2020-06-01T09:00:00.000Z" })),
    good({ file: "good-report-zh.pdf", what: "A tagged report in Chinese with the assessment and its figures attached.", signatures: 1, certification: 2 }, new Uint8Array(readFileSync(join(import.meta.dirname, "good-report-zh.pdf")))),
  ];
}

function chineseReport(): Uint8Array {
  const input = inputOf({ language: "zh-TW", template: template([{ part: "summary", detail: "brief" }, { part: "provenance", detail: "brief" }]) });
  const attachments = attachedFiles(input.assessment, [], input.result).map((file) => ({ ...file, digest: hashText(file.text) }));
  return renderPdf(composeReport({ ...input, attachments }), readReportFonts());
}

/** Files with object streams and cross-reference streams, as reports are now; those above have tables, as reports had. */
async function packedOnes(rsa: SigningIdentity, ecdsa: SigningIdentity): Promise<readonly Vector[]> {
  const once = await signPdf(packed(reportLike()), rsa, first);
  const facts = { signatures: 1, certification: 2, problems: ["not-whole-file", "changed-after-signing"] } as const;
  const font = "<</Type /Font /Subtype /Type1 /BaseFont /Courier>>";
  const field = `<</Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /Rect [20 130 180 180] /F 132 /P 3 0 R /V 40 0 R>>`;
  const otherFont = appendPacked(once, { held: { 5: font } });
  const approved = await signPdf(packed(reportLike()), rsa, { ...first, certify: false });
  const signature = /<<\/Type \/Sig[\s\S]*?>>>/.exec(textOf(approved))?.[0] ?? "";
  return [
    good({ file: "good-packed.pdf", what: "Signed once, certifying; all but streams stands in an object stream, and both revisions end in cross-reference streams.", signatures: 1, certification: 2 }, once),
    good({ file: "good-packed-twice.pdf", what: "The same, countersigned with ECDSA: both hold.", signatures: 2, certification: 2, isRepeatable: false }, await countersignPdf(once, ecdsa, second)),
    good({ file: "good-packed-report-zh.pdf", what: "A tagged report in Chinese in this form, with the assessment and its figures attached.", signatures: 1, certification: 2, isRepeatable: false }, await signPdf(chineseReport(), rsa, first)),
    bad({ file: "bad-packed-content-replaced.pdf", what: "An update in the same form puts other words on the page.", ...facts }, appendPacked(once, { open: { 4: otherWords } })),
    bad({ file: "bad-packed-font-replaced.pdf", what: "An update brings an object stream that holds another font in place of the page's.", ...facts }, otherFont),
    bad({ file: "bad-packed-font-replaced-covered.pdf", what: "The same update, then a second signature over all of it.", ...facts, signatures: 2, problems: ["changed-after-signing"], isRepeatable: false }, await signPdf(otherFont, ecdsa, { ...second, field: "Signature2" })),
    bad({ file: "bad-packed-hidden-object.pdf", what: "An update brings an object stream that holds an object which no cross-reference stream lists.", ...facts }, appendPacked(once, { held: { 40: "null" }, hidden: { 5: font } })),
    bad({ file: "bad-packed-container-replaced.pdf", what: "An update puts another object stream in place of the one that was signed.", ...facts }, appendPacked(once, { open: otherContainer(once) })),
    bad({ file: "bad-packed-table-appended.pdf", what: "An update ends in a cross-reference table, so that the file lists its objects in two ways.", ...facts }, append(once, { 30: "null" })),
    bad({ file: "bad-packed-signature-held.pdf", what: "A second signature stands in an object stream, where it can cover nothing.", signatures: 2, certification: null, problems: ["not-whole-file", "byte-range-invalid"] }, appendPacked(approved, { held: { 8: field, 40: signature } })),
  ];
}

/** The first object stream with another font in it, under its own number. */
function otherContainer(pdf: Uint8Array): Readonly<Record<number, string>> {
  const [, number = "", dictionary = "", data = ""] = /(\d+) 0 obj\n(<<\/Type \/ObjStm.*?>>)\nstream\n([^]*?)\nendstream/.exec(textOf(pdf)) ?? [];
  const other = textOf(deflateSync(bytesOf(textOf(inflateSync(bytesOf(data))).replace("/Helvetica", "/Courier  "))));
  return { [number]: `${dictionary.replace(/\/Length \d+/, `/Length ${other.length}`)}\nstream\n${other}\nendstream` };
}

/** Good files that somebody laid hands on afterwards. */
async function altered(once: Uint8Array, ecdsa: SigningIdentity): Promise<readonly Vector[]> {
  const text = textOf(once);
  const replaced = append(once, { 4: otherWords });
  const afterwards = ["not-whole-file", "changed-after-signing"] as const;
  const after = (file: string, what: string, bytes: Uint8Array) => bad({ file, what, signatures: 1, certification: 2, problems: afterwards }, bytes);
  return [
    bad({ file: "bad-unsigned.pdf", what: "Never signed; its signature fields are empty.", signatures: 0, certification: null, problems: ["pdf-unsigned"] }, reportLike()),
    bad({ file: "bad-byte-flipped.pdf", what: "One letter on the page is another.", signatures: 1, certification: 2, problems: ["digest-mismatch"] }, bytesOf(text.replace("(Assessment)", "(Assessmenu)"))),
    bad({ file: "bad-signature-flipped.pdf", what: "One bit of the signature value itself is another.", signatures: 1, certification: 2, problems: ["signature-mismatch"] }, flipInSignature(text)),
    bad({ file: "bad-white-space.pdf", what: "A line break stands behind the signed file: harmless, but not signed.", signatures: 1, certification: 2, problems: ["not-whole-file"] }, bytesOf(`${text}\n`)),
    after("bad-hidden-object.pdf", "An object is appended that no cross-reference table lists, for readers that repair files.", bytesOf(`${text}4 0 obj\n${otherWords}\nendobj\n`)),
    after("bad-content-replaced.pdf", "An update puts other words on the page; the signed bytes themselves are whole.", replaced),
    bad({ file: "bad-content-replaced-covered.pdf", what: "The same update, then a second signature over all of it.", signatures: 2, certification: 2, problems: ["changed-after-signing"], isRepeatable: false }, await signPdf(replaced, ecdsa, { ...second, field: "Signature2" })),
    after("bad-note-added.pdf", "An update puts a note on the page.", append(once, { 3: page.replace("8 0 R]", "8 0 R 30 0 R]"), 30: "<</Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Disregard this)>>" })),
    after("bad-field-over-page.pdf", "An update adds an empty signature field whose look covers the page.", append(once, {
      3: page.replace("8 0 R]", "8 0 R 30 0 R]"),
      30: "<</Type /Annot /Subtype /Widget /FT /Sig /T (Overlay) /Rect [0 0 200 200] /F 4 /P 3 0 R /AP <</N 31 0 R>>>>",
      31: "<</Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length 24>>\nstream\n1 g 0 0 200 200 re f    \nendstream",
    })),
    bad({ file: "bad-range-wide.pdf", what: "The byte range leaves out more than the signature.", signatures: 1, certification: 2, problems: ["byte-range-invalid", "not-whole-file"] }, withRange(text, ([, b, c, d]) => [0, b, c + 2, d - 2])),
    bad({ file: "bad-range-short.pdf", what: "The byte range ends before the file does.", signatures: 1, certification: 2, problems: ["digest-mismatch", "changed-after-signing", "not-whole-file"] }, withRange(text, ([, b, c, d]) => [0, b, c, d - 9])),
    bad({ file: "bad-truncated.pdf", what: "The last 200 bytes are missing.", signatures: 1, certification: null, problems: ["pdf-damaged", "byte-range-invalid", "not-whole-file"] }, once.subarray(0, once.length - 200)),
    bad({ file: "bad-encrypted.pdf", what: "Encrypted after signing, so that no signed byte is in its place.", signatures: 0, certification: null, problems: ["signature-unsupported"], isRepeatable: false }, encrypted(once)),
  ];
}

/** Files that no honest program would write. */
async function forged({ rsa, ecdsa, expired, stranger, once }: Given & { readonly stranger: SigningIdentity }): Promise<readonly Vector[]> {
  const catalog = "<</Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Perms <</DocMDP 20 0 R>>>>";
  const approved = await signPdf(reportLike(), rsa, { ...first, certify: false });
  const closed = await forge(reportLike(), rsa, { objects: { 1: catalog, 7: field1 }, entries: certifying(1) });
  const bare = { objects: { 7: field1 } };
  const isolated = (facts: { readonly file: string; readonly what: string; readonly problems: readonly ProblemCode[] }, bytes: Uint8Array) => bad({ signatures: 1, certification: null, ...facts }, bytes);
  return [
    isolated({ file: "bad-attributes-stripped.pdf", what: "The signed attributes are taken out of the signature.", problems: ["signature-mismatch", "certificate-not-bound"] }, await forge(reportLike(), rsa, { ...bare, cms: stripped })),
    isolated({ file: "bad-certificate-swapped.pdf", what: "Another certificate is put in place of the signer's.", problems: ["signature-mismatch", "certificate-not-bound"] }, await forge(reportLike(), rsa, { ...bare, cms: (own, digest) => swapped(own, digest, stranger) })),
    isolated({ file: "bad-certificate-expired.pdf", what: "Signed, by its own clock, years after the certificate had expired.", problems: ["certificate-expired"] }, await forge(reportLike(), expired, bare)),
    bad({ file: "bad-certified-twice.pdf", what: "A second signature certifies too, which only the first may do.", signatures: 2, certification: 2, problems: ["certified-again"], isRepeatable: false }, await forge(once, ecdsa, { signature: 30, objects: { 8: field2.replace("20 0 R", "30 0 R") }, entries: certifying(2) })),
    bad({ file: "bad-certified-late.pdf", what: "The first signature approves, the second certifies.", signatures: 2, certification: null, problems: ["certified-again"], isRepeatable: false }, await forge(approved, ecdsa, { signature: 30, objects: { 8: field2.replace("20 0 R", "30 0 R") }, entries: certifying(2) })),
    bad({ file: "bad-closed-then-signed.pdf", what: "Certified against every change, then signed once more.", signatures: 2, certification: 1, problems: ["changed-after-signing"], isRepeatable: false }, await forge(closed, ecdsa, { signature: 30, objects: { 8: field2.replace("20 0 R", "30 0 R") } })),
  ];
}

function flipInSignature(text: string): Uint8Array {
  const start = text.indexOf("/Contents <") + "/Contents <".length;
  const hex = text.slice(start, text.indexOf(">", start));
  const cms = Buffer.from(hex, "hex");
  const length = 4 + cms.readUInt16BE(2);
  // The signature value is what the CMS ends with.
  cms[length - 10] = (cms[length - 10] ?? 0) ^ 1;
  return bytesOf(text.replace(hex, cms.toString("hex")));
}

type Range = readonly [number, number, number, number];

function withRange(text: string, change: (range: Range) => Range): Uint8Array {
  const [whole = "", ...numbers] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(text) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map(Number);
  return bytesOf(text.replace(whole, `${`/ByteRange [${change([a, b, c, d]).join(" ")}`.padEnd(whole.length - 1)}]`));
}

function encrypted(pdf: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  const [plain, locked] = [join(folder, "plain.pdf"), join(folder, "locked.pdf")];
  writeFileSync(plain, pdf);
  execFileSync("qpdf", ["--encrypt", "", "owner", "256", "--", "--object-streams=disable", plain, locked]);
  const bytes = new Uint8Array(readFileSync(locked));
  rmSync(folder, { recursive: true });
  return bytes;
}

async function amended(own: SigningIdentity, digest: Uint8Array, change: (signed: SignedData) => void): Promise<Uint8Array> {
  const info = ContentInfo.fromBER(Uint8Array.from(await buildCms(own, digest)));
  const signed = new SignedData({ schema: info.content });
  change(signed);
  return new Uint8Array(new ContentInfo({ contentType: info.contentType, content: signed.toSchema(true) }).toSchema().toBER());
}

function stripped(own: SigningIdentity, digest: Uint8Array): Promise<Uint8Array> {
  return amended(own, digest, ({ signerInfos: [signer] }) => void delete signer?.signedAttrs);
}

function swapped(own: SigningIdentity, digest: Uint8Array, other: SigningIdentity): Promise<Uint8Array> {
  return amended(own, digest, (signed) => {
    const certificate = Certificate.fromBER(Uint8Array.from(other.certificates[0] ?? []));
    signed.certificates = [certificate];
    const [signer] = signed.signerInfos;
    if (signer) Object.assign(signer.sid as object, { issuer: certificate.issuer, serialNumber: certificate.serialNumber });
  });
}
