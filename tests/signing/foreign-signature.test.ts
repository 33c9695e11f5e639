import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyPdf } from "#signing";
import { bytesOf, textOf } from "./pdfs.ts";
import { type Workshop, makeSelfSigned, openWorkshop } from "./tools.ts";

let shop: Workshop;
const now = new Date(Date.now() + 3_600_000).toISOString();
const pdfDate = `D:${now.slice(0, 19).replace(/[-:T]/g, "")}+00'00'`;

beforeAll(() => {
  shop = openWorkshop();
  makeSelfSigned(shop, "rsa", "rsa");
  makeSelfSigned(shop, "ec", "ec");
  shop.run("openssl", "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", "short.key", "-out", "short.crt", "-days", "99", "-subj", "/CN=Short");
  shop.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.crt", "-days", "99", "-subj", "/CN=Server", "-addext", "extendedKeyUsage=serverAuth");
  shop.run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "cipher.key", "-out", "cipher.crt", "-days", "99", "-subj", "/CN=Cipher", "-addext", "keyUsage=keyEncipherment");
});
afterAll(() => shop.close());

interface Recipe {
  readonly key: "rsa" | "ec" | "short" | "server" | "cipher";
  readonly subFilter: string;
  readonly options?: readonly string[];
  /** With object streams and a cross-reference stream. */
  readonly packed?: boolean;
}

/** A PDF of another writer, its signature made by openssl. */
function signedElsewhere({ key, subFilter, options = [], packed = false }: Recipe): Uint8Array {
  const contents = "0".repeat(8000);
  const signature = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (${pdfDate}) /Contents <${contents}> /ByteRange [${" ".repeat(40)}]>>`;
  const pdf = packed ? packedPdf(signature) : openPdf(signature);
  const before = pdf.indexOf("/Contents <") + 10;
  const behind = before + 8002;
  const ranged = pdf.replace(`[${" ".repeat(40)}]`, `[${`0 ${before} ${behind} ${pdf.length - behind}`.padEnd(40)}]`);
  shop.write("content.bin", bytesOf(ranged.slice(0, before) + ranged.slice(behind)));
  shop.run("openssl", "cms", "-sign", "-binary", "-in", "content.bin", "-signer", `${key}.crt`, "-inkey", `${key}.key`, "-outform", "DER", "-out", "made.der", ...options);
  const hex = Buffer.from(shop.read("made.der")).toString("hex").padEnd(8000, "0");
  return bytesOf(ranged.slice(0, before + 1) + hex + ranged.slice(behind - 1));
}

const bodies = ["<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [4 0 R] /SigFlags 3>>>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>", "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [4 0 R]>>", "<</Type /Annot /Subtype /Widget /FT /Sig /T (Sign\\040here) /Rect [0 0 0 0] /V 5 0 R>>"];

function openPdf(signature: string): string {
  let text = "%PDF-1.4\r\n";
  const rows = [...bodies, signature].map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\r\n${body}\r\nendobj\r\n`;
    return `${String(offset).padStart(10, "0")} 00000 n\r\n`;
  });
  return `${text}xref\r\n0 6\r\n0000000000 65535 f\r\n${rows.join("")}trailer\r\n<</Size 6/Root 1 0 R>>\r\nstartxref\r\n${text.length}\r\n%%EOF`;
}

function packedPdf(signature: string): string {
  const start = "%PDF-1.5\n";
  const open = `${start}5 0 obj\n${signature}\nendobj\n`;
  let header = "";
  let inner = "";
  for (const [index, body] of bodies.entries()) {
    header += `${index + 1} ${inner.length} `;
    inner += `${body} `;
  }
  const data = textOf(deflateSync(bytesOf(header + inner)));
  const withObjects = `${open}6 0 obj\n<</Type /ObjStm /N 4 /First ${header.length} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
  const rows = [[0, 0, 255], [2, 6, 0], [2, 6, 1], [2, 6, 2], [2, 6, 3], [1, start.length, 0], [1, open.length, 0], [1, withObjects.length, 0]];
  const raw = rows.map(([type = 0, second = 0, third = 0]) => [type, second >> 8, second & 0xff, third]);
  // PNG predictor “up”, as most writers use.
  const predicted = raw.map((row, at) => [2, ...row.map((byte, column) => (byte - (raw[at - 1]?.[column] ?? 0)) & 0xff)]).flat();
  const table = textOf(deflateSync(Uint8Array.from(predicted)));
  const parameters = "/DecodeParms <</Predictor 12 /Columns 4>>";
  return `${withObjects}7 0 obj\n<</Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode ${parameters} /Length ${table.length}>>\nstream\n${table}\nendstream\nendobj\nstartxref\n${withObjects.length}\n%%EOF`;
}

const codes = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const { problems, signatures } = await verifyPdf(pdf, now);
  return [...problems, ...signatures.flatMap((one) => one.problems)].map((one) => one.code);
};

describe("a signature made elsewhere", () => {
  test.each<[string, Recipe]>([
    ["RSA, the older form", { key: "rsa", subFilter: "adbe.pkcs7.detached" }],
    ["EC, the older form", { key: "ec", subFilter: "adbe.pkcs7.detached" }],
    ["RSA, CAdES", { key: "rsa", subFilter: "ETSI.CAdES.detached", options: ["-cades"] }],
    ["RSA-PSS", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-keyopt", "rsa_padding_mode:pss"] }],
    ["SHA-512", { key: "ec", subFilter: "ETSI.CAdES.detached", options: ["-cades", "-md", "sha512"] }],
    ["the signer named by its key", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-keyid"] }],
    ["without signed attributes", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-noattr"] }],
    ["object streams and a cross-reference stream", { key: "ec", subFilter: "ETSI.CAdES.detached", options: ["-cades"], packed: true }],
  ])("is valid: %s", async (_, recipe) => {
    const result = await verifyPdf(signedElsewhere(recipe), now);
    expect(result).toMatchObject({ valid: true, problems: [], signatures: [{ field: "Sign here", valid: true, problems: [], coversWholeFile: true, claimedAt: `${now.slice(0, 19)}.000Z` }] });
  });

  test.each<[string, Recipe, readonly string[]]>([
    ["SHA-1", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-md", "sha1"] }, ["signature-unsupported"]],
    ["MD5", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-md", "md5"] }, ["signature-unsupported"]],
    ["no binding of the certificate, though CAdES", { key: "rsa", subFilter: "ETSI.CAdES.detached" }, ["certificate-not-bound"]],
    ["a timestamp", { key: "rsa", subFilter: "ETSI.RFC3161" }, ["signature-unsupported"]],
    ["the form of 1999", { key: "rsa", subFilter: "adbe.pkcs7.sha1" }, ["signature-unsupported"]],
    ["a key of 1024 bits", { key: "short", subFilter: "adbe.pkcs7.detached" }, ["certificate-unsuitable"]],
    ["a server's certificate", { key: "server", subFilter: "adbe.pkcs7.detached" }, ["certificate-unsuitable"]],
    ["a key for encryption only", { key: "cipher", subFilter: "adbe.pkcs7.detached" }, ["certificate-unsuitable"]],
    ["no certificate inside", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-nocerts"] }, ["signature-unreadable"]],
    ["the content inside", { key: "rsa", subFilter: "adbe.pkcs7.detached", options: ["-nodetach"] }, ["signature-unreadable"]],
    ["a subfilter named like a built-in", { key: "rsa", subFilter: "__proto__" }, ["signature-unsupported"]],
  ])("is reported for what it is: %s", async (_, recipe, expected) => {
    expect(await codes(signedElsewhere(recipe))).toEqual(expected);
  });

  test("whose signed bytes were altered is reported as such", async () => {
    const pdf = textOf(signedElsewhere({ key: "rsa", subFilter: "adbe.pkcs7.detached" }));
    expect(await codes(bytesOf(pdf.replace("[0 0 9 9]", "[0 0 8 8]")))).toEqual(["digest-mismatch"]);
  });

  test("whose signature is another's is reported as such", async () => {
    const one = textOf(signedElsewhere({ key: "rsa", subFilter: "adbe.pkcs7.detached" }));
    const hex = Buffer.from(shop.read("made.der")).toString("hex");
    const altered = `${hex.slice(0, -4)}${hex.endsWith("0000") ? "1111" : "0000"}`;
    expect(await codes(bytesOf(one.replace(hex, altered)))).toEqual(["signature-mismatch"]);
  });
});
