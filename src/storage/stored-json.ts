import type { Sealer } from "./sealer.ts";

export async function sealJson(sealer: Sealer, value: unknown, place: string): Promise<Uint8Array> {
  return sealer.seal(encodeJson(value), place);
}

/** Throws whatever is wrong: the blob's type, its seal, its UTF-8 or its JSON. */
export async function openJson(sealer: Sealer, sealed: unknown, place: string): Promise<unknown> {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(await sealer.open(bytesOf(sealed), place));
  const value: unknown = JSON.parse(text);
  return value;
}

export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What a row holds in its blob's place; throws when that is not bytes. */
export function bytesOf(sealed: unknown): Uint8Array {
  if (sealed instanceof Uint8Array) return sealed;
  throw new TypeError("there are no bytes");
}

/** The place of a blob, bound to it by sealers that can: `assessment|kind|n`. */
export function placeOf(kind: "meta" | "seg" | "file" | "checklist", n: string, assessment = ""): string {
  return `${assessment}|${kind}|${n}`;
}
