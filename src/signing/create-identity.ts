import { BitString, Integer, OctetString, PrintableString, Sequence, Set as AsnSet, Utf8String } from "asn1js";
import { AttributeTypeAndValue, BasicConstraints, Certificate, ExtKeyUsage, Extension, RelativeDistinguishedNames, Time, TimeType, getCrypto } from "pkijs";
import { type Instant, WorkbenchError } from "#domain";
import { hash } from "./digest.ts";
import { type SigningIdentity, identityOf } from "./identity.ts";
import { oid } from "./oids.ts";

export interface IdentityInput {
  /** 1 to 64 characters (X.520's bound). */
  readonly commonName: string;
  /** At most 64 characters. */
  readonly organisation?: string;
  /** Two letters of ISO 3166-1. */
  readonly country?: string;
  readonly algorithm: "ecdsa-p256" | "rsa-3072";
  readonly validFrom: Instant;
  /** 1 to 30. */
  readonly validYears: number;
}

const keyAlgorithms = {
  "ecdsa-p256": { name: "ECDSA", namedCurve: "P-256" },
  "rsa-3072": { name: "RSASSA-PKCS1-v1_5", modulusLength: 3072, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" },
} as const;

/**
 * A new key that never leaves this device, and a self-signed certificate for it.
 * Throws `bad-input` for a name, country or time that no certificate can hold, `insecure-context` without WebCrypto.
 */
export async function createIdentity(input: IdentityInput): Promise<SigningIdentity> {
  const validity = validityOf(input);
  const holder = holderOf(input);
  if (!globalThis.crypto?.subtle) throw new WorkbenchError("insecure-context", "This page was not loaded securely, so the browser offers no cryptography.");
  const keys = await crypto.subtle.generateKey(keyAlgorithms[input.algorithm], false, ["sign", "verify"]);
  const certificate = new Certificate({ version: 2, serialNumber: newSerial(), subject: holder, issuer: holder, ...validity });
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = await extensionsFor(certificate);
  await certificate.sign(keys.privateKey, "SHA-256", getCrypto(true));
  return identityOf(keys.privateKey, [new Uint8Array(certificate.toSchema(true).toBER())], "device");
}

function validityOf(input: IdentityInput): { readonly notBefore: Time; readonly notAfter: Time } {
  const from = new Date(input.validFrom);
  const { validYears } = input;
  if (Number.isNaN(from.getTime()) || !Number.isInteger(validYears) || validYears < 1 || validYears > 30) {
    throw new WorkbenchError("bad-input", "A certificate is valid from a moment on, for 1 to 30 whole years.");
  }
  from.setUTCMilliseconds(0);
  const to = new Date(from);
  to.setUTCFullYear(from.getUTCFullYear() + validYears);
  return { notBefore: timeOf(from), notAfter: timeOf(to) };
}

/** RFC 5280, 4.1.2.5: UTCTime through 2049, GeneralizedTime from then on. */
function timeOf(value: Date): Time {
  return new Time({ type: value.getUTCFullYear() < 2050 ? TimeType.UTCTime : TimeType.GeneralizedTime, value });
}

/** The name as a sequence of single attributes, country first. */
function holderOf(input: IdentityInput): RelativeDistinguishedNames {
  const country = input.country?.trim().toUpperCase() ?? "";
  if (country !== "" && !/^[A-Z]{2}$/.test(country)) throw new WorkbenchError("bad-input", "A country is written with two letters.", { facts: { field: "country" } });
  const commonName = checkedName(input.commonName, "commonName");
  const organisation = checkedName(input.organisation ?? "", "organisation");
  if (commonName === "") throw new WorkbenchError("bad-input", "A signing identity needs a name.", { facts: { field: "commonName" } });
  const attributes = [
    ...(country ? [new AttributeTypeAndValue({ type: oid.country, value: new PrintableString({ value: country }) })] : []),
    ...(organisation ? [new AttributeTypeAndValue({ type: oid.organisation, value: new Utf8String({ value: organisation }) })] : []),
    new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: commonName }) }),
  ];
  const sets = attributes.map((attribute) => new AsnSet({ value: [attribute.toSchema()] }));
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: sets }).toBER());
}

function checkedName(text: string, field: string): string {
  const trimmed = text.trim();
  if (Array.from(trimmed).length > 64 || !trimmed.isWellFormed() || /\p{Cc}/u.test(trimmed)) {
    throw new WorkbenchError("bad-input", "A name in a certificate has at most 64 characters and no line breaks.", { facts: { field } });
  }
  return trimmed;
}

/** 127 random bits, positive and without a leading zero byte. */
function newSerial(): Integer {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return new Integer({ valueHex: bytes });
}

async function extensionsFor(certificate: Certificate): Promise<Extension[]> {
  // RFC 5280, 4.2.1.2, method 1: SHA-1 names the key and protects nothing.
  const keyId = await hash("SHA-1", certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  const make = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension =>
    new Extension({ extnID, critical, extnValue: value.toBER() });
  return [
    make(oid.basicConstraints, true, new BasicConstraints({ cA: false }).toSchema()),
    make(oid.keyUsage, true, new BitString({ valueHex: Uint8Array.of(0b1100_0000), unusedBits: 6 })),
    make(oid.extendedKeyUsage, false, new ExtKeyUsage({ keyPurposes: [oid.documentSigning, oid.emailProtection] }).toSchema()),
    make(oid.subjectKeyIdentifier, false, new OctetString({ valueHex: keyId as Uint8Array<ArrayBuffer> })),
  ];
}
