import { join } from "node:path";
import { WorkbenchError, type PdfAttachment, type SignatureReport, type VerificationResult } from "#domain";
import { digestOf, makeFolder, readBytes, writeNew } from "./files.ts";
import { onlyFile, readOptions } from "./options.ts";
import { problemLine, say } from "./print.ts";

/** `assay verify`: 0 when the PDF is validly signed, 1 when it is not. */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions("verify", args, { json: { type: "boolean" }, extract: { type: "string" } });
  const path = onlyFile("verify", positionals);
  const bytes = readBytes(path);
  const { readAttachments, verifyPdf } = await import("#signing");
  const result = await verifyPdf(bytes, new Date().toISOString());
  const carried = await readAttachments(bytes);
  if (values.extract !== undefined) extract(values.extract, carried);
  const { valid, certification, signatures, problems } = result;
  say(values.json ? JSON.stringify({ valid, certification, signatures, problems, attachments: carried.map(factsOf) }, null, 2) : inWords(path, result, carried));
  return valid ? 0 : 1;
}

/** Writes what the PDF carries into the folder; a file that is there already stays, and is an error. */
function extract(folder: string, carried: readonly PdfAttachment[]): void {
  if (folder === "") throw new WorkbenchError("bad-input", "--extract names a folder.");
  makeFolder(folder);
  const taken = new Set<string>();
  for (const [index, { name, bytes }] of carried.entries()) {
    if (bytes === null) continue;
    const own = taken.has(name.toLowerCase()) ? `${index + 1}-${name}` : name;
    taken.add(own.toLowerCase());
    writeNew(join(folder, own), bytes);
  }
}

function factsOf({ bytes, ...facts }: PdfAttachment) {
  return { ...facts, bytes: bytes?.length ?? null, sha256: bytes && digestOf(bytes).replace("sha256-", "") };
}

function inWords(path: string, { valid, signatures, problems }: VerificationResult, carried: readonly PdfAttachment[]): string {
  return [
    `${path}: ${valid ? "validly signed" : "NOT validly signed"}`,
    ...signatures.flatMap((one) => signatureLines(path, one)),
    ...problems.map((one) => problemLine(path, one)),
    ...carried.map((one) => carriedLine(one, valid)),
  ].join("\n");
}

function signatureLines(path: string, { field, certificate, claimedAt, coversWholeFile, valid, problems }: SignatureReport): readonly string[] {
  return [
    `  ${field}: ${valid ? "holds" : "does not hold"}, by ${certificate?.subject ?? "an unknown signer"}, ${coversWholeFile ? "over the whole file" : "over a part of the file"}`,
    ...(claimedAt ? [`    said to be signed at ${claimedAt} by the signer's own clock`] : []),
    ...(certificate ? [`    certificate ${certificate.fingerprint}, issued by ${certificate.selfSigned ? "its own holder" : certificate.issuer}`] : []),
    ...problems.map((one) => `    ${problemLine(path, one)}`),
  ];
}

function carriedLine({ name, bytes }: PdfAttachment, isCovered: boolean): string {
  const what = bytes ? `${bytes.length} bytes, SHA-256 ${digestOf(bytes).replace("sha256-", "")}` : "cannot be unpacked";
  return `  inside: ${name}, ${what}${isCovered ? "" : ", vouched for by no valid signature"}`;
}
