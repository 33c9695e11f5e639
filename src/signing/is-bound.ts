import { Constructed, Integer, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { type Attribute, type Certificate, GeneralName, RelativeDistinguishedNames } from "pkijs";
import { hash, sameBytes } from "./digest.ts";
import { digestNames, oid } from "./oids.ts";

/**
 * Whether the signing-certificate attribute (RFC 2634) or signing-certificate-v2 (RFC 5035) names this certificate, by
 * digest and, where given, by issuer and serial number; null when there is no such attribute. Broken ones count as false.
 */
export async function isBound(attributes: readonly Attribute[], certificate: Certificate, der: Uint8Array): Promise<boolean | null> {
  const found = attributes.filter((one) => one.type === oid.signingCertificateV2 || one.type === oid.signingCertificate);
  if (found.length === 0) return null;
  const matches = await Promise.all(found.map((one) => names(one, certificate, der)));
  return matches.every(Boolean);
}

async function names(attribute: Attribute, certificate: Certificate, der: Uint8Array): Promise<boolean> {
  const [first] = membersOf(membersOf(attribute.values[0])[0]);
  const members = [...membersOf(first)];
  // RFC 2634 digests with SHA-1; here it only picks out a certificate whose key has already been checked.
  let algorithm = attribute.type === oid.signingCertificate ? "SHA-1" : "SHA-256";
  if (members[0] instanceof Sequence) {
    const [named] = membersOf(members.shift());
    algorithm = named instanceof ObjectIdentifier ? (digestNames[named.valueBlock.toString()] ?? "") : "";
  }
  const [digest, issuerSerial] = members;
  if (algorithm === "" || !(digest instanceof OctetString)) return false;
  if (!sameBytes(digest.valueBlock.valueHexView, await hash(algorithm, der))) return false;
  return issuerSerial === undefined || isIssuerSerialOf(issuerSerial, certificate);
}

function isIssuerSerialOf(value: unknown, certificate: Certificate): boolean {
  const [issuers, serial] = membersOf(value);
  if (!(serial instanceof Integer) || !sameBytes(serial.valueBlock.valueHexView, certificate.serialNumber.valueBlock.valueHexView)) return false;
  return membersOf(issuers).some((one) => {
    if (!(one instanceof Constructed)) return false;
    const name: unknown = new GeneralName({ schema: one }).value;
    return name instanceof RelativeDistinguishedNames && name.isEqual(certificate.issuer);
  });
}

function membersOf(value: unknown): readonly unknown[] {
  return value instanceof Constructed ? value.valueBlock.value : [];
}
