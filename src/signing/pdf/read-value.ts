import { type Budget, damaged } from "./damaged.ts";
import { type PdfDict, type PdfStream, type PdfString, type PdfValue, nothing } from "./values.ts";

export interface Cursor {
  readonly bytes: Uint8Array;
  position: number;
  /** Nothing at or beyond this offset is looked at. */
  readonly end: number;
  readonly budget: Budget;
}

/** An object with its header `12 0 obj … endobj`. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
}

const maximumDepth = 64;

/** The value at the cursor, which then stands behind it. Throws on anything that is not a PDF value. */
export function readValue(cursor: Cursor, depth = 0): PdfValue {
  if (depth > maximumDepth) throw damaged("The PDF nests its objects too deeply.");
  skipSpace(cursor);
  const { bytes, position } = cursor;
  const byte = peek(cursor);
  if (byte === 0x2f) return { kind: "name", name: readName(cursor) };
  if (byte === 0x28) return readLiteral(cursor);
  if (byte === 0x5b) return readArray(cursor, depth);
  if (byte === 0x3c) return bytes[position + 1] === 0x3c && position + 1 < cursor.end ? readDict(cursor, depth) : readHex(cursor);
  if (isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return readNumberOrRef(cursor);
  return readKeyword(cursor);
}

/** The indirect object at `offset`; of a stream only the dictionary and where the data begins. Throws when none is there. */
export function readIndirect(cursor: Cursor): IndirectObject {
  const number = readInteger(cursor);
  const generation = readInteger(cursor);
  expect(cursor, "obj");
  const value = readValue(cursor);
  const dataStart = value.kind === "dict" ? streamStart(cursor) : null;
  if (value.kind !== "dict" || dataStart === null) return { number, generation, value };
  const stream: PdfStream = { kind: "stream", dict: value, dataStart };
  return { number, generation, value: stream };
}

/** Steps over `word` and the space before it. Throws when something else stands there. */
export function expect(cursor: Cursor, word: string): void {
  if (!accept(cursor, word)) throw damaged(`The PDF lacks “${word}” at byte ${cursor.position}.`);
}

/** Whether `word` stands at the cursor behind any space; if so, steps over it. */
export function accept(cursor: Cursor, word: string): boolean {
  skipSpace(cursor);
  const { bytes, position, end } = cursor;
  if (position + word.length > end) return false;
  for (let at = 0; at < word.length; at += 1) if (bytes[position + at] !== word.charCodeAt(at)) return false;
  cursor.position += word.length;
  return true;
}

export function readInteger(cursor: Cursor): number {
  skipSpace(cursor);
  let value = 0;
  let digits = 0;
  for (; isDigit(peek(cursor)); digits += 1) {
    value = value * 10 + (peek(cursor) - 0x30);
    cursor.position += 1;
  }
  if (digits === 0 || digits > 15) throw damaged(`The PDF lacks a whole number at byte ${cursor.position}.`);
  return value;
}

/** White space and comments. */
export function skipSpace(cursor: Cursor): void {
  const { bytes, end, position } = cursor;
  let at = position;
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x25) while (at + 1 < end && bytes[at + 1] !== 0x0a && bytes[at + 1] !== 0x0d) at += 1;
    else if (!isSpace(byte)) break;
  }
  cursor.position = at;
  cursor.budget.spend(at - position + 1);
}

export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;

export const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const delimiters = new Set(Array.from("()<>[]{}/%", (sign) => sign.charCodeAt(0)));
const isRegular = (byte: number): boolean => byte >= 0 && !isSpace(byte) && !delimiters.has(byte);

/** The byte at the cursor, or -1 at the end. */
function peek(cursor: Cursor): number {
  return cursor.position < cursor.end ? (cursor.bytes[cursor.position] ?? -1) : -1;
}

function streamStart(cursor: Cursor): number | null {
  const before = cursor.position;
  if (!accept(cursor, "stream")) {
    cursor.position = before;
    return null;
  }
  const byte = peek(cursor);
  if (byte === 0x0d && cursor.bytes[cursor.position + 1] === 0x0a) cursor.position += 2;
  else if (byte === 0x0a || byte === 0x0d) cursor.position += 1;
  else throw damaged(`A stream of the PDF does not begin on its own line at byte ${cursor.position}.`);
  return cursor.position;
}

function readName(cursor: Cursor): string {
  cursor.position += 1;
  const from = cursor.position;
  while (isRegular(peek(cursor))) cursor.position += 1;
  cursor.budget.spend(cursor.position - from);
  if (cursor.position - from > 512) throw damaged("The PDF holds an absurdly long name.");
  const raw = String.fromCharCode(...cursor.bytes.subarray(from, cursor.position));
  return raw.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = [];
  cursor.position += 1;
  while (!accept(cursor, "]")) items.push(readValue(cursor, depth + 1));
  return { kind: "array", items };
}

function readDict(cursor: Cursor, depth: number): PdfDict {
  const start = cursor.position;
  const entries = new Map<string, PdfValue>();
  cursor.position += 2;
  while (!accept(cursor, ">>")) {
    if (peek(cursor) !== 0x2f) throw damaged(`A dictionary of the PDF is broken at byte ${cursor.position}.`);
    const key = readName(cursor);
    if (entries.has(key)) throw damaged(`A dictionary of the PDF says /${key} twice, so readers may disagree about it.`);
    entries.set(key, readValue(cursor, depth + 1));
  }
  return { kind: "dict", entries, start, end: cursor.position };
}

function readNumberOrRef(cursor: Cursor): PdfValue {
  const value = readNumber(cursor);
  const after = cursor.position;
  if (!Number.isInteger(value) || value < 0) return { kind: "number", value };
  skipSpace(cursor);
  if (isDigit(peek(cursor))) {
    const generation = readNumber(cursor);
    if (Number.isInteger(generation) && accept(cursor, "R") && !isRegular(peek(cursor))) {
      return { kind: "ref", number: value, generation };
    }
  }
  cursor.position = after;
  return { kind: "number", value };
}

function readNumber(cursor: Cursor): number {
  const from = cursor.position;
  while (isRegular(peek(cursor))) cursor.position += 1;
  cursor.budget.spend(cursor.position - from);
  const text = String.fromCharCode(...cursor.bytes.subarray(from, Math.min(cursor.position, from + 64)));
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) throw damaged(`The PDF holds a broken number at byte ${from}.`);
  return Number(text);
}

function readKeyword(cursor: Cursor): PdfValue {
  const from = cursor.position;
  while (isRegular(peek(cursor)) && cursor.position - from < 8) cursor.position += 1;
  const word = String.fromCharCode(...cursor.bytes.subarray(from, cursor.position));
  if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
  if (word === "null") return nothing;
  throw damaged(`The PDF is broken at byte ${from}.`);
}

function readHex(cursor: Cursor): PdfString {
  const start = cursor.position;
  const close = cursor.bytes.indexOf(0x3e, start);
  cursor.budget.spend((close === -1 ? cursor.end : close) - start);
  if (close === -1 || close >= cursor.end) throw damaged(`A string of the PDF is never closed, from byte ${start}.`);
  const digits: number[] = [];
  const bytes = new Uint8Array((close - start) >> 1);
  let length = 0;
  for (let at = start + 1; at <= close; at += 1) {
    const byte = cursor.bytes[at] ?? 0;
    if (isSpace(byte)) continue;
    const digit = at === close ? (digits.length === 1 ? 0 : -2) : hexDigit(byte);
    if (digit === -2) break;
    if (digit === -1) throw damaged(`A string of the PDF is broken at byte ${at}.`);
    digits.push(digit);
    if (digits.length < 2) continue;
    bytes[length] = ((digits[0] ?? 0) << 4) | (digits[1] ?? 0);
    length += 1;
    digits.length = 0;
  }
  cursor.position = close + 1;
  return { kind: "string", bytes: bytes.subarray(0, length), hex: true, start, end: close + 1 };
}

function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

const escapes: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };

function readLiteral(cursor: Cursor): PdfString {
  const start = cursor.position;
  const out: number[] = [];
  let open = 0;
  do {
    const byte = peek(cursor);
    if (byte === -1) throw damaged(`A string of the PDF is never closed, from byte ${start}.`);
    cursor.position += 1;
    if (byte === 0x5c) readEscape(cursor, out);
    else {
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open > 0 && !(byte === 0x28 && open === 1 && cursor.position === start + 1)) out.push(byte);
    }
  } while (open > 0);
  cursor.budget.spend(cursor.position - start);
  return { kind: "string", bytes: Uint8Array.from(out), hex: false, start, end: cursor.position };
}

function readEscape(cursor: Cursor, out: number[]): void {
  const byte = peek(cursor);
  cursor.position += 1;
  if (byte >= 0x30 && byte <= 0x37) {
    let value = byte - 0x30;
    for (let more = 0; more < 2 && peek(cursor) >= 0x30 && peek(cursor) <= 0x37; more += 1) {
      value = value * 8 + (peek(cursor) - 0x30);
      cursor.position += 1;
    }
    out.push(value & 0xff);
    return;
  }
  if (byte === 0x0d && peek(cursor) === 0x0a) cursor.position += 1;
  if (byte === 0x0d || byte === 0x0a || byte === -1) return;
  out.push(escapes[String.fromCharCode(byte)] ?? byte);
}
