import { damaged } from "./damaged.ts";
import { type Cursor, accept, expect, isDigit, readInteger, readIndirect, readValue, skipSpace } from "./read-value.ts";
import { streamData } from "./stream-data.ts";
import { type PdfDict, type PdfStream, type PdfValue, nameIn, nothing, numberIn } from "./values.ts";

export type XrefEntry =
  | { readonly kind: "free" }
  | { readonly kind: "at"; readonly offset: number; readonly generation: number }
  | { readonly kind: "in"; readonly container: number; readonly index: number };

/** One cross-reference table or stream, with its trailer. */
export interface XrefSection {
  readonly offset: number;
  readonly form: "table" | "stream";
  /** A table that also names a cross-reference stream; readers old and new see different files. */
  readonly hybrid: boolean;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  /** First byte behind the trailer, or behind the dictionary of the stream. */
  readonly end: number;
}

const maximumSections = 1024;
/** ISO 32000-1, Annex C. */
const maximumObject = 8_388_607;
const maximumEntries = 2_000_000;

/** The sections from the one at `offset` back through /Prev, newest first. Throws when one is damaged or they go in a circle. */
export async function readXrefChain(cursorAt: (offset: number) => Cursor, offset: number): Promise<readonly XrefSection[]> {
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  let entries = 0;
  for (let at: number | null = offset; at !== null; ) {
    if (seen.has(at) || sections.length >= maximumSections) throw damaged("The cross-reference sections of the PDF go in a circle.");
    seen.add(at);
    const section: XrefSection = await readSection(cursorAt, at);
    sections.push(section);
    entries += section.entries.size;
    if (entries > maximumEntries) throw damaged("The PDF lists too many objects.");
    at = numberIn(section.trailer, "Prev");
  }
  return sections;
}

async function readSection(cursorAt: (offset: number) => Cursor, offset: number): Promise<XrefSection> {
  const cursor = cursorAt(offset);
  if (!accept(cursor, "xref")) return readStreamSection(cursor, offset);
  const entries = readTable(cursor);
  expect(cursor, "trailer");
  const trailer = readValue(cursor);
  if (trailer.kind !== "dict") throw damaged("The PDF has no trailer dictionary.");
  const hybrid = numberIn(trailer, "XRefStm");
  if (hybrid !== null) {
    const more = await readStreamSection(cursorAt(hybrid), hybrid);
    for (const [number, entry] of more.entries) if (!entries.has(number) || entries.get(number)?.kind === "free") entries.set(number, entry);
  }
  return { offset, form: "table", hybrid: hybrid !== null, entries, trailer, end: cursor.position };
}

function readTable(cursor: Cursor): Map<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  for (skipSpace(cursor); isDigit(cursor.bytes[cursor.position] ?? 0) && cursor.position < cursor.end; skipSpace(cursor)) {
    const first = readInteger(cursor);
    const count = readInteger(cursor);
    for (let number = first; number < first + count; number += 1) {
      const offset = readInteger(cursor);
      const generation = readInteger(cursor);
      const used = accept(cursor, "n");
      if (!used) expect(cursor, "f");
      addEntry(entries, number, used ? { kind: "at", offset, generation } : { kind: "free" });
    }
  }
  return entries;
}

function addEntry(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry): void {
  if (number > maximumObject || entries.size > maximumEntries) throw damaged("The PDF lists too many objects.");
  if (entries.has(number)) throw damaged(`The PDF lists object ${number} twice in one section, so readers may disagree about it.`);
  entries.set(number, entry);
}

async function readStreamSection(cursor: Cursor, offset: number): Promise<XrefSection> {
  const { value } = readIndirect(cursor);
  if (value.kind !== "stream" || nameIn(value.dict, "Type") !== "XRef") throw damaged(`The PDF has no cross-reference section at byte ${offset}.`);
  const data = await streamData(cursor, value, (length) => length);
  return { offset, form: "stream", hybrid: false, entries: readStreamEntries(value, data), trailer: value.dict, end: value.dict.end };
}

function readStreamEntries(stream: PdfStream, data: Uint8Array): Map<number, XrefEntry> {
  const [typeWidth, secondWidth, thirdWidth] = widths(stream.dict.entries.get("W"));
  const width = typeWidth + secondWidth + thirdWidth;
  const entries = new Map<number, XrefEntry>();
  let at = 0;
  for (const [first, count] of subsections(stream.dict)) {
    for (let number = first; number < first + count; number += 1, at += width) {
      if (at + width > data.length) throw damaged("A cross-reference stream of the PDF ends too early.");
      const type = typeWidth === 0 ? 1 : field(data, at, typeWidth);
      const second = field(data, at + typeWidth, secondWidth);
      const third = field(data, at + typeWidth + secondWidth, thirdWidth);
      addEntry(entries, number, entryOf(type, second, third));
    }
  }
  return entries;
}

function entryOf(type: number, second: number, third: number): XrefEntry {
  if (type === 1) return { kind: "at", offset: second, generation: third };
  return type === 2 ? { kind: "in", container: second, index: third } : { kind: "free" };
}

function widths(value: PdfValue | undefined): readonly [number, number, number] {
  const [type, second, third] = numbersIn(value);
  if (type === undefined || second === undefined || third === undefined || [type, second, third].some((one) => one > 8) || second === 0) {
    throw damaged("A cross-reference stream of the PDF has absurd columns.");
  }
  return [type, second, third];
}

function subsections(dict: PdfDict): readonly (readonly [number, number])[] {
  const [size = 0] = numbersIn({ kind: "array", items: [dict.entries.get("Size") ?? nothing] });
  if (!dict.entries.has("Index")) return [[0, size]];
  const index = numbersIn(dict.entries.get("Index"));
  const pairs = index.flatMap((first, at) => (at % 2 === 0 ? [[first, index[at + 1] ?? -1] as const] : []));
  if (pairs.length === 0 || pairs.some(([first, count]) => count < 0 || first + count > size)) throw damaged("A cross-reference stream of the PDF lists what it may not.");
  return pairs;
}

function numbersIn(value: PdfValue | undefined): readonly number[] {
  if (value?.kind !== "array") return [];
  return value.items.map((item) => {
    if (item.kind !== "number" || !Number.isInteger(item.value) || item.value < 0) throw damaged("A cross-reference stream of the PDF is broken.");
    return item.value;
  });
}

function field(data: Uint8Array, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index += 1) value = value * 256 + (data[at + index] ?? 0);
  return value;
}
