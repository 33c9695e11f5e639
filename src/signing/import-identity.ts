import { OctetString } from "asn1js";
import { AuthenticatedSafe, CertBag, Certificate, ContentInfo, EncryptedData, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag, SafeContents, getCrypto } from "pkijs";
import { type Parsed, type Problem, WorkbenchError } from "#domain";
import { curveOf, isIssuedBy, parseCertificate } from "./certificate.ts";
import { type Passphrase, decryptWithPassphrase, passphraseOf } from "./decrypt-with-passphrase.ts";
import { sameBytes } from "./digest.ts";
import { type SigningIdentity, identityOf } from "./identity.ts";
import { digestNames, oid } from "./oids.ts";
import { problem } from "./problem.ts";

const maximumBytes = 4 * 1024 * 1024;
const maximumBags = 64;

interface Contents {
  /** PKCS#8. */
  readonly keys: readonly Uint8Array[];
  readonly certificates: readonly Uint8Array[];
}

/**
 * The identity in a PKCS#12 file, its key no longer extractable. Comes back as `p12-wrong-passphrase`, `p12-no-key` or
 * `p12-damaged` when the file cannot be opened, has no key for signing with its certificate, or is no PKCS#12 file.
 */
export async function importIdentity(p12: Uint8Array, passphrase: string): Promise<Parsed<SigningIdentity>> {
  try {
    if (p12.length > maximumBytes) return refused(problem("too-large", "The file is larger than 4 MB.", { bytes: p12.length }));
    const lock = passphraseOf(passphrase);
    const safe = await openSafe(p12, lock);
    if (safe === null) return refused(problem("p12-wrong-passphrase", "The passphrase does not open this file."));
    return await firstIdentity(await readSafe(safe, lock));
  } catch (cause) {
    const detail = cause instanceof WorkbenchError ? cause.message : "The file is not a readable PKCS#12 file.";
    return refused(problem("p12-damaged", detail));
  }
}

function refused(why: Problem): Parsed<SigningIdentity> {
  return { ok: false, problems: [why] };
}

/** The authenticated safe once its integrity is proven; null when the passphrase is not the one. Throws when damaged. */
async function openSafe(p12: Uint8Array, passphrase: Passphrase): Promise<AuthenticatedSafe | null> {
  const pfx = PFX.fromBER(p12 as Uint8Array<ArrayBuffer>);
  const { authSafe, macData } = pfx;
  if (authSafe.contentType !== ContentInfo.DATA || !(authSafe.content instanceof OctetString)) throw damaged("The file is protected in a way that is not supported.");
  if (!macData) throw damaged("The file carries no proof that it is intact.");
  const content = authSafe.content.getValue();
  const algorithm = macData.mac.digestAlgorithm.algorithmId;
  const hashAlgorithm = digestNames[algorithm] ?? (algorithm === "1.3.14.3.2.26" ? "SHA-1" : null);
  if (hashAlgorithm === null) throw damaged("The file is protected in a way that is not supported.");
  const iterationCount = macData.iterations || 1;
  passphrase.spend(iterationCount);
  const isIntact = await getCrypto(true).verifyDataStampedWithPassword({
    password: new TextEncoder().encode(passphrase.text).buffer,
    hashAlgorithm,
    salt: bufferOf(macData.macSalt.valueBlock.valueHexView),
    iterationCount,
    contentToVerify: content,
    signatureToVerify: bufferOf(macData.mac.digest.valueBlock.valueHexView),
  });
  return isIntact ? AuthenticatedSafe.fromBER(content) : null;
}

async function readSafe(safe: AuthenticatedSafe, passphrase: Passphrase): Promise<Contents> {
  const keys: Uint8Array[] = [];
  const certificates: Uint8Array[] = [];
  for (const info of safe.safeContents.slice(0, maximumBags)) {
    for (const bag of (await bagsOf(info, passphrase)).slice(0, maximumBags)) {
      const key = await keyIn(bag, passphrase);
      if (key) keys.push(key);
      const certificate = certificateIn(bag);
      if (certificate) certificates.push(certificate);
    }
  }
  return { keys, certificates };
}

async function bagsOf(info: ContentInfo, passphrase: Passphrase): Promise<readonly SafeBag[]> {
  if (info.contentType === oid.data && info.content instanceof OctetString) return SafeContents.fromBER(info.content.getValue()).safeBags;
  if (info.contentType !== oid.encryptedData) throw damaged("The file is protected in a way that is not supported.");
  const { encryptedContentInfo } = new EncryptedData({ schema: info.content });
  const encrypted = new Uint8Array(encryptedContentInfo.getEncryptedContent());
  const plain = await decryptWithPassphrase(encryptedContentInfo.contentEncryptionAlgorithm, encrypted, passphrase);
  return SafeContents.fromBER(plain).safeBags;
}

async function keyIn(bag: SafeBag, passphrase: Passphrase): Promise<Uint8Array | null> {
  const value: unknown = bag.bagValue;
  if (value instanceof PKCS8ShroudedKeyBag) return decryptWithPassphrase(value.encryptionAlgorithm, new Uint8Array(value.encryptedData.getValue()), passphrase);
  return value instanceof PrivateKeyInfo ? new Uint8Array(value.toSchema().toBER()) : null;
}

function certificateIn(bag: SafeBag): Uint8Array | null {
  const value: unknown = bag.bagValue;
  if (!(value instanceof CertBag)) return null;
  const parsed: unknown = value.parsedValue;
  if (parsed instanceof Certificate) return new Uint8Array(parsed.toSchema().toBER());
  return value.certValue instanceof OctetString ? new Uint8Array(value.certValue.getValue()) : null;
}

/** The first key that belongs to one of the certificates, with the chain above it. */
async function firstIdentity({ keys, certificates }: Contents): Promise<Parsed<SigningIdentity>> {
  if (keys.length === 0) return refused(problem("p12-no-key", "The file holds no private key."));
  if (certificates.length === 0) return refused(problem("p12-no-key", "The file holds no certificate for its key."));
  for (const pkcs8 of keys) {
    for (const der of certificates) {
      const key = await importKey(pkcs8, parseCertificate(der));
      if (key) return { ok: true, value: await identityOf(key, await chainOf(der, certificates), "imported"), problems: [] };
    }
  }
  return refused(problem("p12-no-key", "The file holds no RSA or elliptic-curve key that belongs to one of its certificates."));
}

/** The private key, if WebCrypto takes it and it makes signatures that the certificate verifies; else null. */
async function importKey(pkcs8: Uint8Array, certificate: Certificate): Promise<CryptoKey | null> {
  const keyInfo = certificate.subjectPublicKeyInfo;
  const curve = curveOf(keyInfo);
  const isRsa = keyInfo.algorithm.algorithmId === oid.rsaEncryption;
  if (!curve && !isRsa) return null;
  const algorithm = curve ? { name: "ECDSA", namedCurve: curve.name } : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const scheme = { name: algorithm.name, hash: "SHA-256" };
  const probe = Uint8Array.of(1, 2, 3);
  try {
    const key = await crypto.subtle.importKey("pkcs8", pkcs8 as Uint8Array<ArrayBuffer>, algorithm, false, ["sign"]);
    const publicKey = await crypto.subtle.importKey("spki", keyInfo.toSchema().toBER(), algorithm, true, ["verify"]);
    return (await crypto.subtle.verify(scheme, publicKey, await crypto.subtle.sign(scheme, key, probe), probe)) ? key : null;
  } catch {
    return null;
  }
}

/** The certificate, its issuer, the issuer's issuer and so on, as far as the file holds them. */
async function chainOf(der: Uint8Array, certificates: readonly Uint8Array[]): Promise<[Uint8Array, ...Uint8Array[]]> {
  const chain: [Uint8Array, ...Uint8Array[]] = [der];
  for (let last = parseCertificate(der); chain.length < 16; ) {
    const issuer = await issuerAmong(last, certificates.filter((one) => !chain.some((known) => sameBytes(known, one))));
    if (!issuer) break;
    chain.push(issuer);
    last = parseCertificate(issuer);
  }
  return chain;
}

async function issuerAmong(certificate: Certificate, others: readonly Uint8Array[]): Promise<Uint8Array | null> {
  for (const other of others) {
    const parsed = parseCertificate(other);
    if (parsed.subject.isEqual(certificate.issuer) && (await isIssuedBy(certificate, parsed))) return other;
  }
  return null;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function damaged(message: string): WorkbenchError {
  return new WorkbenchError("bad-input", message);
}

