import type { Block } from "#domain";
import type { Tag } from "#paper";
import type { TextStyle } from "../break-lines.ts";
import type { FlowItem, Piece } from "../flow.ts";
import { drawIntervalBar } from "../interval-bar.ts";
import { sizes } from "../look.ts";
import { setLine, setPlain } from "../measure-lines.ts";
import { drawLine, ownText, type Press } from "../press.ts";
import { textPieces } from "../text-pieces.ts";
import { layLegend } from "./caption.ts";
import { layFacts, type FactLook } from "./facts.ts";

type CoverBlock = Extract<Block, { kind: "cover" }>;
type Mark = CoverBlock["marks"][number];

/** One page, always: the grandest look in which all of it stands on the first. */
export function* layCover(press: Press, block: CoverBlock): Iterable<FlowItem> {
  const look = looks.find((one) => heightOf(press, block, one) <= press.frame.bottom - press.frame.top) ?? looks[looks.length - 1];
  if (look) yield* coverPieces(press, block, look);
  yield { kind: "page-break" };
}

interface CoverLook {
  readonly above: number;
  readonly title: number;
  readonly subtitle: number;
  readonly mark: MarkLook;
  readonly facts: FactLook;
}

interface MarkLook {
  readonly before: number;
  readonly name: number;
  readonly figure: number;
  /** 0: on the line of the name */
  readonly note: number;
  readonly bar: number;
}

const compact = { padding: 1.3, size: sizes.small };

const looks: readonly CoverLook[] = [
  { above: 56, title: sizes.title, subtitle: 13, mark: { before: 18, name: 11, figure: sizes.figure, note: sizes.small, bar: 11 }, facts: { padding: 2.6, size: 9.25 } },
  { above: 34, title: 26, subtitle: 11, mark: { before: 11, name: 9.5, figure: 16, note: sizes.tiny, bar: 8 }, facts: compact },
  { above: 20, title: 23, subtitle: 10, mark: { before: 8, name: 9, figure: 13, note: 7, bar: 6 }, facts: compact },
  { above: 0, title: 18, subtitle: 9, mark: { before: 4, name: 8, figure: 9, note: 6.5, bar: 4 }, facts: { padding: 0.8, size: 8 } },
  { above: 0, title: 16, subtitle: 8.5, mark: { before: 2.4, name: 7.5, figure: 8, note: 0, bar: 3 }, facts: { padding: 0.3, size: 7.5 } },
];

/** Room for an organisation's chop beside the facts: 34 mm. */
const sealSide = 96;

function heightOf(press: Press, block: CoverBlock, look: CoverLook): number {
  const trial: Press = { ...press, structure: { ...press.structure, add: (parent, tag, options = {}) => ({ tag, options, parent, kids: [] }) } };
  let height = 0;
  for (const item of coverPieces(trial, block, look)) {
    if (item.kind === "piece") height += item.height + (height === 0 ? 0 : item.before);
  }
  return height;
}

function* coverPieces(press: Press, block: CoverBlock, look: CoverLook): Iterable<FlowItem> {
  const { width } = press.frame;
  yield space(look.above);
  yield* layWords(press, "P", block.eyebrow, { face: "sansBold", size: 9, colour: "inkSoft" }, 0);
  yield* layWords(press, "H1", block.title, { face: "serif", size: look.title, colour: "ink" }, 9);
  yield* layWords(press, "P", block.subtitle, { face: "sans", size: look.subtitle, colour: "inkSoft" }, 8);
  yield rule(press);
  const keepsRoom = block.marks.some(({ mark }) => mark.blocked === true);
  for (const mark of block.marks) yield layMark(press, mark, look.mark, keepsRoom);
  if (block.marks.length > 0) yield* layLegend(press, block.legend);
  yield sealCorners(press);
  yield* layFacts(press, block.facts.map(({ label, value }) => ({ label, line: [{ text: value }] })), width - sealSide - 24, look.facts);
}

function space(height: number): Piece {
  return { kind: "piece", height, before: 0, keepWithNext: true, draw: () => undefined };
}

function* layWords(press: Press, tag: Tag, text: string, style: TextStyle, before: number): Iterable<FlowItem> {
  if (text === "") return;
  const { left, width } = press.frame;
  const set = setPlain(text, style, width, "title", press.fonts);
  yield* textPieces(press, ownText(set, press.structure.add(press.structure.root, tag)), { x: left, width, before, keepWithNext: true });
}

function rule({ painter, frame }: Press): Piece {
  return {
    kind: "piece",
    height: 1,
    before: 18,
    keepWithNext: true,
    draw: (top) => painter.adorn(() => painter.line([frame.left, top], [frame.left + frame.width, top], { colour: "ink", width: 0.9 })),
  };
}

/** A figure of weight: its name and note at the left, the figure at the right, the bar below over the whole width. */
function layMark(press: Press, { label, mark, note }: Mark, look: MarkLook, keepsRoom: boolean): Piece {
  const { left, width } = press.frame;
  const figure = setPlain(mark.label, { face: "serif", size: look.figure, colour: "ink" }, width * 0.5, "title", press.fonts);
  const figureWidth = Math.max(...figure.lines.map((line) => line.width)) + 16;
  const measure = width - figureWidth;
  const named = [{ text: label, style: "strong" } as const, ...(look.note === 0 ? [{ text: `  ${note}`, style: "quiet" } as const] : [])];
  const name = setLine(named, { face: "sans", size: look.name, colour: "ink" }, measure, "title", press.fonts);
  const remarks = look.note === 0 ? [] : [setPlain(note, { face: "sans", size: look.note, colour: "grey" }, measure, "table", press.fonts)];
  const nameHeight = name.lines.length * name.lineHeight;
  const remarkHeight = remarks.reduce((sum, set) => sum + set.lines.length * set.lineHeight, 0);
  const words = Math.max(nameHeight + remarkHeight, figure.lines.length * figure.lineHeight);
  const paragraph = () => press.structure.add(press.structure.root, "P");
  const texts = [ownText(name, paragraph()), ownText(figure, paragraph())] as const;
  const notes = remarks.map((set) => ownText(set, paragraph()));
  const picture = press.structure.add(press.structure.root, "Figure", { alt: `${label} ${mark.label}` });
  const gap = look.bar / 2;
  return {
    kind: "piece",
    height: words + gap + look.bar + gap * 0.7,
    before: look.before,
    keepWithNext: false,
    draw: (top) => {
      const place = { x: left, width };
      for (const index of name.lines.keys()) drawLine(press, texts[0], index, { ...place, top: top + index * name.lineHeight });
      const rise = top + words - figure.lines.length * figure.lineHeight;
      for (const index of figure.lines.keys()) drawLine(press, texts[1], index, { ...place, top: rise + index * figure.lineHeight, align: "end" });
      for (const text of notes) {
        for (const index of text.set.lines.keys()) drawLine(press, text, index, { ...place, top: top + nameHeight + index * text.set.lineHeight });
      }
      const box = { x: left, y: top + words + gap, width, height: look.bar };
      picture.box = [left, press.painter.height - box.y - box.height, left + width, press.painter.height - box.y];
      press.painter.tell(picture);
      drawIntervalBar(press.painter, mark, box, keepsRoom);
    },
  };
}

/** Four hairline corners where a chop may be set by hand; only where nothing else stands. */
function sealCorners({ painter, frame }: Press): Piece {
  return {
    kind: "piece",
    height: 0,
    before: 12,
    keepWithNext: true,
    draw: (top) => {
      const right = frame.left + frame.width;
      const upper = frame.bottom - sealSide;
      if (top > upper) return;
      const arm = 9;
      painter.adorn(() => {
        for (const [x, y, dx, dy] of [
          [right - sealSide, upper, arm, arm],
          [right, upper, -arm, arm],
          [right - sealSide, frame.bottom, arm, -arm],
          [right, frame.bottom, -arm, -arm],
        ] as const) {
          painter.line([x, y], [x + dx, y], { colour: "greyMid", width: 0.5 });
          painter.line([x, y], [x, y + dy], { colour: "greyMid", width: 0.5 });
        }
      });
    },
  };
}
