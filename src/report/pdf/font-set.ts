import { createCidFont, type CidFont } from "./cid-font.ts";
import { hex } from "./pdf-values.ts";
import { readTrueType } from "./truetype.ts";

/** Whole TrueType files: Noto Sans TC Regular and Bold, Source Serif 4 SemiBold. */
export interface ReportFonts {
  readonly sans: Uint8Array;
  readonly sansBold: Uint8Array;
  readonly serif: Uint8Array;
}

export type Face = keyof ReportFonts;

export interface FontSet {
  readonly fonts: Readonly<Record<Face, CidFont>>;
  /** the face that prints `codePoint` where `wanted` is asked for, or null when none has it */
  readonly faceFor: (codePoint: number, wanted: Face) => Face | null;
}

/** Throws font-unreadable. */
export function createFontSet(files: ReportFonts): FontSet {
  const fonts: Readonly<Record<Face, CidFont>> = {
    sans: createCidFont(readTrueType(files.sans)),
    sansBold: createCidFont(readTrueType(files.sansBold)),
    serif: createCidFont(readTrueType(files.serif)),
  };
  return {
    fonts,
    faceFor: (codePoint, wanted) => {
      if (isInvisible(codePoint)) return null;
      return fallbacks[wanted].find((face) => fonts[face].has(codePoint)) ?? null;
    },
  };
}

/** How a character that no font has is printed. */
export function visibleName(codePoint: number): string {
  return `[U+${hex(codePoint, 4)}]`;
}

/** Line breaks in all their spellings; a tab is a blank. */
export function normalizeBreaks(text: string): string {
  return text.replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "\n").replaceAll("\t", " ");
}

const fallbacks: Readonly<Record<Face, readonly Face[]>> = {
  sans: ["sans", "sansBold", "serif"],
  sansBold: ["sansBold", "sans", "serif"],
  serif: ["serif", "sansBold", "sans"],
};

/** Controls, and marks that turn the direction of what stands around them: shown, whatever a font may say. */
function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint < 0xa0) ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    (codePoint >= 0xd800 && codePoint <= 0xdfff) ||
    codePoint === 0xad ||
    codePoint === 0xfeff
  );
}
