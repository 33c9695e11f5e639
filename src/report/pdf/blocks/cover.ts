import type { Block } from "#domain";
import type { TextStyle } from "../break-lines.ts";
import type { FlowItem, Piece } from "../flow.ts";
import { drawIntervalBar } from "../interval-bar.ts";
import { sizes } from "../look.ts";
import { setPlain } from "../measure-lines.ts";
import { drawLine, ownText, type Press } from "../press.ts";
import type { Tag } from "../structure.ts";
import { textPieces } from "../text-pieces.ts";
import { layLegend } from "./caption.ts";
import { layFacts } from "./facts.ts";

type CoverBlock = Extract<Block, { kind: "cover" }>;

/** 34 mm: room for an organisation's chop beside the facts. */
const sealSide = 96;

export function* layCover(press: Press, block: CoverBlock): Iterable<FlowItem> {
  const { width } = press.frame;
  yield space(press.painter.height > 800 ? 56 : 30);
  yield* layWords(press, "P", block.eyebrow, { face: "sansBold", size: 9, colour: "inkSoft" }, 0);
  yield* layWords(press, "H1", block.title, { face: "serif", size: sizes.title, colour: "ink" }, 9);
  yield* layWords(press, "P", block.subtitle, { face: "sans", size: 13, colour: "inkSoft" }, 8);
  yield rule(press);
  const keepsRoom = block.marks.some(({ mark }) => mark.blocked === true);
  for (const mark of block.marks) yield layMark(press, mark, keepsRoom);
  if (block.marks.length > 0) yield* layLegend(press, block.legend);
  yield sealCorners(press);
  yield* layFacts(press, block.facts.map(({ label, value }) => ({ label, line: [{ text: value }] })), width - sealSide - 24);
  yield { kind: "page-break" };
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
    before: 22,
    keepWithNext: true,
    draw: (top) => painter.adorn(() => painter.line([frame.left, top], [frame.left + frame.width, top], { colour: "ink", width: 0.9 })),
  };
}

/** A figure of weight: its name and note at the left, the figure at the right, the bar below over the whole width. */
function layMark(press: Press, { label, mark, note }: CoverBlock["marks"][number], keepsRoom: boolean): Piece {
  const { left, width } = press.frame;
  const figure = setPlain(mark.label, { face: "serif", size: sizes.figure, colour: "ink" }, width * 0.5, "title", press.fonts);
  const figureWidth = Math.max(...figure.lines.map((line) => line.width)) + 16;
  const name = setPlain(label, { face: "sansBold", size: 11, colour: "ink" }, width - figureWidth, "title", press.fonts);
  const remark = setPlain(note, { face: "sans", size: sizes.small, colour: "grey" }, width - figureWidth, "table", press.fonts);
  const nameHeight = name.lines.length * name.lineHeight;
  const words = Math.max(nameHeight + remark.lines.length * remark.lineHeight, figure.lines.length * figure.lineHeight);
  const paragraph = () => press.structure.add(press.structure.root, "P");
  const texts = [ownText(name, paragraph()), ownText(figure, paragraph()), ownText(remark, paragraph())] as const;
  const picture = press.structure.add(press.structure.root, "Figure", { alt: `${label} ${mark.label}` });
  const barHeight = 11;
  return {
    kind: "piece",
    height: words + 6 + barHeight + 4,
    before: 18,
    keepWithNext: false,
    draw: (top) => {
      const place = { x: left, width };
      for (const index of name.lines.keys()) drawLine(press, texts[0], index, { ...place, top: top + index * name.lineHeight });
      const rise = top + words - figure.lines.length * figure.lineHeight;
      for (const index of figure.lines.keys()) drawLine(press, texts[1], index, { ...place, top: rise + index * figure.lineHeight, align: "end" });
      for (const index of remark.lines.keys()) drawLine(press, texts[2], index, { ...place, top: top + nameHeight + index * remark.lineHeight });
      const box = { x: left, y: top + words + 6, width, height: barHeight };
      picture.box = [left, press.painter.height - box.y - barHeight, left + width, press.painter.height - box.y];
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
    before: 14,
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
