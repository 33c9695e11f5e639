import type { Block } from "#domain";
import type { StructureElement } from "#paper";
import type { FlowItem, Piece } from "../flow.ts";
import { measureInEms, sizes } from "../look.ts";
import { setLine, setPlain } from "../measure-lines.ts";
import { commonLanguage, ownText, type Press } from "../press.ts";
import { textPieces } from "../text-pieces.ts";
import type { TextStyle } from "../break-lines.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const headings = {
  1: { size: sizes.h1, face: "serif", before: 30, after: 5 },
  2: { size: sizes.h2, face: "serif", before: 20, after: 1 },
  3: { size: sizes.h3, face: "sansBold", before: 13, after: 0 },
} as const;

/** Share of a page that must be free below a heading, lest it open a part at the page's foot. */
const rooms = { 1: 0.3, 2: 0.14, 3: 0 } as const;

/** `level` has no gap to the heading before it: readers walk headings by level. */
export function* layHeading(press: Press, block: Of<"heading">, level: 1 | 2 | 3): Iterable<FlowItem> {
  const look = headings[level];
  const { left, width } = press.frame;
  const style: TextStyle = { face: look.face, size: look.size, colour: "ink" };
  const set = setPlain(block.text, style, width, "title", press.fonts);
  const text = ownText(set, press.structure.add(press.structure.root, `H${level}`));
  const pieces = textPieces(press, text, { x: left, width, before: look.before, after: look.after, keepWithNext: true });
  for (const [index, piece] of pieces.entries()) {
    yield {
      ...piece,
      keepWithNext: true,
      ...(index === 0 ? { room: rooms[level] * (press.frame.bottom - press.frame.top) } : {}),
      draw: (top) => {
        if (index === 0) markHeading(press, block, level, top);
        piece.draw(top);
        if (level === 1 && index === pieces.length - 1) ruleBelow(press, top + piece.height - 1);
      },
    };
  }
}

function markHeading({ paper }: Press, block: Of<"heading">, level: number, top: number): void {
  paper.bookmark(block.text, level, top);
  paper.place(block.anchor, top);
}

function ruleBelow({ painter, frame }: Press, y: number): void {
  painter.adorn(() => painter.line([frame.left, y], [frame.left + frame.width, y], { colour: "ink", width: 0.6 }));
}

/** A short paragraph that leads what follows stays with it. */
export function* layParagraph(press: Press, block: Of<"paragraph">, leads: boolean): Iterable<FlowItem> {
  const pieces = [...paragraphPieces(press, block)];
  yield* leads && pieces.length <= 4 ? pieces.map((piece) => ({ ...piece, keepWithNext: true })) : pieces;
}

function paragraphPieces(press: Press, block: Of<"paragraph">): readonly Piece[] {
  const tone = block.tone ?? "body";
  const owner = press.structure.add(press.structure.root, "P", commonLanguage(block.line, press.language));
  switch (tone) {
    case "body":
      return textPieces(press, ownProse(press, block, owner, { face: "sans", size: sizes.body, colour: "ink" }, 0), bodyPlace(press, 0, 7));
    case "quiet":
      return textPieces(press, ownProse(press, block, owner, { face: "sans", size: sizes.small, colour: "grey" }, 0), bodyPlace(press, 0, 5));
    case "warning": {
      const text = ownProse(press, block, owner, { face: "sans", size: sizes.body, colour: "ink" }, 12);
      const beside = (_: number, top: number, height: number) =>
        press.painter.adorn(() =>
          press.painter.paint({ kind: "box", box: { x: press.frame.left, y: top, width: 2.4, height } }, "ink"),
        );
      return textPieces(press, text, { ...bodyPlace(press, 12, 9), beside });
    }
  }
}

function ownProse(press: Press, { line }: Of<"paragraph">, owner: StructureElement, style: TextStyle, indent: number) {
  return ownText(setLine(line, style, measureOf(press) - indent, "text", press.fonts), owner);
}

function bodyPlace(press: Press, indent: number, before: number) {
  return { x: press.frame.left + indent, width: press.frame.width - indent, before };
}

/** Width of running text in points. */
export function measureOf(press: Press): number {
  return Math.min(press.frame.width, measureInEms * sizes.body);
}

export function* layList(press: Press, block: Of<"list">): Iterable<FlowItem> {
  if (block.items.length === 0) return;
  const list = press.structure.add(press.structure.root, "L", { listNumbering: "Disc" });
  const isSmall = block.size === "small";
  const look = isSmall
    ? ({ size: sizes.small, leading: "table", indent: 11, gap: 1.5, measure: press.frame.width } as const)
    : ({ size: sizes.body, leading: "text", indent: 14, gap: 2.5, measure: measureOf(press) } as const);
  for (const [index, line] of block.items.entries()) {
    const item = press.structure.add(list, "LI");
    const bullet = ownText(setPlain("•", { face: "sans", size: look.size, colour: "grey" }, look.indent, look.leading, press.fonts), press.structure.add(item, "Lbl"));
    const body = press.structure.add(item, "LBody", commonLanguage(line, press.language));
    const text = ownText(setLine(line, { face: "sans", size: look.size, colour: "ink" }, look.measure - look.indent, look.leading, press.fonts), body);
    const rise = text.set.lineHeight - bullet.set.lineHeight;
    yield* textPieces(press, text, {
      ...bodyPlace(press, look.indent, index === 0 ? 7 : look.gap),
      beside: (at, top) => {
        if (at === 0) drawBullet(press, bullet, top + rise / 2);
      },
    });
  }
}

function drawBullet(press: Press, bullet: ReturnType<typeof ownText>, top: number): void {
  const [line] = bullet.set.lines;
  if (!line) return;
  press.painter.tell(bullet.owner);
  press.painter.text(line.fragments, press.frame.left + 2, top + (bullet.set.lineHeight - bullet.set.size) / 2 + bullet.set.size * 0.88);
}
