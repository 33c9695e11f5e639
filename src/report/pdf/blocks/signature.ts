import type { Block } from "#domain";
import type { StructureElement } from "#paper";
import type { FlowItem, Piece } from "../flow.ts";
import { sizes } from "../look.ts";
import { setPlain, type SetText } from "../measure-lines.ts";
import { drawLine, ownText, type OwnedText, type Press } from "../press.ts";
import { textPieces } from "../text-pieces.ts";
import { measureOf } from "./prose.ts";

type SignatureBlock = Extract<Block, { kind: "signature" }>;

const box = { width: 236, height: 84 } as const;
/** between two fields side by side */
const gutter = 20;
/** words above two fields side by side may be so high */
const mostWords = 240;

/** A field that a signature fills, where a chop would stand; a second one stands beside it. */
export function* laySignature(press: Press, block: SignatureBlock, second: SignatureBlock | null): Iterable<FlowItem> {
  const width = second ? (press.frame.width - gutter) / 2 : measureOf(press);
  const columns = [block, ...(second ? [second] : [])].map((one) => ({ block: one, ...setWords(press, one, width) }));
  if (second && columns.every(({ title, words }) => heightOf(title) + heightOf(words) < mostWords)) {
    yield sideBySide(press, columns, width);
    return;
  }
  for (const { block: one } of columns) yield* layAlone(press, one);
}

interface Column {
  readonly block: SignatureBlock;
  readonly title: SetText;
  readonly words: SetText;
}

function setWords(press: Press, block: SignatureBlock, width: number): Pick<Column, "title" | "words"> {
  return {
    title: setPlain(block.title, { face: "sansBold", size: sizes.h3, colour: "ink" }, width, "title", press.fonts),
    words: setPlain(block.explanation, { face: "sans", size: sizes.small, colour: "grey" }, width, "text", press.fonts),
  };
}

function* layAlone(press: Press, block: SignatureBlock): Iterable<FlowItem> {
  const { left } = press.frame;
  const measure = measureOf(press);
  const { title, words } = setWords(press, block, measure);
  for (const [set, before] of [[title, 20], [words, 3]] as const) {
    const owner = press.structure.add(press.structure.root, "P");
    for (const piece of textPieces(press, ownText(set, owner), { x: left, width: measure, before })) yield { ...piece, keepWithNext: true };
  }
  const form = formOf(press, block);
  yield { kind: "piece", height: box.height + 6, before: 10, keepWithNext: false, draw: (top) => drawField(press, block, form, { x: left, y: top + 2, ...box }) };
}

function sideBySide(press: Press, columns: readonly Column[], width: number): Piece {
  const titles = Math.max(...columns.map(({ title }) => heightOf(title)));
  const wordsHeight = titles + 3 + Math.max(...columns.map(({ words }) => heightOf(words)));
  const owned = columns.map(({ block, title, words }, index) => ({
    block,
    x: press.frame.left + index * (width + gutter),
    title: ownText(title, press.structure.add(press.structure.root, "P")),
    words: ownText(words, press.structure.add(press.structure.root, "P")),
    form: formOf(press, block),
  }));
  return {
    kind: "piece",
    height: wordsHeight + 12 + box.height + 4,
    before: 20,
    keepWithNext: false,
    draw: (top) => {
      for (const { block, x, title, words, form } of owned) {
        drawText(press, title, { x, top, width });
        drawText(press, words, { x, top: top + titles + 3, width });
        drawField(press, block, form, { x, y: top + wordsHeight + 12, width, height: box.height });
      }
    },
  };
}

function heightOf({ lines, lineHeight }: SetText): number {
  return lines.length * lineHeight;
}

function drawText(press: Press, text: OwnedText, { x, top, width }: { readonly x: number; readonly top: number; readonly width: number }): void {
  for (const index of text.set.lines.keys()) drawLine(press, text, index, { x, top: top + index * text.set.lineHeight, width });
}

function formOf(press: Press, block: SignatureBlock): StructureElement {
  return press.structure.add(press.structure.root, "Form", { alt: block.title });
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawField({ painter, paper }: Press, block: SignatureBlock, form: StructureElement, place: Place): void {
  painter.adorn(() => {
    painter.stroke({ kind: "box", box: place }, { colour: "seal", width: 1.5 });
    painter.stroke({ kind: "box", box: inset(place, 3) }, { colour: "seal", width: 0.4 });
  });
  paper.signatureField(form, { name: block.field, title: block.title, box: inset(place, 5) });
}

function inset({ x, y, width, height }: Place, by: number): Place {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
