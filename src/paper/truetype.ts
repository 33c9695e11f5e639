import { PaperError } from "./paper-error.ts";

/** A TrueType font as far as a PDF needs it: which glyph a code point has, how wide it is, how it is drawn. */
export interface TrueTypeFont {
  readonly name: string;
  readonly unitsPerEm: number;
  /** in font units, descent negative */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  /** 100 to 900 */
  readonly weight: number;
  /** xMin, yMin, xMax, yMax in font units */
  readonly box: readonly [number, number, number, number];
  readonly glyphCount: number;
  /** 0 where the font has no glyph */
  readonly glyphOf: (codePoint: number) => number;
  /** in font units */
  readonly advanceOf: (glyph: number) => number;
  /** the glyph's record in `glyf`; empty for a blank glyph */
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** a whole table, or null */
  readonly table: (tag: string) => Uint8Array | null;
}

/** Reads what is needed and nothing else; no table is copied. Throws font-unreadable. */
export function readTrueType(bytes: Uint8Array): TrueTypeFont {
  const tables = readDirectory(bytes);
  const table = (tag: string) => tables.get(tag) ?? null;
  const need = (tag: string, least: number): FontReader => {
    const found = tables.get(tag);
    if (!found || found.length < least) throw unreadable(`table ${tag} is missing or short`);
    return readerOf(found);
  };
  const head = need("head", 54);
  const hhea = need("hhea", 36);
  const glyphCount = need("maxp", 6).u16(4);
  const unitsPerEm = head.u16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw unreadable(`${unitsPerEm} units per em`);
  const os2 = tables.get("OS/2");
  const ascent = hhea.i16(4);
  return {
    name: readName(tables.get("name")) ?? "Font",
    unitsPerEm,
    ascent,
    descent: hhea.i16(6),
    capHeight: os2 && os2.length >= 90 && readerOf(os2).u16(0) >= 2 ? readerOf(os2).i16(88) : ascent,
    weight: os2 && os2.length >= 6 ? readerOf(os2).u16(4) : 400,
    italicAngle: need("post", 32).i32(4) / 65536,
    box: [head.i16(36), head.i16(38), head.i16(40), head.i16(42)],
    glyphCount,
    glyphOf: readCharacterMap(need("cmap", 4), glyphCount),
    advanceOf: readAdvances(need("hmtx", 4), hhea.u16(34), glyphCount),
    outlineOf: readOutlines(need("loca", 4), tables.get("glyf"), head.i16(50) === 1, glyphCount),
    table,
  };
}

/** Big-endian numbers; every read out of bounds throws font-unreadable. */
export interface FontReader {
  readonly length: number;
  readonly u16: (at: number) => number;
  readonly i16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
}

export function readerOf(bytes: Uint8Array): FontReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (offset: number, size: number): number => {
    if (!(offset >= 0) || offset + size > bytes.length) throw unreadable(`a read at ${offset} of ${bytes.length}`);
    return offset;
  };
  return {
    length: bytes.length,
    u16: (offset) => view.getUint16(at(offset, 2)),
    i16: (offset) => view.getInt16(at(offset, 2)),
    u32: (offset) => view.getUint32(at(offset, 4)),
    i32: (offset) => view.getInt32(at(offset, 4)),
  };
}

export function unreadable(why: string): PaperError {
  return new PaperError("font-unreadable", `The font cannot be read: ${why}.`);
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = readerOf(bytes);
  const version = reader.u32(0);
  if (version !== 0x00010000 && version !== 0x74727565) throw unreadable("it has no TrueType outlines");
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < reader.u16(4); index++) {
    const at = 12 + index * 16;
    const offset = reader.u32(at + 8);
    const length = reader.u32(at + 12);
    if (offset + length > bytes.length) throw unreadable("a table leaves the file");
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), bytes.subarray(offset, offset + length));
  }
  return tables;
}

/** The PostScript name (name 6), reduced to the letters that a PDF name may hold unescaped. */
function readName(table: Uint8Array | undefined): string | null {
  if (!table || table.length < 6) return null;
  const reader = readerOf(table);
  const strings = reader.u16(4);
  for (let index = 0; index < reader.u16(2); index++) {
    const at = 6 + index * 12;
    if (reader.u16(at + 6) !== 6 || reader.u16(at) !== 3) continue;
    const from = strings + reader.u16(at + 10);
    const units = Array.from({ length: reader.u16(at + 8) >> 1 }, (_, unit) => reader.u16(from + unit * 2));
    const name = String.fromCharCode(...units).replace(/[^A-Za-z0-9-]/g, "");
    if (name !== "") return name;
  }
  return null;
}

/** The widest Unicode map there is: format 12 before format 4. */
function readCharacterMap(cmap: FontReader, glyphCount: number): (codePoint: number) => number {
  const maps = Array.from({ length: cmap.u16(2) }, (_, index) => {
    const at = 4 + index * 8;
    const offset = cmap.u32(at + 4);
    return { platform: cmap.u16(at), offset, format: cmap.u16(offset) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const full = maps.find(({ format }) => format === 12);
  const basic = maps.find(({ format }) => format === 4);
  const lookup = full ? groupsOf(cmap, full.offset) : basic ? segmentsOf(cmap, basic.offset) : null;
  if (!lookup) throw unreadable("it has no Unicode character map");
  return (codePoint) => {
    const glyph = lookup(codePoint);
    return glyph < glyphCount ? glyph : 0;
  };
}

function groupsOf(cmap: FontReader, offset: number): (codePoint: number) => number {
  const count = cmap.u32(offset + 12);
  cmap.u32(offset + 16 + Math.max(0, count - 1) * 12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = offset + 16 + middle * 12;
      if (codePoint < cmap.u32(at)) high = middle - 1;
      else if (codePoint > cmap.u32(at + 4)) low = middle + 1;
      else return cmap.u32(at + 8) + codePoint - cmap.u32(at);
    }
    return 0;
  };
}

function segmentsOf(cmap: FontReader, offset: number): (codePoint: number) => number {
  const count = cmap.u16(offset + 6) >> 1;
  const ends = offset + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const ranges = deltas + count * 2;
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cmap.u16(ends + middle * 2) < codePoint) low = middle + 1;
      else high = middle;
    }
    if (count === 0 || codePoint < cmap.u16(starts + low * 2) || codePoint > cmap.u16(ends + low * 2)) return 0;
    const range = cmap.u16(ranges + low * 2);
    const delta = cmap.u16(deltas + low * 2);
    if (range === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.u16(ranges + low * 2 + range + (codePoint - cmap.u16(starts + low * 2)) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

function readAdvances(hmtx: FontReader, count: number, glyphCount: number): (glyph: number) => number {
  if (count === 0 || hmtx.length < count * 4) throw unreadable("table hmtx is short");
  return (glyph) => (glyph < glyphCount ? hmtx.u16(Math.min(glyph, count - 1) * 4) : 0);
}

function readOutlines(
  loca: FontReader,
  glyf: Uint8Array | undefined,
  isLong: boolean,
  glyphCount: number,
): (glyph: number) => Uint8Array {
  if (!glyf) throw unreadable("table glyf is missing");
  const place = (glyph: number) => (isLong ? loca.u32(glyph * 4) : loca.u16(glyph * 2) * 2);
  return (glyph) => {
    if (glyph >= glyphCount) return new Uint8Array();
    const from = place(glyph);
    const to = place(glyph + 1);
    if (to < from || to > glyf.length) throw unreadable(`the outline of glyph ${glyph} leaves its table`);
    return glyf.subarray(from, to);
  };
}
