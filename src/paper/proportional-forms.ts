import { readerOf, type FontReader } from "./truetype.ts";

/**
 * The font's proportional forms of full-width glyphs (GSUB feature `pwid`, single substitutions only): a Chinese font
 * draws the quotation marks of U+2019 and others a whole em wide, which tears Latin words apart.
 */
export function readProportionalForms(table: Uint8Array | null): ReadonlyMap<number, number> {
  const forms = new Map<number, number>();
  if (!table || table.length < 10) return forms;
  const gsub = readerOf(table);
  const features = gsub.u16(6);
  const lookups = gsub.u16(8);
  for (let index = 0; index < gsub.u16(features); index++) {
    const record = features + 2 + index * 6;
    if (gsub.u32(record) !== pwid) continue;
    const feature = features + gsub.u16(record + 4);
    for (let place = 0; place < gsub.u16(feature + 2); place++) {
      readLookup(gsub, lookups + gsub.u16(lookups + 2 + gsub.u16(feature + 4 + place * 2) * 2), forms);
    }
  }
  return forms;
}

/** The letters `pwid` as one number. */
const pwid = 0x70776964;

function readLookup(gsub: FontReader, lookup: number, forms: Map<number, number>): void {
  if (gsub.u16(lookup) !== 1) return;
  for (let index = 0; index < gsub.u16(lookup + 4); index++) {
    const subtable = lookup + gsub.u16(lookup + 6 + index * 2);
    const isList = gsub.u16(subtable) === 2;
    for (const [place, glyph] of coveredGlyphs(gsub, subtable + gsub.u16(subtable + 2)).entries()) {
      const form = isList ? gsub.u16(subtable + 6 + place * 2) : (glyph + gsub.u16(subtable + 4)) & 0xffff;
      if (!forms.has(glyph)) forms.set(glyph, form);
    }
  }
}

/** In coverage order. */
function coveredGlyphs(gsub: FontReader, coverage: number): readonly number[] {
  const count = gsub.u16(coverage + 2);
  if (gsub.u16(coverage) === 1) return Array.from({ length: count }, (_, index) => gsub.u16(coverage + 4 + index * 2));
  const glyphs: number[] = [];
  for (let index = 0; index < count; index++) {
    const range = coverage + 4 + index * 6;
    for (let glyph = gsub.u16(range); glyph <= gsub.u16(range + 2); glyph++) glyphs.push(glyph);
  }
  return glyphs;
}
