import { readerOf, unreadable, type TrueTypeFont } from "./truetype.ts";

export interface FontSubset {
  readonly bytes: Uint8Array;
  /** where each kept glyph of the whole font stands in the subset */
  readonly glyphs: ReadonlyMap<number, number>;
}

/** A font file with only `wanted` glyphs and those they are composed of, renumbered; glyph 0 stays glyph 0. */
export function subsetFont(font: TrueTypeFont, wanted: Iterable<number>): FontSubset {
  const glyphs = withComponents(font, wanted);
  const order = [...glyphs.keys()];
  const outlines = order.map((glyph) => renumberComponents(font.outlineOf(glyph), glyphs));
  const tables: [string, Uint8Array][] = [
    ["glyf", joinPadded(outlines)],
    ["head", patchedHead(font)],
    ["hhea", patchedCount(font, "hhea", 34, order.length)],
    ["hmtx", metricsOf(font, order)],
    ["loca", locationsOf(outlines)],
    ["maxp", patchedCount(font, "maxp", 4, order.length)],
  ];
  for (const tag of ["cvt ", "fpgm", "prep"]) {
    const table = font.table(tag);
    if (table) tables.push([tag, table]);
  }
  return { bytes: assemble(tables.toSorted(([a], [b]) => (a < b ? -1 : 1))), glyphs };
}

/** Flags of a component record (OpenType, table glyf). */
const areWords = 0x0001;
const hasScale = 0x0008;
const hasMore = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;

function withComponents(font: TrueTypeFont, wanted: Iterable<number>): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>([[0, 0]]);
  const open = [...wanted];
  for (let glyph = open.shift(); glyph !== undefined; glyph = open.shift()) {
    if (!glyphs.has(glyph)) glyphs.set(glyph, glyphs.size);
  }
  for (const glyph of glyphs.keys()) {
    for (const at of componentsOf(font.outlineOf(glyph))) {
      const part = readerOf(font.outlineOf(glyph)).u16(at + 2);
      if (!glyphs.has(part)) glyphs.set(part, glyphs.size);
    }
  }
  return glyphs;
}

/** Offsets of the component records of a composite outline; none for a simple one. */
function componentsOf(outline: Uint8Array): readonly number[] {
  if (outline.length < 10) return [];
  const reader = readerOf(outline);
  if (reader.i16(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (let flags = hasMore; (flags & hasMore) !== 0; ) {
    flags = reader.u16(at);
    places.push(at);
    at += 4 + ((flags & areWords) === 0 ? 2 : 4);
    if ((flags & hasScale) !== 0) at += 2;
    else if ((flags & hasTwoScales) !== 0) at += 4;
    else if ((flags & hasMatrix) !== 0) at += 8;
  }
  return places;
}

function renumberComponents(outline: Uint8Array, glyphs: ReadonlyMap<number, number>): Uint8Array {
  const places = componentsOf(outline);
  if (places.length === 0) return outline;
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  for (const at of places) view.setUint16(at + 2, glyphs.get(view.getUint16(at + 2)) ?? 0);
  return copy;
}

function joinPadded(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + padded(part.length), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += padded(part.length);
  }
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function locationsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer((outlines.length + 1) * 4));
  let at = 0;
  for (const [index, outline] of outlines.entries()) {
    at += padded(outline.length);
    view.setUint32((index + 1) * 4, at);
  }
  return new Uint8Array(view.buffer);
}

function metricsOf(font: TrueTypeFont, order: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(order.length * 4));
  for (const [index, glyph] of order.entries()) {
    const outline = font.outlineOf(glyph);
    view.setUint16(index * 4, font.advanceOf(glyph));
    view.setInt16(index * 4 + 2, outline.length >= 10 ? readerOf(outline).i16(2) : 0);
  }
  return new Uint8Array(view.buffer);
}

/** Long locations, checksum to be filled in. */
function patchedHead(font: TrueTypeFont): Uint8Array {
  const copy = copyOf(font, "head");
  const view = new DataView(copy.buffer);
  view.setUint32(8, 0);
  view.setInt16(50, 1);
  return copy;
}

function patchedCount(font: TrueTypeFont, tag: string, at: number, count: number): Uint8Array {
  const copy = copyOf(font, tag);
  new DataView(copy.buffer).setUint16(at, count);
  return copy;
}

function copyOf(font: TrueTypeFont, tag: string): Uint8Array {
  const table = font.table(tag);
  if (!table) throw unreadable(`table ${tag} is missing`);
  return table.slice();
}

function assemble(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const body = joinPadded(tables.map(([, table]) => table));
  const bytes = new Uint8Array(start + body.length);
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, (tables.length - (1 << power)) * 16);
  bytes.set(body, start);
  let at = start;
  let head = 0;
  let sum = 0;
  for (const [index, [tag, table]] of tables.entries()) {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) bytes[record + letter] = tag.charCodeAt(letter);
    const own = checksum(view, at, padded(table.length));
    sum += own;
    view.setUint32(record + 4, own);
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, table.length);
    if (tag === "head") head = at;
    at += padded(table.length);
  }
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, start) - sum) >>> 0);
  return bytes;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
