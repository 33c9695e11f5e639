import { Null, ObjectIdentifier, OctetString, Set as AsnSet, fromBER } from "asn1js";
import { type AlgorithmIdentifier, type Attribute, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo, getCrypto } from "pkijs";
import type { CertificateFacts, Instant, Problem } from "#domain";
import { compareBytes } from "./build-cms.ts";
import { factsOf, isIssuedBy, isValidAt, maySignDocuments, rsaBits } from "./certificate.ts";
import { hash, sameBytes } from "./digest.ts";
import { isBound } from "./is-bound.ts";

import { measureBer } from "./measure-ber.ts";
import { digestNames, digestOfSignature, oid, weakDigestNames } from "./oids.ts";
import { problem } from "./problem.ts";

export interface CmsFindings {
  readonly certificate: CertificateFacts | null;
  readonly digestAlgorithm: string | null;
  /** The signed attribute, where /M is missing. */
  readonly signingTime: Instant | null;
  readonly problems: readonly Problem[];
}

export interface CmsQuestion {
  /** /Contents: the CMS, then zeros. */
  readonly contents: Uint8Array;
  readonly content: Uint8Array;
  /** CAdES demands that the certificate is bound; the older form merely allows it. */
  readonly bindingRequired: boolean;
  readonly claimedAt: Instant | null;
  readonly now: Instant;
}

interface Parts {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  readonly certificates: readonly Certificate[];
  readonly certificate: Certificate;
}

/** Everything about a detached CMS signature that can be judged without trust in anyone. Never throws. */
export async function checkCms(question: CmsQuestion): Promise<CmsFindings> {
  const none = { certificate: null, digestAlgorithm: null, signingTime: null };
  try {
    const parts = readParts(question.contents);
    return typeof parts === "string" ? { ...none, problems: [problem("signature-unreadable", parts)] } : await judge(parts, question);
  } catch {
    return { ...none, problems: [problem("signature-unreadable", "The signature is not a readable CMS message.")] };
  }
}

/** The one signer and its certificate, or a sentence saying why there is none. Throws on broken ASN.1. */
function readParts(contents: Uint8Array): Parts | string {
  const length = measureBer(contents);
  const { offset, result } = fromBER(contents as Uint8Array<ArrayBuffer>);
  if (length === null || offset !== length) return "The signature is not a readable CMS message.";
  if (contents.subarray(length).some((byte) => byte !== 0)) return "Something is hidden behind the signature.";
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== oid.signedData) return "The signature is not a CMS message of signed data.";
  const signed = new SignedData({ schema: info.content });
  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0) return "The signature names not exactly one signer.";
  if (signed.encapContentInfo.eContent || signed.encapContentInfo.eContentType !== oid.data) return "The signature carries other content than the PDF.";
  const byKey = !(signer.sid instanceof IssuerAndSerialNumber);
  if (signer.version !== (byKey ? 3 : 1) || ![1, 3, 4, 5].includes(signed.version) || (signed.version === 1) === byKey) return "The signature has a version that contradicts its content.";
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const certificate = certificates.find((one) => isSigner(one, signer));
  return certificate ? { signed, signer, certificates, certificate } : "The signer's certificate is not in the signature.";
}

/** The issuer must be named byte for byte: names that only compare equal would let the unsigned name be rewritten. */
function isSigner(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    const isSameIssuer = sameBytes(new Uint8Array(certificate.issuer.valueBeforeDecode), new Uint8Array(sid.issuer.valueBeforeDecode));
    return isSameIssuer && certificate.serialNumber.isEqual(sid.serialNumber);
  }
  const wanted = blockBytes(sid);
  const named = certificate.extensions?.find((one) => one.extnID === oid.subjectKeyIdentifier)?.parsedValue;
  return wanted !== null && named instanceof OctetString && sameBytes(named.valueBlock.valueHexView, wanted);
}

function blockBytes(block: unknown): Uint8Array | null {
  if (typeof block !== "object" || block === null || !("valueBlock" in block)) return null;
  const { valueBlock } = block;
  return typeof valueBlock === "object" && valueBlock !== null && "valueHexView" in valueBlock && valueBlock.valueHexView instanceof Uint8Array ? valueBlock.valueHexView : null;
}

async function judge(parts: Parts, question: CmsQuestion): Promise<CmsFindings> {
  const { signer, certificate } = parts;
  const der = new Uint8Array(certificate.toSchema().toBER());
  const digest = digestNames[signer.digestAlgorithm.algorithmId] ?? null;
  const signingTime = timeIn(signer);
  const claimed = question.claimedAt ?? signingTime;
  const problems = [
    ...(digest ? await checkSignature(parts, question.content, digest) : [weakDigest(signer.digestAlgorithm.algorithmId)]),
    ...(await checkBinding(parts, der, question.bindingRequired)),
    ...(await checkChain(parts)),
    ...checkCertificate(certificate, claimed, question.now),
  ];
  const name = digest ?? weakDigestNames[signer.digestAlgorithm.algorithmId] ?? signer.digestAlgorithm.algorithmId;
  return { certificate: await factsOf(certificate, der), digestAlgorithm: name, signingTime, problems };
}

function weakDigest(algorithm: string): Problem {
  const name = weakDigestNames[algorithm] ?? algorithm;
  return problem("signature-unsupported", `The signature uses the digest ${name}, which does not protect a document.`, { algorithm: name });
}

async function checkSignature({ signed, signer, certificate }: Parts, content: Uint8Array, digest: string): Promise<readonly Problem[]> {
  const declared = digestOfSignature[signer.signatureAlgorithm.algorithmId];
  const bare: readonly string[] = [oid.rsaEncryption, oid.rsaPss, oid.ecPublicKey];
  if (!declared && !bare.includes(signer.signatureAlgorithm.algorithmId)) {
    return [problem("signature-unsupported", `The signature algorithm ${signer.signatureAlgorithm.algorithmId} is not supported.`, { algorithm: signer.signatureAlgorithm.algorithmId })];
  }
  if ((declared && declared.digest !== digest) || !algorithmsAgree(signed, signer)) return [problem("signature-mismatch", "The signature contradicts itself about its algorithms.")];
  const attributes = signer.signedAttrs?.attributes ?? [];
  if (attributes.length === 0) return (await verifies(content, signer, certificate, digest)) ? [] : [mismatch];
  const type = onlyValue(attributes, oid.contentType);
  const imprint = onlyValue(attributes, oid.messageDigest);
  if (!(type instanceof ObjectIdentifier) || type.valueBlock.toString() !== oid.data || !(imprint instanceof OctetString)) {
    return [problem("signature-unreadable", "The signature lacks the digest of the document.")];
  }
  if (!sameBytes(imprint.valueBlock.valueHexView, await hash(digest, content))) {
    return [problem("digest-mismatch", "The document was changed: its digest is not the one that was signed.")];
  }
  const asWritten = new Uint8Array(signer.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  const sound = (await verifies(asWritten, signer, certificate, digest)) || (await verifies(inDerOrder(attributes), signer, certificate, digest));
  return sound ? [] : [mismatch];
}

const mismatch = problem("signature-mismatch", "The signature was not made with the key of this certificate.");

/** A digest is named once, the same everywhere, and no algorithm has parameters it should not have. */
function algorithmsAgree(signed: SignedData, signer: SignerInfo): boolean {
  const [only, ...others] = signed.digestAlgorithms;
  const plain = (algorithm: AlgorithmIdentifier): boolean => {
    const parameters: unknown = algorithm.algorithmParams;
    return parameters === undefined || parameters instanceof Null;
  };
  const hasPlainSignature = signer.signatureAlgorithm.algorithmId === oid.rsaPss || plain(signer.signatureAlgorithm);
  return only?.algorithmId === signer.digestAlgorithm.algorithmId && others.length === 0 && plain(only) && plain(signer.digestAlgorithm) && hasPlainSignature;
}

function inDerOrder(attributes: readonly Attribute[]): Uint8Array {
  const encoded = attributes.map((one) => ({ one, bytes: new Uint8Array(one.toSchema().toBER()) }));
  return new Uint8Array(new AsnSet({ value: encoded.toSorted((a, b) => compareBytes(a.bytes, b.bytes)).map(({ one }) => one.toSchema()) }).toBER());
}

async function verifies(data: Uint8Array, signer: SignerInfo, certificate: Certificate, digest: string): Promise<boolean> {
  const { signature, signatureAlgorithm } = signer;
  const names = digestOfSignature[signatureAlgorithm.algorithmId] !== undefined || signatureAlgorithm.algorithmId === oid.rsaPss;
  const engine = getCrypto(true);
  const value = signature.valueBlock.valueHexView;
  if (certificate.subjectPublicKeyInfo.algorithm.algorithmId === oid.ecPublicKey && !isEcdsaValue(value)) return false;
  if (signatureAlgorithm.algorithmId === oid.rsaPss && engine.getHashAlgorithm(signatureAlgorithm) !== digest) return false;
  return engine
    .verifyWithPublicKey(data as Uint8Array<ArrayBuffer>, signature, certificate.subjectPublicKeyInfo, signatureAlgorithm, names ? undefined : digest)
    .catch(() => false);
}

/** ECDSA-Sig-Value of RFC 3279: one sequence of two integers and nothing else. */
function isEcdsaValue(value: Uint8Array): boolean {
  const first = (value[1] ?? 0) < 0x80 ? 2 : 2 + ((value[1] ?? 0) & 0x7f);
  const second = first + 2 + (value[first + 1] ?? 0);
  const end = second + 2 + (value[second + 1] ?? 0);
  return value[0] === 0x30 && value[first] === 0x02 && value[second] === 0x02 && end === value.length && measureBer(value) === value.length;
}

/** The single value of the single attribute of this type; null when there are none or several. */
function onlyValue(attributes: readonly Attribute[], type: string): unknown {
  const found = attributes.filter((one) => one.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : null;
}

async function checkBinding({ signer, certificate }: Parts, der: Uint8Array, required: boolean): Promise<readonly Problem[]> {
  const bound = await isBound(signer.signedAttrs?.attributes ?? [], certificate, der);
  if (bound === true || (bound === null && !required)) return [];
  return [problem("certificate-not-bound", bound === null ? "The signature does not say which certificate it was made with." : "The signature was made with another certificate than the one it carries.")];
}

/** Every certificate whose issuer is at hand was made by it. */
async function checkChain({ certificates }: Parts): Promise<readonly Problem[]> {
  for (const one of certificates.slice(0, 16)) {
    const issuers = certificates.filter((other) => other.subject.isEqual(one.issuer));
    const made = await Promise.all(issuers.slice(0, 4).map((issuer) => isIssuedBy(one, issuer)));
    if (made.length > 0 && !made.includes(true)) return [problem("certificate-not-bound", "A certificate in the signature was not made by the issuer it names.")];
  }
  return [];
}

/** A claimed time more than a day ahead of `now` is not believed, and `now` is taken instead. */
function checkCertificate(certificate: Certificate, claimedAt: Instant | null, now: Instant): readonly Problem[] {
  const claimed = claimedAt === null ? Number.NaN : Date.parse(claimedAt);
  const at = claimed <= Date.parse(now) + 86_400_000 ? claimed : Date.parse(now);
  const bits = rsaBits(certificate.subjectPublicKeyInfo);
  return [
    ...(isValidAt(certificate, at) ? [] : [problem("certificate-expired", "The certificate was not valid at the time of signing.")]),
    ...(maySignDocuments(certificate) ? [] : [problem("certificate-unsuitable", "The certificate is not meant for signing documents.")]),
    ...(bits !== null && bits < 2048 ? [problem("certificate-unsuitable", `The certificate has an RSA key of ${bits} bits, which is too short.`, { bits })] : []),
  ];
}

function timeIn(signer: SignerInfo): Instant | null {
  const value = onlyValue(signer.signedAttrs?.attributes ?? [], oid.signingTime);
  if (typeof value !== "object" || value === null || !("toDate" in value) || typeof value.toDate !== "function") return null;
  const date: unknown = value.toDate();
  return date instanceof Date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

