import { normalizeBreaks, type Face, type FontSet, type Letter } from "./font-set.ts";
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
 * possible. A paragraph does not end in a line of one or two characters where a little narrower setting in as many lines
 * avoids it. Blanks stay at the end of the line they close. No character is lost.
 */
export function breakLines(spans: readonly Span[], measure: number, fonts: FontSet): readonly TextLine[] {
  const row = rowOf(spans, fonts);
  const lines: TextLine[] = [];
  for (let from = 0; from < row.letters.length; ) {
    const paragraph = { from, to: endOfParagraph(row.letters, from) };
    for (const end of endsWithoutOrphan(row, paragraph, measure, spans)) {
      lines.push(toLine(row, from, end, spans));
      from = end;
    }
  }
  return lines;
}

/** All letters one after the other, with the width in points and the span of each. */
interface Row {
  readonly letters: readonly Letter[];
  readonly widths: readonly number[];
  readonly spans: readonly number[];
}

const closing = "，。、；：？！）」』》〉】〕］｝〗〙〛﹐﹑﹒﹔﹕﹖﹗";
const opening = "（「『《〈【〔［｛〖〘〚";
const neverFirst = `${closing}”’…—·,.;:!?)]}%‰°％～‐–々ー`;
const neverLast = `${opening}“‘([{$￥＄`;
/** a blank at which no line ends */
const glue = "\u00A0";
const doubled = "—…⋯─";

function rowOf(spans: readonly Span[], fonts: FontSet): Row {
  const row = { letters: [] as Letter[], widths: [] as number[], spans: [] as number[] };
  let isAfterChinese = false;
  for (const [span, { text: written, style }] of spans.entries()) {
    const text = normalizeBreaks(written);
    for (let at = 0; at < text.length; ) {
      const character = characterAt(text, at);
      at += character.length;
      // No letter of ASCII has two forms, and none is Chinese.
      const isPlain = character < "\u0080";
      const hasTwoForms = !isPlain && twoForms.includes(character);
      const isNarrow = hasTwoForms && !isAfterChinese && !isChinese(nextInked(text, at));
      for (const letter of character === "\n" ? newLine : fonts.lettersOf(character, style.face, isNarrow)) {
        row.letters.push(letter);
        row.widths.push(letter.width * style.size);
        row.spans.push(span);
      }
      if (character !== " " && !hasTwoForms) isAfterChinese = !isPlain && isChinese(character);
    }
  }
  return row;
}

/** The character, of one or two code units, that begins at `at`. */
function characterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  return unit < 0xd800 || unit > 0xdbff ? (text[at] ?? "") : String.fromCodePoint(text.codePointAt(at) ?? unit);
}

const newLine: readonly Letter[] = [{ text: "\n", face: "sans", isNarrow: false, width: 0 }];

/** Letters that stand a whole em wide between Chinese characters, and narrow between Latin letters. */
const twoForms = "‘’“”…·•×÷±°—";

/** The first of the three characters from `at` on that is inked and has one form only. */
function nextInked(text: string, at: number): string {
  for (let left = 3, next = at; left > 0 && next < text.length; left -= 1) {
    const character = characterAt(text, next);
    if (character !== " " && !twoForms.includes(character)) return character;
    next += character.length;
  }
  return "";
}

/** Width in points of the widest part of `spans` in which no line may end. */
export function widestWord(spans: readonly Span[], fonts: FontSet): number {
  const { letters, widths } = rowOf(spans, fonts);
  let widest = 0;
  let width = 0;
  for (const [at, letter] of letters.entries()) {
    if (at > 0 && (letters[at - 1]?.text === "\n" || mayBreak(letters, at))) width = 0;
    if (letter.text === " " || letter.text === "\n") continue;
    width += widths[at] ?? 0;
    widest = Math.max(widest, width);
  }
  return widest;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Index after the next new line. */
function endOfParagraph(letters: readonly Letter[], from: number): number {
  for (let at = from; at < letters.length; at++) if (letters[at]?.text === "\n") return at + 1;
  return letters.length;
}

/** Where the lines of one paragraph end, and whether a word had to be cut. */
interface Ends {
  readonly ends: readonly number[];
  readonly isForced: boolean;
}

function endsOf(row: Row, { from, to }: Range, measure: number): Ends {
  const ends: number[] = [];
  let isForced = false;
  for (let start = from; start < to; ) {
    const overflow = overflowOf(row, { from: start, to }, measure);
    const end = overflow === to ? to : lastBreak(row.letters, start, overflow);
    if (end < 0) isForced = true;
    start = end < 0 ? forcedBreak(row.letters, start, overflow) : end;
    ends.push(start);
  }
  return { ends, isForced };
}

/** In ems: a last line shorter than this looks lost. */
const leastLastLine = 2.2;

function endsWithoutOrphan(row: Row, paragraph: Range, measure: number, spans: readonly Span[]): readonly number[] {
  const { ends } = endsOf(row, paragraph, measure);
  const size = spans[row.spans[paragraph.from] ?? 0]?.style.size ?? 0;
  const isLost = (all: readonly number[]) => widthOf(row, all.at(-2) ?? paragraph.from, paragraph.to) < leastLastLine * size;
  if (ends.length < 2 || ends.length > 12 || !isLost(ends)) return ends;
  for (const share of [0.96, 0.92, 0.86, 0.8]) {
    const tried = endsOf(row, paragraph, measure * share);
    if (!tried.isForced && tried.ends.length === ends.length && !isLost(tried.ends)) return tried.ends;
  }
  return ends;
}

function widthOf({ widths }: Row, from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += widths[at] ?? 0;
  return width;
}

/** Index of the first letter that is too much for the line, or `to`. Blanks never are. */
function overflowOf({ letters, widths }: Row, { from, to }: Range, measure: number): number {
  let width = 0;
  for (let at = from; at < to; at++) {
    width += widths[at] ?? 0;
    if (width > measure + 0.001 && at > from && letters[at]?.text !== " " && letters[at]?.text !== "\n") return at;
  }
  return to;
}

/** The last place at or before `overflow` where a line may end, or -1. */
function lastBreak(letters: readonly Letter[], from: number, overflow: number): number {
  for (let at = overflow; at > from; at--) if (mayBreak(letters, at)) return at;
  return -1;
}

/**
 * A word wider than the line is cut after its last hyphen that fits, else as late as possible, but not before a mark
 * that may not start a line. Elsewhere hyphens do not break: readers that copy the text out would swallow them.
 */
function forcedBreak(letters: readonly Letter[], from: number, overflow: number): number {
  for (let at = overflow; at > from + 1; at--) {
    if (letters[at - 1]?.text === "-" && isLetter(letters[at]?.text ?? "") && isLetter(letters[at - 2]?.text ?? "")) return at;
  }
  for (let at = overflow; at > from; at--) {
    if (!neverFirst.includes(letters[at]?.text ?? "") && !neverLast.includes(letters[at - 1]?.text ?? "")) return at;
  }
  return overflow;
}

function mayBreak(letters: readonly Letter[], at: number): boolean {
  const before = letters[at - 1]?.text ?? "";
  const after = letters[at]?.text ?? "";
  if (after === " " || after === "\n" || before === glue || after === glue) return false;
  if (before === " ") return !closing.includes(after) && !opening.includes(lastInked(letters, at));
  if (neverFirst.includes(after) || neverLast.includes(before)) return false;
  if (doubled.includes(after) && before === after) return false;
  if (isChinese(before) || isChinese(after)) return true;
  return "/–—".includes(before) && isLetter(after) && (before === "—" || isLetter(letters[at - 2]?.text ?? ""));
}

/** The nearest letter before `at` that is not a blank. */
function lastInked(letters: readonly Letter[], at: number): string {
  let index = at - 1;
  while (index > 0 && letters[index]?.text === " ") index -= 1;
  return letters[index]?.text ?? "";
}

/** Ideographs, kana, hangul and full-width forms: letters between which a line may end. */
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

function toLine({ letters, widths, spans: owners }: Row, from: number, to: number, spans: readonly Span[]): TextLine {
  const fragments: Fragment[] = [];
  let width = 0;
  let inked = 0;
  for (let at = from; at < to; ) {
    const first = letters[at];
    const span = owners[at] ?? 0;
    if (!first) break;
    let text = "";
    const start = width;
    for (; at < to; at++) {
      const letter = letters[at];
      if (!letter || letter.face !== first.face || owners[at] !== span || letter.isNarrow !== first.isNarrow) break;
      if (letter.text === "\n") continue;
      text += letter.text;
      width += widths[at] ?? 0;
      if (letter.text !== " ") inked = width;
    }
    const style = spans[span]?.style;
    if (text !== "" && style) fragments.push({ text, style: { ...style, face: first.face }, isNarrow: first.isNarrow, width: width - start, span });
  }
  return { fragments, width: inked };
}
