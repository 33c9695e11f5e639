import type { AssessmentEvent, Digest } from "#domain";
import { canonicalJson } from "./canonical-json.ts";
import { hashText } from "./hash-text.ts";

/** SHA-256 over the canonical JSON of the event without its own hash. Throws RangeError on what JSON cannot say. */
export function hashEvent(event: Omit<AssessmentEvent, "hash">): Digest {
  const { hash: _own, ...rest } = event as AssessmentEvent;
  return hashText(canonicalJson(rest));
}
