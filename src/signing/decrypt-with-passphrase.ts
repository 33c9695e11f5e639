import { type BaseBlock, Integer, OctetString, Sequence } from "asn1js";
import { type AlgorithmIdentifier, PBES2Params, PBKDF2Params, getCrypto } from "pkijs";
import { WorkbenchError } from "#domain";
import { oid } from "./oids.ts";

/** Iterations of key derivation that one file may ask for in all; careful writers use up to 600,000 for each part. */
const maximumIterations = 3_000_000;

/** A passphrase with the work that may still be done for it. */
export interface Passphrase {
  readonly text: string;
  /** Throws `bad-input` for a count that is none, or when a file asks for more work than any honest one. */
  spend(iterations: number): void;
}

export function passphraseOf(text: string): Passphrase {
  let left = maximumIterations;
  return {
    text,
    spend: (iterations) => {
      left -= iterations;
      if (!Number.isInteger(iterations) || iterations < 1 || left < 0) throw new WorkbenchError("bad-input", "The file asks for an absurd number of iterations.");
    },
  };
}

const legacySchemes: Readonly<Record<string, { readonly cipher: "3DES-CBC" | "RC2-CBC"; readonly keyBytes: number; readonly bits: number }>> = {
  "1.2.840.113549.1.12.1.3": { cipher: "3DES-CBC", keyBytes: 24, bits: 192 },
  "1.2.840.113549.1.12.1.5": { cipher: "RC2-CBC", keyBytes: 16, bits: 128 },
  "1.2.840.113549.1.12.1.6": { cipher: "RC2-CBC", keyBytes: 5, bits: 40 },
};

/** What a passphrase encrypted by PBES2 with AES (RFC 8018) or by the old schemes of PKCS#12. Throws `bad-input` otherwise. */
export async function decryptWithPassphrase(algorithm: AlgorithmIdentifier, encrypted: Uint8Array, passphrase: Passphrase): Promise<Uint8Array<ArrayBuffer>> {
  if (algorithm.algorithmId === oid.pbes2) return decryptModern(algorithm, encrypted, passphrase);
  const scheme = legacySchemes[algorithm.algorithmId];
  if (scheme) return decryptLegacy(scheme, algorithm.algorithmParams, encrypted, passphrase);
  throw unsupported();
}

async function decryptModern(algorithm: AlgorithmIdentifier, encrypted: Uint8Array, passphrase: Passphrase): Promise<Uint8Array<ArrayBuffer>> {
  const { keyDerivationFunc, encryptionScheme } = new PBES2Params({ schema: algorithm.algorithmParams });
  if (keyDerivationFunc.algorithmId !== oid.pbkdf2) throw unsupported();
  const { salt, iterationCount, prf } = new PBKDF2Params({ schema: keyDerivationFunc.algorithmParams });
  passphrase.spend(iterationCount);
  const engine = getCrypto(true);
  const cipher: unknown = engine.getAlgorithmByOID(encryptionScheme.algorithmId);
  const iv: unknown = encryptionScheme.algorithmParams;
  if (!isAesCbc(cipher) || !(salt instanceof OctetString) || !(iv instanceof OctetString)) throw unsupported();
  const hash = prf ? hashOf(engine.getAlgorithmByOID(prf.algorithmId)) : "SHA-1";
  const raw = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.text), "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash, salt: new Uint8Array(salt.valueBlock.valueHexView), iterations: iterationCount };
  const key = await crypto.subtle.deriveKey(derivation, raw, cipher, false, ["decrypt"]);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(iv.valueBlock.valueHexView) }, key, new Uint8Array(encrypted)));
}

/** RFC 7292, appendices B and C. The old ciphers are fetched only when a file needs them. */
async function decryptLegacy(
  scheme: (typeof legacySchemes)[string],
  parameters: unknown,
  encrypted: Uint8Array,
  passphrase: Passphrase,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: forge } = await import("node-forge");
  const [salt, iterations] = membersOf(parameters);
  if (!(salt instanceof OctetString) || !(iterations instanceof Integer)) throw unsupported();
  const count = iterations.valueBlock.valueDec;
  passphrase.spend(count);
  const derive = (id: 1 | 2, length: number) => {
    const saltBuffer = forge.util.createBuffer(binary(salt.valueBlock.valueHexView));
    return forge.pkcs12.generateKey(passphrase.text, saltBuffer, id, count, length);
  };
  const key = derive(1, scheme.keyBytes);
  const iv = derive(2, 8);
  const decipher = scheme.cipher === "RC2-CBC" ? forge.rc2.createDecryptionCipher(key, scheme.bits) : forge.cipher.createDecipher("3DES-CBC", key);
  if ("mode" in decipher) decipher.start({ iv });
  else decipher.start(iv);
  decipher.update(forge.util.createBuffer(binary(encrypted)));
  if (!decipher.finish()) throw new WorkbenchError("bad-input", "A part of the file cannot be decrypted.");
  return Uint8Array.from(decipher.output.getBytes(), (sign) => sign.charCodeAt(0));
}

function isAesCbc(cipher: unknown): cipher is { readonly name: "AES-CBC"; readonly length: number } {
  return typeof cipher === "object" && cipher !== null && "name" in cipher && cipher.name === "AES-CBC" && "length" in cipher;
}

function hashOf(algorithm: object): string {
  const hash: unknown = "hash" in algorithm ? algorithm.hash : null;
  if (typeof hash === "object" && hash !== null && "name" in hash && typeof hash.name === "string") return hash.name;
  throw unsupported();
}

function membersOf(value: unknown): readonly BaseBlock[] {
  return value instanceof Sequence ? value.valueBlock.value.filter((one): one is BaseBlock => "valueBlock" in one) : [];
}

/** Bytes as the one-byte characters the old library works on. */
function binary(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

function unsupported(): WorkbenchError {
  return new WorkbenchError("bad-input", "The file is encrypted in a way that is not supported.");
}
