const maximumDepth = 64;

/**
 * Length in bytes of the one BER value at the start of `bytes`, when every value inside it exactly fills the one around it
 * (X.690, 8.1); null when it does not. The ASN.1 library forgives wrong lengths, and what it forgives can be altered
 * without breaking a signature.
 */
export function measureBer(bytes: Uint8Array): number | null {
  return valueEnd(bytes, 0, bytes.length, 0);
}

/** First byte behind the value at `at`, which must end by `limit`. */
function valueEnd(bytes: Uint8Array, at: number, limit: number, depth: number): number | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // No CMS uses tags of several bytes, and tag 0 only ends what is of indefinite length.
  if (tag === undefined || tag === 0 || first === undefined || at + 2 > limit || depth > maximumDepth || (tag & 0x1f) === 0x1f) return null;
  const isConstructed = (tag & 0x20) !== 0;
  if (first === 0x80) return isConstructed ? openEnd(bytes, at + 2, limit, depth) : null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  if (end > limit) return null;
  return !isConstructed || isFilled(bytes, start, end, depth) ? end : null;
}

function isFilled(bytes: Uint8Array, start: number, end: number, depth: number): boolean {
  let at: number | null = start;
  while (at !== null && at < end) at = valueEnd(bytes, at, end, depth + 1);
  return at === end;
}

/** End of a value of indefinite length: behind its two zero bytes. */
function openEnd(bytes: Uint8Array, start: number, limit: number, depth: number): number | null {
  let at: number | null = start;
  while (at !== null && at + 2 <= limit) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at + 2;
    at = valueEnd(bytes, at, limit, depth + 1);
  }
  return null;
}
