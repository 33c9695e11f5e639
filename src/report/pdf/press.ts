import type { Inline, Language } from "#domain";
import type { Paper, Painter as PaperPainter, StructureElement, StructureTree } from "#paper";
import type { Face, FontSet } from "./font-set.ts";
import { bodyBottom, bodyTop, margin, type Colour } from "./look.ts";
import type { SetText } from "./measure-lines.ts";

export type Painter = PaperPainter<Face, Colour>;

/** What every block needs to set itself: fonts, the page, the structure tree, and what is gathered for the file. */
export interface Press {
  readonly fonts: FontSet;
  readonly paper: Paper<Face, Colour>;
  readonly painter: Painter;
  readonly structure: StructureTree;
  readonly language: Language;
  /** anchors that exist in the document; a link to another is plain text */
  readonly anchors: ReadonlySet<string>;
  readonly frame: Frame;
}

/** The type area of every page, in points from the upper left corner. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
}

export function frameOf(painter: Painter): Frame {
  return { left: margin, top: bodyTop, width: painter.width - 2 * margin, bottom: painter.height - bodyBottom };
}

/** A set text and the element that owns it; links and words in another language become elements of their own. */
export interface OwnedText {
  readonly set: SetText;
  readonly owner: StructureElement;
  readonly parts: Map<number, StructureElement>;
}

export function ownText(set: SetText, owner: StructureElement): OwnedText {
  return { set, owner, parts: new Map() };
}

/** The language that all of `line` has and the document has not. */
export function commonLanguage(line: readonly Inline[], document: Language): { readonly language?: Language } {
  const language = line[0]?.language;
  return language && language !== document && line.every((inline) => inline.language === language) ? { language } : {};
}

export interface LinePlace {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly align?: "start" | "end" | "center";
}

/** Draws line `index` of `text` at `place`. */
export function drawLine(press: Press, text: OwnedText, index: number, place: LinePlace): void {
  const line = text.set.lines[index];
  if (!line) return;
  const free = Math.max(0, place.width - line.width);
  const { lineHeight, size } = text.set;
  const baseline = place.top + (lineHeight - size) / 2 + size * 0.88;
  let x = place.x + (place.align === "end" ? free : place.align === "center" ? free / 2 : 0);
  for (let at = 0; at < line.fragments.length; ) {
    const span = line.fragments[at]?.span ?? 0;
    let width = 0;
    let end = at;
    for (; line.fragments[end]?.span === span; end++) width += line.fragments[end]?.width ?? 0;
    const run = at === 0 && end === line.fragments.length ? line.fragments : line.fragments.slice(at, end);
    const inline = text.set.inlines[span];
    const element = elementOf(press, text, span, inline);
    press.painter.tell(element);
    press.painter.text(run, x, baseline);
    if (inline?.to !== undefined && element.tag === "Link") {
      press.painter.line([x, baseline + 1.8], [x + width, baseline + 1.8], { colour: "greyMid", width: 0.4 });
      press.paper.link(element, { to: inline.to, text: inline.text, box: { x, y: place.top, width, height: lineHeight } });
    }
    x += width;
    at = end;
  }
}

function elementOf(press: Press, text: OwnedText, span: number, inline: Inline | undefined): StructureElement {
  const own = text.owner.options.language ?? press.language;
  const known = text.parts.get(span);
  if (known) return known;
  const foreign = inline?.language && inline.language !== own ? { language: inline.language } : {};
  const isLink = inline?.to !== undefined && press.anchors.has(inline.to);
  const element =
    isLink || foreign.language ? press.structure.add(text.owner, isLink ? "Link" : "Span", foreign) : text.owner;
  text.parts.set(span, element);
  return element;
}
