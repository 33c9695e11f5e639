import type { Digest } from "#domain";

/** SHA-256 of the bytes as `sha256-<hex>`. */
export async function digestOf(bytes: Uint8Array): Promise<Digest> {
  return `sha256-${toHex(await sha256(bytes))}`;
}

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return hash("SHA-256", bytes);
}

/** `algorithm` by its name in WebCrypto. */
export async function hash(algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes as Uint8Array<ArrayBuffer>));
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** The parts one behind the other; text is written one byte per character. */
export function concat(...parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part === "string") for (let index = 0; index < part.length; index += 1) out[at + index] = part.charCodeAt(index);
    else out.set(part, at);
    at += part.length;
  }
  return out;
}
