import type { SignatureReport, VerificationResult } from "#domain";
import { readBytes } from "./files.ts";
import { onlyFile, readOptions } from "./options.ts";
import { problemLine, say } from "./print.ts";

/** `assay verify`: 0 when the PDF is validly signed, 1 when it is not. */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions("verify", args, { json: { type: "boolean" } });
  const path = onlyFile("verify", positionals);
  const bytes = readBytes(path);
  const { verifyPdf } = await import("#signing");
  const result = await verifyPdf(bytes, new Date().toISOString());
  const { valid, signatures, problems } = result;
  say(values.json ? JSON.stringify({ valid, signatures, problems }, null, 2) : inWords(path, result));
  return valid ? 0 : 1;
}

function inWords(path: string, { valid, signatures, problems }: VerificationResult): string {
  return [
    `${path}: ${valid ? "validly signed" : "NOT validly signed"}`,
    ...signatures.flatMap((one) => signatureLines(path, one)),
    ...problems.map((one) => problemLine(path, one)),
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
