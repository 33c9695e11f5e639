import { WorkbenchError, type Parsed, type Problem, type ProblemCode } from "#domain";

/** Places to be found: for each step a tree of further steps; `offset` is filled in where a path ends. */
export interface PathTree {
  readonly steps: Map<string, PathTree>;
  offset?: number;
}

const mostDepth = 64;
/** A full journal of 25 MB holds half as many values. */
const mostValues = 2_000_000;
const mostKeys = 20_000;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);
const plainText = /[^"\\]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const words: readonly (readonly [string, unknown])[] = [["true", true], ["false", false], ["null", null]];

/**
 * Strict JSON (RFC 8259) as data, at most 64 deep and of two million values. A key that stands twice, a key that could reach an object's
 * prototype, half of a character and a number beyond the finite are faults too; the first fault ends the reading.
 * Fills in the offsets of `wanted` when given: of the value, or of what stands nearest above.
 */
export function readJson(text: string, wanted?: PathTree): Parsed<unknown> {
  try {
    return { ok: true, value: readWhole(text, wanted), problems: [] };
  } catch (error) {
    if (!(error instanceof WorkbenchError)) throw error;
    const { offset = 0, problem = "json-syntax" } = error.facts;
    const fault = { code: problem as ProblemCode, message: error.message, path: "" };
    return { ok: false, problems: [{ ...fault, ...positionsIn(text, [Number(offset)])[0] }] };
  }
}

/** Line and column of offsets, both from 1; the text is gone through once. */
export function positionsIn(text: string, offsets: readonly number[]): readonly Required<Pick<Problem, "line" | "column">>[] {
  const places = new Map<number, Required<Pick<Problem, "line" | "column">>>();
  let line = 1;
  let start = 0;
  let next = text.indexOf("\n");
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    for (; next >= 0 && next < offset; next = text.indexOf("\n", start)) {
      line += 1;
      start = next + 1;
    }
    places.set(offset, { line, column: offset - start + 1 });
  }
  return offsets.map((offset) => places.get(offset) ?? { line: 1, column: 1 });
}

/** Where in which text a reader stands. */
interface Cursor {
  readonly text: string;
  at: number;
  values: number;
}

function readWhole(text: string, wanted: PathTree | undefined): unknown {
  const cursor: Cursor = { text, at: 0, values: 0 };
  const value = readValue(cursor, 0, wanted);
  skipSpace(cursor);
  return cursor.at < text.length ? fail(cursor, "Nothing may follow the value.") : value;
}

function readValue(cursor: Cursor, depth: number, place: PathTree | undefined): unknown {
  skipSpace(cursor);
  cursor.values += 1;
  if (place) place.offset = cursor.at;
  if (cursor.values > mostValues) fail(cursor, `The file holds more than ${mostValues} values.`, cursor.at, "too-large");
  if (depth > mostDepth) fail(cursor, `The file is nested more than ${mostDepth} deep.`, cursor.at, "too-large");
  switch (cursor.text[cursor.at]) {
    case "{":
      return readObject(cursor, depth + 1, place);
    case "[":
      return readArray(cursor, depth + 1, place);
    case '"':
      return readString(cursor);
    default:
      return readScalar(cursor);
  }
}

function readObject(cursor: Cursor, depth: number, place: PathTree | undefined): unknown {
  const entries = new Map<string, unknown>();
  cursor.at += 1;
  for (skipSpace(cursor); cursor.text[cursor.at] !== "}"; skipSpace(cursor)) {
    if (entries.size > 0) expect(cursor, ",", "A comma or a closing brace is expected here.");
    skipSpace(cursor);
    const start = cursor.at;
    const key = readString(cursor);
    if (entries.has(key)) fail(cursor, `The key \`${key.slice(0, 80)}\` stands twice in one object.`, start);
    if (entries.size >= mostKeys) fail(cursor, `An object holds more than ${mostKeys} keys.`, start, "too-large");
    if (forbiddenKeys.has(key)) fail(cursor, `The key \`${key}\` is not allowed anywhere.`, start, "forbidden-key");
    expect(cursor, ":", "A colon is expected after a key.");
    entries.set(key, readValue(cursor, depth, place?.steps.get(key)));
  }
  cursor.at += 1;
  return Object.fromEntries(entries);
}

function readArray(cursor: Cursor, depth: number, place: PathTree | undefined): unknown {
  const items: unknown[] = [];
  cursor.at += 1;
  for (skipSpace(cursor); cursor.text[cursor.at] !== "]"; skipSpace(cursor)) {
    if (items.length > 0) expect(cursor, ",", "A comma or a closing bracket is expected here.");
    items.push(readValue(cursor, depth, place?.steps.get(String(items.length))));
  }
  cursor.at += 1;
  return items;
}

function readString(cursor: Cursor): string {
  const start = cursor.at;
  expect(cursor, '"', "Text in double quotes is expected here.");
  take(cursor, plainText);
  while (cursor.text[cursor.at] === "\\") {
    if (take(cursor, escape) === "") fail(cursor, "This backslash sequence does not exist in JSON.");
    take(cursor, plainText);
  }
  if (cursor.text[cursor.at] !== '"') fail(cursor, "The closing quote is missing.");
  cursor.at += 1;
  const said = unquote(cursor.text.slice(start, cursor.at)) ?? fail(cursor, "A line break or control character must be escaped.", start);
  if (!said.isWellFormed()) fail(cursor, "This text holds half of a character (a lone surrogate).", start, "lone-surrogate");
  return said;
}

function readScalar(cursor: Cursor): unknown {
  const { text, at: start } = cursor;
  const word = words.find(([name]) => text.startsWith(name, start));
  if (word) {
    cursor.at += word[0].length;
    return word[1];
  }
  const digits = take(cursor, number);
  if (digits === "") fail(cursor, start < text.length ? "This is no JSON value." : "The file ends where a value is expected.");
  const value = Number(digits);
  return Number.isFinite(value) ? value : fail(cursor, "This number is too large.", start);
}

function skipSpace(cursor: Cursor): void {
  if (cursor.text.charCodeAt(cursor.at) <= 0x20) take(cursor, space);
}

/** Moves over what the pattern matches here, which may be nothing. */
function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const taken = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.at += taken.length;
  return taken;
}

function expect(cursor: Cursor, mark: string, message: string): void {
  skipSpace(cursor);
  if (cursor.text[cursor.at] !== mark) fail(cursor, message);
  cursor.at += 1;
}

function fail({ at }: Cursor, message: string, offset = at, problem: ProblemCode = "json-syntax"): never {
  throw new WorkbenchError("bad-input", message, { facts: { offset, problem } });
}

/** The text of a JSON string; null when it holds a bare control character. */
function unquote(literal: string): string | null {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return null;
  }
}
