import { hex, literalPair, pdfAscii, pdfNumber, pdfReference, utf16Hex } from "./pdf-values.ts";
import type { ObjectWriter } from "./pdf-writer.ts";
import { readProportionalForms } from "./proportional-forms.ts";
import { subsetFont } from "./subset-font.ts";
import { readTrueType, type TrueTypeFont } from "./truetype.ts";

/** A font as a paper uses it: it remembers what was set in it and embeds exactly that. One font serves one paper. */
export interface PaperFont {
  readonly has: (codePoint: number) => boolean;
  /** in ems; 0 where there is no glyph. `isNarrow`: in its form between Latin letters, where the font has one */
  readonly widthOf: (codePoint: number, isNarrow: boolean) => number;
  /** the string operand of Tj, inside its brackets; each character must be had */
  readonly encode: (text: string, isNarrow: boolean) => string;
  /** writes the font with what was encoded, and gives the number of its dictionary */
  readonly write: (objects: ObjectWriter) => number;
}

/** Reads a whole TrueType file. Throws PaperError `font-unreadable`. */
export function readFont(file: Uint8Array): PaperFont {
  return createCidFont(readTrueType(file));
}

/**
 * Composite font, Identity-H. A code stands for a code point, not for a glyph: hundreds of glyphs of a Chinese font
 * serve more than one character (U+4E00 and the radical U+2F00), and text that is copied out must be what was put in.
 */
function createCidFont(font: TrueTypeFont): PaperFont {
  const all: Coded[] = [];
  const wide = new Map<string, string>();
  const narrow = new Map<string, string>();
  const glyphs = new Map<number, number>();
  const narrowForms = readProportionalForms(font.table("GSUB"));
  const glyphOf = (codePoint: number): number => {
    const known = glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = font.glyphOf(codePoint) || font.glyphOf(standIns.get(codePoint) ?? 0);
    glyphs.set(codePoint, glyph);
    return glyph;
  };
  const formOf = (codePoint: number, isNarrow: boolean): number => {
    const glyph = glyphOf(codePoint);
    return isNarrow ? (narrowForms.get(glyph) ?? glyph) : glyph;
  };
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    widthOf: (codePoint, isNarrow) => font.advanceOf(formOf(codePoint, isNarrow)) / font.unitsPerEm,
    encode: (text, isNarrow) => {
      let operand = "";
      for (const character of text) {
        const codes = isNarrow ? narrow : wide;
        let coded = codes.get(character);
        if (!coded) {
          const codePoint = character.codePointAt(0) ?? 0;
          all.push({ codePoint, glyph: formOf(codePoint, isNarrow) });
          coded = literalPair(all.length);
          codes.set(character, coded);
        }
        operand += coded;
      }
      return operand;
    },
    write: (objects) => writeFont(objects, font, all),
  };
}

/** Blanks and a hyphen that differ from a common sign in how they break only. */
const standIns: ReadonlyMap<number, number> = new Map([
  ...[0xa0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f].map(
    (codePoint) => [codePoint, 0x20] as const,
  ),
  [0x2010, 0x2d],
  [0x2011, 0x2d],
]);

interface Coded {
  readonly codePoint: number;
  readonly glyph: number;
}

/** `coded[n]` has code n + 1; code 0 is .notdef. */
function writeFont(objects: ObjectWriter, font: TrueTypeFont, coded: readonly Coded[]): number {
  const [dictionary, descendant, descriptor, file, gids, unicode] = Array.from({ length: 6 }, () => objects.reserve());
  if (!dictionary || !descendant || !descriptor || !file || !gids || !unicode) return 0;
  const name = `/${tagOf(coded)}+${font.name}`;
  const subset = subsetFont(font, coded.map(({ glyph }) => glyph));
  const map = new DataView(new ArrayBuffer((coded.length + 1) * 2));
  for (const [index, { glyph }] of coded.entries()) map.setUint16((index + 1) * 2, subset.glyphs.get(glyph) ?? 0);
  objects.write(
    dictionary,
    `<</Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${pdfReference(descendant)}] /ToUnicode ${pdfReference(unicode)}>>`,
  );
  objects.write(
    descendant,
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo <</Registry ${pdfAscii("Adobe")} /Ordering ${pdfAscii("Identity")} /Supplement 0>> /FontDescriptor ${pdfReference(descriptor)} /DW 1000 /W [${widthsOf(font, coded)}] /CIDToGIDMap ${pdfReference(gids)}>>`,
  );
  objects.write(descriptor, describe(font, name, file));
  objects.writeStream(file, subset.bytes, { Length1: String(subset.bytes.length) });
  objects.writeStream(gids, new Uint8Array(map.buffer), {});
  objects.writeStream(unicode, new TextEncoder().encode(unicodeMapOf(coded)), {});
  return dictionary;
}

function describe(font: TrueTypeFont, name: string, file: number): string {
  const scaled = (value: number) => pdfNumber((value * 1000) / font.unitsPerEm);
  return [
    `<</Type /FontDescriptor /FontName ${name} /Flags 4 /ItalicAngle ${pdfNumber(font.italicAngle)}`,
    `/FontBBox [${font.box.map(scaled).join(" ")}] /Ascent ${scaled(font.ascent)} /Descent ${scaled(font.descent)}`,
    `/CapHeight ${scaled(font.capHeight)} /StemV ${pdfNumber(50 + (font.weight / 65) ** 2)} /FontFile2 ${pdfReference(file)}>>`,
  ].join(" ");
}

function widthsOf(font: TrueTypeFont, coded: readonly Coded[]): string {
  const widths = [0, ...coded.map(({ glyph }) => glyph)].map((glyph) => pdfNumber((font.advanceOf(glyph) * 1000) / font.unitsPerEm));
  return `0 [${widths.join(" ")}]`;
}

/** Six capitals that follow from what the subset holds. */
function tagOf(coded: readonly Coded[]): string {
  let sum = 0;
  for (const { codePoint } of coded) sum = (Math.imul(sum ^ codePoint, 0x01000193) + 0x9e37) >>> 0;
  return Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(sum / 26 ** place) % 26))).join("");
}

function unicodeMapOf(coded: readonly Coded[]): string {
  const pairs = coded.map(({ codePoint }, index) => `<${hex(index + 1, 4)}> <${utf16Hex(String.fromCodePoint(codePoint))}>`);
  const sections: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const part = pairs.slice(at, at + 100);
    sections.push(`${part.length} beginbfchar\n${part.join("\n")}\nendbfchar`);
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange",
    ...sections,
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end\nend",
  ].join("\n");
}
