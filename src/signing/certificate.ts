import { BitString, ObjectIdentifier } from "asn1js";
import { Certificate, ExtKeyUsage, type PublicKeyInfo, RSAPublicKey, type RelativeDistinguishedNames } from "pkijs";
import { type CertificateFacts, WorkbenchError } from "#domain";
import { sha256, toHex } from "./digest.ts";
import { curves, oid, signingPurposes } from "./oids.ts";
import { tidy } from "./pdf/text.ts";

/** What a DER certificate says. Throws `bad-input` when the bytes are no certificate. */
export async function describeCertificate(der: Uint8Array): Promise<CertificateFacts> {
  return factsOf(parseCertificate(der), der);
}

/** Throws `bad-input` when the bytes are no X.509 certificate. */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return Certificate.fromBER(der as Uint8Array<ArrayBuffer>);
  } catch (cause) {
    throw new WorkbenchError("bad-input", "These bytes are not an X.509 certificate.", { cause });
  }
}

export async function factsOf(certificate: Certificate, der: Uint8Array): Promise<CertificateFacts> {
  return {
    subject: readableName(certificate.subject),
    organisation: attributeOf(certificate.subject, oid.organisation),
    issuer: readableName(certificate.issuer),
    selfSigned: await isSelfSigned(certificate),
    serial: toHex(certificate.serialNumber.valueBlock.valueHexView),
    notBefore: instantOf(certificate.notBefore.value),
    notAfter: instantOf(certificate.notAfter.value),
    fingerprint: toHex(await sha256(der)),
    key: describeKey(certificate.subjectPublicKeyInfo),
  };
}

/** Whether the certificate names itself as issuer and its own key made its signature. */
export async function isSelfSigned(certificate: Certificate): Promise<boolean> {
  return certificate.issuer.isEqual(certificate.subject) && (await isIssuedBy(certificate, certificate));
}

/** Whether the key of `issuer` made the signature of `certificate`. */
export async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  return certificate.verify(issuer).catch(() => false);
}

export function isValidAt(certificate: Certificate, at: number): boolean {
  // A certificate counts whole seconds, a clock milliseconds.
  return at >= certificate.notBefore.value.getTime() && at < certificate.notAfter.value.getTime() + 1000;
}

/** Whether key usage and extended key usage, where present, allow signing a document. */
export function maySignDocuments(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find((one) => one.extnID === oid.keyUsage)?.parsedValue;
  if (usage instanceof BitString && ((usage.valueBlock.valueHexView[0] ?? 0) & 0b1100_0000) === 0) return false;
  const purposes = certificate.extensions?.find((one) => one.extnID === oid.extendedKeyUsage)?.parsedValue;
  return !(purposes instanceof ExtKeyUsage) || purposes.keyPurposes.some((one) => signingPurposes.includes(one));
}

/** Bits of the RSA modulus, null for every other kind of key. Throws when the key is broken. */
export function rsaBits(key: PublicKeyInfo): number | null {
  if (key.algorithm.algorithmId !== oid.rsaEncryption) return null;
  const modulus = RSAPublicKey.fromBER(key.subjectPublicKey.valueBlock.valueHexView as Uint8Array<ArrayBuffer>).modulus.valueBlock.valueHexView;
  const first = modulus.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}

/** WebCrypto's name for the curve of the key, null when it is none of WebCrypto's. */
export function curveOf(key: PublicKeyInfo): (typeof curves)[string] | null {
  const parameters: unknown = key.algorithm.algorithmParams;
  if (key.algorithm.algorithmId !== oid.ecPublicKey || !(parameters instanceof ObjectIdentifier)) return null;
  return curves[parameters.valueBlock.toString()] ?? null;
}

function describeKey(key: PublicKeyInfo): string {
  try {
    const bits = rsaBits(key);
    if (bits !== null) return `RSA ${bits}`;
    const curve = curveOf(key);
    return curve ? `ECDSA ${curve.name}` : key.algorithm.algorithmId;
  } catch {
    return "unreadable";
  }
}

/** The common name, else the organisation, else all attributes. */
function readableName(holder: RelativeDistinguishedNames): string {
  const best = attributeOf(holder, oid.commonName) ?? attributeOf(holder, oid.organisation);
  return best ?? tidy(holder.typesAndValues.map((one) => textOf(one.value)).join(", "));
}

export function attributeOf(holder: RelativeDistinguishedNames, type: string): string | null {
  const found = holder.typesAndValues.find((one) => one.type === type);
  const text = found && tidy(textOf(found.value));
  return text ? text : null;
}

function textOf(value: { readonly valueBlock: { readonly value: unknown } }): string {
  return typeof value.valueBlock.value === "string" ? value.valueBlock.value : "";
}

/** ISO 8601; the epoch for a date that no clock shows. */
function instantOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
}

