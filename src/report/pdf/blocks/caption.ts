import type { StructureElement } from "#paper";
import type { FlowItem } from "../flow.ts";
import { sizes } from "../look.ts";
import { setPlain } from "../measure-lines.ts";
import { ownText, type Press } from "../press.ts";
import { textPieces } from "../text-pieces.ts";

/** The title of a table or chart, kept with what it names. */
export function* layCaption(press: Press, owner: StructureElement, title: string): Iterable<FlowItem> {
  if (title === "") return;
  const { left, width } = press.frame;
  const set = setPlain(title, { face: "sansBold", size: 9.25, colour: "ink" }, width, "table", press.fonts);
  for (const piece of textPieces(press, ownText(set, owner), { x: left, width, before: 14, after: 2, keepWithNext: true })) {
    yield { ...piece, keepWithNext: true };
  }
}

/** How to read what stands above it. */
export function* layLegend(press: Press, legend: string, width = press.frame.width): Iterable<FlowItem> {
  if (legend === "") return;
  const set = setPlain(legend, { face: "sans", size: sizes.tiny, colour: "grey" }, width, "text", press.fonts);
  yield* textPieces(press, ownText(set, press.structure.add(press.structure.root, "P")), { x: press.frame.left, width, before: 5 });
}
