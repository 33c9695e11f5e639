import type { Inline, Line } from "#domain";
import { breakLines, isChinese, widestWord, type Span, type TextLine, type TextStyle } from "./break-lines.ts";
import type { FontSet } from "./font-set.ts";

/** Text set into lines, each of one height. */
export interface SetText {
  readonly lines: readonly TextLine[];
  readonly lineHeight: number;
  readonly size: number;
  /** the inline that a fragment's span comes from */
  readonly inlines: readonly Inline[];
}

export type Leading = "text" | "table" | "title";

/** Sets a line of the document; there is always at least one line, so that an empty one keeps its place. */
export function setLine(line: Line, style: TextStyle, measure: number, leading: Leading, fonts: FontSet): SetText {
  const spans = line.map((inline) => ({ text: inline.text, style: styleOf(inline, style) }));
  return { ...setSpans(spans, style.size, measure, leading, fonts), inlines: line };
}

export function setPlain(text: string, style: TextStyle, measure: number, leading: Leading, fonts: FontSet): SetText {
  return setLine([{ text }], style, measure, leading, fonts);
}

/** Chinese needs more air than Latin. */
const leadings: Readonly<Record<Leading, readonly [latin: number, chinese: number]>> = {
  text: [1.45, 1.7],
  table: [1.38, 1.5],
  title: [1.22, 1.36],
};

function setSpans(spans: readonly Span[], size: number, measure: number, leading: Leading, fonts: FontSet): Omit<SetText, "inlines"> {
  const lines = leading === "title" ? balanced(spans, size, measure, fonts) : breakLines(spans, Math.max(measure, size), fonts);
  const [latin, chinese] = leadings[leading];
  const factor = isMainlyChinese(spans) ? chinese : latin;
  return { lines: lines.length > 0 ? lines : [{ fragments: [], width: 0 }], lineHeight: factor * size, size };
}

/** Lines of about one length: the narrowest setting in as few lines, by halving. Long titles are set as they come. */
function balanced(spans: readonly Span[], size: number, measure: number, fonts: FontSet): readonly TextLine[] {
  let best = breakLines(spans, Math.max(measure, size), fonts);
  if (best.length < 2 || best.length > 3) return best;
  let narrow = Math.max(measure / 2, widestWord(spans, fonts) - 0.01);
  let wide = measure;
  while (wide - narrow > size / 2) {
    const middle = (narrow + wide) / 2;
    const lines = breakLines(spans, Math.max(middle, size), fonts);
    if (lines.length > best.length) narrow = middle;
    else {
      wide = middle;
      best = lines;
    }
  }
  return best;
}

/** A fifth of Chinese characters is enough; a single name inside a Latin sentence is not. */
function isMainlyChinese(spans: readonly Span[]): boolean {
  let chinese = 0;
  let all = 0;
  for (const { text } of spans) {
    for (const character of text) {
      all += 1;
      if (isChinese(character)) chinese += 1;
    }
  }
  return chinese * 5 > all;
}

function styleOf(inline: Inline, style: TextStyle): TextStyle {
  switch (inline.style ?? "plain") {
    case "plain":
      return style;
    case "strong":
      return { ...style, face: style.face === "sans" ? "sansBold" : style.face };
    case "code":
      return { ...style, size: style.size * 0.86, colour: "inkSoft" };
    case "quiet":
      return { ...style, colour: "grey" };
  }
}
