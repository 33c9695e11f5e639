import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { AssessmentEvent, Digest } from "#domain";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 over the canonical JSON of the event without its own hash. Throws RangeError on what JSON cannot say. */
export function hashEvent(event: Omit<AssessmentEvent, "hash">): Digest {
  const { hash: _own, ...rest } = event as AssessmentEvent;
  return `sha256-${bytesToHex(sha256(utf8ToBytes(canonicalJson(rest))))}`;
}
