import { readFont, type PaperFont } from "#paper";
import { asWorkbenchError } from "./as-workbench-error.ts";

/** Whole TrueType files: Noto Sans TC Regular and Bold, Source Serif 4 SemiBold. */
export interface ReportFonts {
  readonly sans: Uint8Array;
  readonly sansBold: Uint8Array;
  readonly serif: Uint8Array;
}

export type Face = keyof ReportFonts;

/** A character in the font and form in which it is printed. */
export interface Letter {
  readonly text: string;
  readonly face: Face;
  /** quotation marks and the like as between Latin letters */
  readonly isNarrow: boolean;
  /** in ems */
  readonly width: number;
}

export interface FontSet {
  readonly fonts: Readonly<Record<Face, PaperFont>>;
  /** the face that prints `codePoint` where `wanted` is asked for, or null when none has it */
  readonly faceFor: (codePoint: number, wanted: Face) => Face | null;
  /** one letter, or the visible name of a character that no font has */
  readonly lettersOf: (character: string, wanted: Face, isNarrow: boolean) => readonly Letter[];
}

/** Throws font-unreadable. */
export function createFontSet(files: ReportFonts): FontSet {
  const fonts = readFonts(files);
  const faceFor = (codePoint: number, wanted: Face): Face | null => {
    if (isInvisible(codePoint)) return null;
    return fallbacks[wanted].find((face) => fonts[face].has(codePoint)) ?? null;
  };
  const known = { sans: twoMaps(), sansBold: twoMaps(), serif: twoMaps() };
  return {
    fonts,
    faceFor,
    lettersOf: (character, wanted, isNarrow) => {
      const letters = known[wanted][isNarrow ? "narrow" : "wide"];
      const found = letters.get(character);
      if (found) return found;
      const codePoint = character.codePointAt(0) ?? 0;
      const own = faceFor(codePoint, wanted);
      const made = Array.from(own ? character : visibleName(codePoint), (text): Letter => {
        const face = own ?? wanted;
        return { text, face, isNarrow, width: fonts[face].widthOf(text.codePointAt(0) ?? 0, isNarrow) };
      });
      letters.set(character, made);
      return made;
    },
  };
}

function readFonts(files: ReportFonts): Readonly<Record<Face, PaperFont>> {
  try {
    return { sans: readFont(files.sans), sansBold: readFont(files.sansBold), serif: readFont(files.serif) };
  } catch (cause) {
    throw asWorkbenchError(cause);
  }
}

function twoMaps() {
  return { wide: new Map<string, readonly Letter[]>(), narrow: new Map<string, readonly Letter[]>() };
}

/** How a character that no font has is printed. */
function visibleName(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
}

/** Line breaks in all their spellings; a tab is a blank. */
export function normalizeBreaks(text: string): string {
  if (!/[\t\r\v\f\u0085\u2028\u2029]/.test(text)) return text;
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
