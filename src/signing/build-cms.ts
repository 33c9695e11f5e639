import { Integer, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { Attribute, type Certificate, ContentInfo, EncapsulatedContentInfo, GeneralName, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo, getCrypto } from "pkijs";
import { WorkbenchError } from "#domain";
import { parseCertificate, rsaBits } from "./certificate.ts";
import { sameBytes, sha256 } from "./digest.ts";
import type { SigningIdentity } from "./identity.ts";
import { oid } from "./oids.ts";

/**
 * A detached CAdES-BES signature (ETSI EN 319 122-1) over content with this SHA-256 digest, in DER: content type, message
 * digest and signing-certificate-v2 are signed, the time is not, and the whole chain is inside.
 */
export async function buildCms(identity: SigningIdentity, messageDigest: Uint8Array): Promise<Uint8Array> {
  const [signerDer] = identity.certificates;
  if (!signerDer) throw new WorkbenchError("identity-unavailable", "The signing identity has no certificate.");
  const signer = parseCertificate(signerDer);
  const attributes = inDerOrder([
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.messageDigest, values: [octets(messageDigest)] }),
    new Attribute({ type: oid.signingCertificateV2, values: [signingCertificateV2(signer, await sha256(signerDer))] }),
  ]);
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: inDerOrder(identity.certificates.map(exactly)),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(identity.privateKey, 0, "SHA-256", undefined, getCrypto(true));
  return new Uint8Array(new ContentInfo({ contentType: oid.signedData, content: signed.toSchema(true) }).toSchema().toBER());
}

/** Bytes that surely hold the signature of this identity: its certificates, its issuer twice, the signature, the frame. */
export function roomForCms(identity: SigningIdentity): number {
  const [signerDer] = identity.certificates;
  if (!signerDer) throw new WorkbenchError("identity-unavailable", "The signing identity has no certificate.");
  const signer = parseCertificate(signerDer);
  const chain = identity.certificates.reduce((total, one) => total + one.length + 8, 0);
  const issuer = signer.issuer.toSchema().toBER().byteLength + signer.serialNumber.toBER().byteLength;
  const signature = (rsaBits(signer.subjectPublicKeyInfo) ?? 1120) / 8 + 16;
  return Math.ceil((chain + 2 * issuer + signature + 512) / 64) * 64;
}

/** RFC 5035: SHA-256 is the default and therefore not written. */
function signingCertificateV2(signer: Certificate, digest: Uint8Array): Sequence {
  const issuer = new Sequence({ value: [new GeneralName({ type: 4, value: signer.issuer }).toSchema()] });
  const issuerSerial = new Sequence({ value: [issuer, new Integer({ valueHex: signer.serialNumber.valueBlock.valueHexView as Uint8Array<ArrayBuffer> })] });
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [octets(digest), issuerSerial] })] })] });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: bytes as Uint8Array<ArrayBuffer> });
}

/** DER orders the members of a SET OF by their encodings (X.690, 11.6). */
function inDerOrder<T extends { toSchema(): { toBER(): ArrayBuffer } }>(members: readonly T[]): T[] {
  const encoded = members.map((member) => ({ member, bytes: new Uint8Array(member.toSchema().toBER()) }));
  return encoded.toSorted((one, other) => compareBytes(one.bytes, other.bytes)).map(({ member }) => member);
}

export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

/** The certificate, once it is sure that it will be written as it was read: its digest is signed. */
function exactly(der: Uint8Array): Certificate {
  const certificate = parseCertificate(der);
  if (!sameBytes(new Uint8Array(certificate.toSchema().toBER()), der)) throw new WorkbenchError("signing-failed", "A certificate of this identity is not in DER.");
  return certificate;
}
