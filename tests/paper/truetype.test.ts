import { PaperError } from "#paper";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subsetFont } from "../../src/paper/subset-font.ts";
import { readTrueType } from "../../src/paper/truetype.ts";
import { fonts } from "../report/pdf/read-fonts.ts";

const sans = readTrueType(fonts.sans);
const serif = readTrueType(fonts.serif);

describe("TrueType", () => {
  test("a font tells its name, its glyphs and their widths, also beyond the basic plane", () => {
    expect(sans.name).toBe("NotoSansTC-Regular");
    expect(sans.advanceOf(sans.glyphOf(0x4e0d))).toBe(sans.unitsPerEm);
    expect(sans.glyphOf(0x20021)).toBeGreaterThan(0);
    expect(sans.glyphOf(0x1f600)).toBe(0);
    expect(serif.glyphOf(0x4e0d)).toBe(0);
  });

  test("a format 4 map says the same as a format 12 map", () => {
    const basic = readTrueType(withoutFormat12(fonts.serif));
    for (let codePoint = 0; codePoint < 0xffff; codePoint++) {
      if (basic.glyphOf(codePoint) !== serif.glyphOf(codePoint)) expect(codePoint).toBe("the same glyph");
    }
  });

  test("a subset keeps outlines, widths and the parts of composite glyphs", () => {
    const accented = serif.glyphOf("é".codePointAt(0) ?? 0);
    const { bytes, glyphs } = subsetFont(serif, [accented, serif.glyphOf(0x41)]);
    const small = readTrueType(withCharacterMap(bytes, serif.table("cmap"), serif.table("post")));
    expect(glyphs.get(0)).toBe(0);
    expect(small.glyphCount).toBe(glyphs.size);
    for (const [old, fresh] of glyphs) {
      expect(small.advanceOf(fresh)).toBe(serif.advanceOf(old));
      expect(small.outlineOf(fresh).length).toBeGreaterThanOrEqual(serif.outlineOf(old).length);
    }
    expect(new DataView(serif.outlineOf(accented).slice().buffer).getInt16(0)).toBeLessThan(0);
    expect(glyphs.size).toBeGreaterThan(3);
  });

  test("a damaged font is refused, not followed out of its bytes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 20 }), (length, edits) => {
        const bytes = fonts.serif.slice(0, length > 900 ? undefined : length * 100);
        for (const [at, value] of edits) if (at < bytes.length) bytes[at] = value;
        try {
          const font = readTrueType(bytes);
          subsetFont(font, [font.glyphOf(0x41)]);
        } catch (error) {
          expect(error).toBeInstanceOf(PaperError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** The font with its format 12 maps declared as another platform's. */
function withoutFormat12(font: Uint8Array): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  const offset = tableAt(view, "cmap");
  for (let index = 0; index < view.getUint16(offset + 2); index++) {
    const at = offset + 4 + index * 8;
    if (view.getUint16(offset + view.getUint32(at + 4)) === 12) view.setUint16(at, 2);
  }
  return copy;
}

function tableAt(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + index * 16;
    if ([0, 1, 2, 3].every((letter) => view.getUint8(at + letter) === tag.charCodeAt(letter))) return view.getUint32(at + 8);
  }
  throw new Error(`no ${tag}`);
}

/** A subset has no map and no names of its own: those of the whole font make it readable again. */
function withCharacterMap(bytes: Uint8Array, ...extra: readonly (Uint8Array | null)[]): Uint8Array {
  const view = new DataView(bytes.buffer);
  const count = view.getUint16(4);
  const tags = ["cmap", "post"];
  const shift = extra.length * 16;
  const parts = extra.map((part) => part ?? new Uint8Array());
  const whole = new Uint8Array(bytes.length + shift + parts.reduce((sum, part) => sum + part.length, 0));
  whole.set(bytes.subarray(0, 12 + count * 16));
  whole.set(bytes.subarray(12 + count * 16), 12 + count * 16 + shift);
  const out = new DataView(whole.buffer);
  out.setUint16(4, count + extra.length);
  for (let index = 0; index < count; index++) out.setUint32(12 + index * 16 + 8, view.getUint32(12 + index * 16 + 8) + shift);
  let at = bytes.length + shift;
  for (const [index, part] of parts.entries()) {
    const record = 12 + (count + index) * 16;
    for (let letter = 0; letter < 4; letter++) whole[record + letter] = (tags[index] ?? "").charCodeAt(letter);
    out.setUint32(record + 8, at);
    out.setUint32(record + 12, part.length);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
