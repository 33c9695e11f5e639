import type { Block } from "#domain";
import type { FlowItem, Piece } from "../flow.ts";
import { sizes } from "../look.ts";
import { setPlain } from "../measure-lines.ts";
import { ownText, type Press } from "../press.ts";
import { textPieces } from "../text-pieces.ts";
import { measureOf } from "./prose.ts";

type SignatureBlock = Extract<Block, { kind: "signature" }>;

const box = { width: 236, height: 84 } as const;

/** A field that a signature fills, where a chop would stand. */
export function* laySignature(press: Press, block: SignatureBlock): Iterable<FlowItem> {
  const { left } = press.frame;
  const measure = measureOf(press);
  const title = setPlain(block.title, { face: "sansBold", size: sizes.h3, colour: "ink" }, measure, "title", press.fonts);
  const words = setPlain(block.explanation, { face: "sans", size: sizes.small, colour: "grey" }, measure, "text", press.fonts);
  for (const [set, before] of [[title, 20], [words, 3]] as const) {
    const owner = press.structure.add(press.structure.root, "P");
    for (const piece of textPieces(press, ownText(set, owner), { x: left, width: measure, before })) yield { ...piece, keepWithNext: true };
  }
  yield field(press, block);
}

function field(press: Press, block: SignatureBlock): Piece {
  const form = press.structure.add(press.structure.root, "Form", { alt: block.title });
  return {
    kind: "piece",
    height: box.height + 6,
    before: 10,
    keepWithNext: false,
    draw: (top) => {
      const { painter, annotations, frame } = press;
      const place = { x: frame.left, y: top + 2, ...box };
      painter.adorn(() => {
        painter.stroke({ kind: "box", box: place }, { colour: "seal", width: 1.5 });
        const inner = { x: place.x + 3, y: place.y + 3, width: place.width - 6, height: place.height - 6 };
        painter.stroke({ kind: "box", box: inner }, { colour: "seal", width: 0.4 });
      });
      press.structure.attach(form, annotations.length, painter.page());
      annotations.push({
        kind: "signature",
        field: block.field,
        title: block.title,
        page: painter.page(),
        x: place.x + 5,
        y: place.y + 5,
        width: place.width - 10,
        height: place.height - 10,
      });
    },
  };
}
