import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Digest } from "#domain";

/** SHA-256 over the UTF-8 bytes of the text; needs no WebCrypto, so it works on a page that was not loaded securely too. */
export function hashText(text: string): Digest {
  return `sha256-${bytesToHex(sha256(utf8ToBytes(text)))}`;
}
