import type { Rule, Seen } from "./find-violations.ts";
import { asArray, type Dictionary, type PdfFile } from "./read-tags.ts";

/** Rules about the fonts that pages use, read from the embedded files themselves. */
export const fontViolations: Readonly<Record<string, Rule>> = {
  "UA 7.21.3.2-1": (seen) => usedFonts(seen).map(({ name, descendant }) => descendant["/CIDToGIDMap"] === undefined && name),
  "UA 7.21.4.1-1": (seen) => usedFonts(seen).map(({ name, data }) => data === "" && name),
  "UA 7.21.4.1-2": (seen) => usedFonts(seen).flatMap(({ name, codes, glyphOf, glyphCount }) => [...codes].map((code) => glyphOf(code) >= glyphCount && `code ${code} of ${name}`)),
  // A subset need not list its glyphs; where it does, the list must be whole, and ours would not be.
  "UA 7.21.4.2-2": (seen) => usedFonts(seen).map(({ name, descriptor }) => descriptor["/CIDSet"] !== undefined && name),
  "UA 7.21.5-1": (seen) =>
    usedFonts(seen).flatMap(({ name, codes, widthOf, glyphOf, advanceOf }) => [...codes].map((code) => Math.abs(widthOf(code) - advanceOf(glyphOf(code))) > 1 && `code ${code} of ${name} is ${widthOf(code)} wide, not ${advanceOf(glyphOf(code))}`)),
  "UA 7.21.7-1": (seen) => usedFonts(seen).flatMap(({ name, codes, meaning }) => [...codes].map((code) => !meaning.has(code) && `code ${code} of ${name}`)),
  "UA 7.21.7-2": (seen) => usedFonts(seen).flatMap(({ name, meaning }) => [...meaning].map(([code, said]) => (said === "" || /[\0\uFEFF\uFFFE]/.test(said)) && `code ${code} of ${name}`)),
  "UA 7.21.8-1": (seen) => usedFonts(seen).flatMap(({ name, codes, glyphOf }) => [...codes].map((code) => glyphOf(code) === 0 && `code ${code} of ${name}`)),
};

interface UsedFont {
  readonly name: string;
  readonly descendant: Dictionary;
  readonly descriptor: Dictionary;
  /** of the embedded file */
  readonly data: string;
  /** that pages show */
  readonly codes: ReadonlySet<number>;
  readonly meaning: ReadonlyMap<number, string>;
  readonly glyphCount: number;
  readonly glyphOf: (code: number) => number;
  /** in thousandths of an em, as the dictionary says */
  readonly widthOf: (code: number) => number;
  /** as the font file says */
  readonly advanceOf: (glyph: number) => number;
}

const known = new WeakMap<Seen, readonly UsedFont[]>();

function usedFonts(seen: Seen): readonly UsedFont[] {
  const found = known.get(seen) ?? readFonts(seen.file);
  known.set(seen, found);
  return found;
}

function readFonts(file: PdfFile): readonly UsedFont[] {
  const codes = new Map<string, Set<number>>();
  for (const page of file.pages) {
    const own = file.dictionary(page);
    const fonts = file.dictionary(file.dictionary(own["/Resources"])["/Font"]);
    let current: Set<number> | undefined;
    const content = asArray(own["/Contents"]).map((part) => file.data(part)).join("\n");
    for (const [, name, shown] of content.matchAll(/\/(\w+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()])*)\) Tj/g)) {
      if (name !== undefined) {
        const reference = String(fonts[`/${name}`]);
        current = codes.get(reference) ?? new Set();
        codes.set(reference, current);
      } else for (const code of codesOf(shown ?? "")) current?.add(code);
    }
  }
  return [...codes].map(([reference, used]) => readFont(file, file.dictionary(reference), used));
}

function codesOf(literal: string): readonly number[] {
  const bytes = literal.replace(/\\([\s\S])/g, (_, sign: string) => ({ n: "\n", r: "\r" })[sign] ?? sign);
  return Array.from({ length: bytes.length >> 1 }, (_, at) => (bytes.charCodeAt(at * 2) << 8) | bytes.charCodeAt(at * 2 + 1));
}

function readFont(file: PdfFile, font: Dictionary, codes: ReadonlySet<number>): UsedFont {
  const descendant = file.dictionary(asArray(font["/DescendantFonts"])[0]);
  const descriptor = file.dictionary(descendant["/FontDescriptor"]);
  const data = file.data(descriptor["/FontFile2"]);
  const map = file.data(descendant["/CIDToGIDMap"]);
  const [start, widths] = asArray(descendant["/W"]);
  return {
    name: String(font["/BaseFont"]),
    descendant,
    descriptor,
    data,
    codes,
    meaning: meaningOf(file.data(font["/ToUnicode"])),
    glyphOf: (code) => ((map.charCodeAt(code * 2) << 8) | map.charCodeAt(code * 2 + 1)) || 0,
    widthOf: (code) => Number(asArray(widths)[code - Number(start)] ?? descendant["/DW"] ?? 1000),
    ...(data === "" ? { glyphCount: 0, advanceOf: () => Number.NaN } : readMetrics(Buffer.from(data, "latin1"))),
  };
}

function readMetrics(bytes: Buffer): Pick<UsedFont, "glyphCount" | "advanceOf"> {
  const tables = new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => [bytes.toString("latin1", 12 + index * 16, 16 + index * 16), bytes.readUInt32BE(20 + index * 16)] as const));
  const at = (tag: string) => tables.get(tag) ?? Number.NaN;
  const perEm = bytes.readUInt16BE(at("head") + 18);
  const metrics = bytes.readUInt16BE(at("hhea") + 34);
  return {
    glyphCount: bytes.readUInt16BE(at("maxp") + 4),
    advanceOf: (glyph) => (bytes.readUInt16BE(at("hmtx") + Math.min(glyph, metrics - 1) * 4) * 1000) / perEm,
  };
}

function meaningOf(map: string): ReadonlyMap<number, string> {
  const pairs = [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]*)>$/gm)];
  return new Map(pairs.map(([, code = "", said = ""]) => [Number.parseInt(code, 16), Buffer.from(said, "hex").swap16().toString("utf16le")]));
}
