import { normalizeBreaks, visibleName, type Face, type FontSet } from "./font-set.ts";
import type { Colour } from "./look.ts";

export interface TextStyle {
  readonly face: Face;
  /** in points */
  readonly size: number;
  readonly colour: Colour;
}

export interface Span {
  readonly text: string;
  readonly style: TextStyle;
}

/** Neighbouring characters of one span in one font. */
export interface Fragment {
  readonly text: string;
  readonly style: TextStyle;
  /** quotation marks and the like as between Latin letters */
  readonly isNarrow: boolean;
  readonly width: number;
  /** index of the span it comes from */
  readonly span: number;
}

export interface TextLine {
  readonly fragments: readonly Fragment[];
  /** without the blanks at its end */
  readonly width: number;
}

/**
 * Sets `spans` into lines no wider than `measure` points. Latin words stay whole unless one is wider than a line; no
 * line starts with a closing or ends with an opening Chinese mark (W3C clreq, prohibition rules) unless nothing else is
 * possible. Blanks stay at the end of the line they close. No character is lost.
 */
export function breakLines(spans: readonly Span[], measure: number, fonts: FontSet): readonly TextLine[] {
  const signs = toSigns(spans, fonts);
  const lines: TextLine[] = [];
  for (let from = 0; from < signs.length; ) {
    const to = endOfLine(signs, from, measure);
    lines.push(toLine(signs, from, to, spans));
    from = to;
  }
  return lines;
}

interface Sign {
  readonly text: string;
  readonly face: Face;
  readonly isNarrow: boolean;
  readonly width: number;
  readonly span: number;
}

const closing = "，。、；：？！）」』》〉】〕］｝〗〙〛﹐﹑﹒﹔﹕﹖﹗";
const opening = "（「『《〈【〔［｛〖〘〚";
const neverFirst = `${closing}”’…—·,.;:!?)]}%‰°％～‐–々ー`;
const neverLast = `${opening}“‘([{$￥＄`;
/** a blank at which no line ends */
const glue = "\u00A0";
const doubled = "—…⋯─";

function toSigns(spans: readonly Span[], fonts: FontSet): readonly Sign[] {
  const signs: Sign[] = [];
  let isAfterChinese = false;
  for (const [span, { text, style }] of spans.entries()) {
    const characters = Array.from(normalizeBreaks(text));
    for (const [index, character] of characters.entries()) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (character === "\n") {
        signs.push({ text: character, face: style.face, isNarrow: false, width: 0, span });
        continue;
      }
      const found = fonts.faceFor(codePoint, style.face);
      const isNarrow = twoForms.includes(character) && !isAfterChinese && !isChinese(nextInked(characters, index));
      for (const letter of found ? character : visibleName(codePoint)) {
        const face = found ?? style.face;
        const width = fonts.fonts[face].widthOf(letter.codePointAt(0) ?? 0, isNarrow) * style.size;
        signs.push({ text: letter, face, isNarrow, width, span });
      }
      if (character !== " " && !twoForms.includes(character)) isAfterChinese = isChinese(character);
    }
  }
  return signs;
}

/** Signs that stand a whole em wide between Chinese characters, and narrow between Latin letters. */
const twoForms = "‘’“”…·•×÷±°—";

function nextInked(characters: readonly string[], at: number): string {
  for (let index = at + 1; index < Math.min(characters.length, at + 4); index++) {
    const character = characters[index] ?? "";
    if (character !== " " && !twoForms.includes(character)) return character;
  }
  return "";
}

/** Index after the last sign of the line that starts at `from`; always beyond `from`. */
function endOfLine(signs: readonly Sign[], from: number, measure: number): number {
  let width = 0;
  for (let at = from; at < signs.length; at++) {
    const sign = signs[at];
    if (!sign) break;
    if (sign.text === "\n") return at + 1;
    width += sign.width;
    if (sign.text !== " " && width > measure + 0.001 && at > from) return lastBreak(signs, from, at);
  }
  return signs.length;
}

function lastBreak(signs: readonly Sign[], from: number, overflow: number): number {
  for (let at = overflow; at > from; at--) if (mayBreak(signs, at)) return at;
  return forcedBreak(signs, from, overflow);
}

/**
 * A word wider than the line is cut after its last hyphen that fits, else as late as possible, but not before a mark
 * that may not start a line. Elsewhere hyphens do not break: readers that copy the text out would swallow them.
 */
function forcedBreak(signs: readonly Sign[], from: number, overflow: number): number {
  for (let at = overflow; at > from + 1; at--) {
    if (signs[at - 1]?.text === "-" && isLetter(signs[at]?.text ?? "") && isLetter(signs[at - 2]?.text ?? "")) return at;
  }
  for (let at = overflow; at > from; at--) {
    if (!neverFirst.includes(signs[at]?.text ?? "") && !neverLast.includes(signs[at - 1]?.text ?? "")) return at;
  }
  return overflow;
}

function mayBreak(signs: readonly Sign[], at: number): boolean {
  const before = signs[at - 1]?.text ?? "";
  const after = signs[at]?.text ?? "";
  if (after === " " || after === "\n" || before === glue || after === glue) return false;
  if (before === " ") return !closing.includes(after) && !opening.includes(lastInked(signs, at));
  if (neverFirst.includes(after) || neverLast.includes(before)) return false;
  if (doubled.includes(after) && before === after) return false;
  if (isChinese(before) || isChinese(after)) return true;
  return "/–—".includes(before) && isLetter(after) && (before === "—" || isLetter(signs[at - 2]?.text ?? ""));
}

/** The nearest sign before `at` that is not a blank. */
function lastInked(signs: readonly Sign[], at: number): string {
  let index = at - 1;
  while (index > 0 && signs[index]?.text === " ") index -= 1;
  return signs[index]?.text ?? "";
}

/** Ideographs, kana, hangul and full-width forms: signs between which a line may end. */
export function isChinese(text: string): boolean {
  const codePoint = text.codePointAt(0) ?? 0;
  return (
    (codePoint >= 0x2e80 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff00 && codePoint <= 0xffef) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  );
}

function isLetter(text: string): boolean {
  return /^\p{L}$/u.test(text);
}

function toLine(signs: readonly Sign[], from: number, to: number, spans: readonly Span[]): TextLine {
  const fragments: Fragment[] = [];
  let width = 0;
  let inked = 0;
  for (let at = from; at < to; ) {
    const first = signs[at];
    if (!first) break;
    let text = "";
    let fragmentWidth = 0;
    for (; at < to; at++) {
      const sign = signs[at];
      if (!sign || sign.face !== first.face || sign.span !== first.span || sign.isNarrow !== first.isNarrow) break;
      if (sign.text === "\n") continue;
      text += sign.text;
      fragmentWidth += sign.width;
      width += sign.width;
      if (sign.text !== " ") inked = width;
    }
    const style = spans[first.span]?.style;
    if (text !== "" && style) fragments.push({ text, style: { ...style, face: first.face }, isNarrow: first.isNarrow, width: fragmentWidth, span: first.span });
  }
  return { fragments, width: inked };
}
