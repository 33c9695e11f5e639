import type { Piece } from "./flow.ts";
import { drawLine, type OwnedText, type Press } from "./press.ts";

export interface TextPlace {
  readonly x: number;
  readonly width: number;
  readonly before: number;
  readonly keepWithNext?: boolean;
  /** space below the last line */
  readonly after?: number;
  /** drawn beside each line, before it */
  readonly beside?: (index: number, top: number, height: number) => void;
}

/** A piece for each line; neither the first nor the last line of a paragraph stands alone on a page. */
export function textPieces(press: Press, text: OwnedText, place: TextPlace): readonly Piece[] {
  const { lines, lineHeight } = text.set;
  const last = lines.length - 1;
  return lines.map((_, index) => ({
    kind: "piece",
    height: lineHeight + (index === last ? (place.after ?? 0) : 0),
    before: index === 0 ? place.before : 0,
    keepWithNext: index === last ? (place.keepWithNext ?? false) : index === 0 || index === last - 1,
    draw: (top) => {
      place.beside?.(index, top, lineHeight);
      drawLine(press, text, index, { x: place.x, top, width: place.width });
    },
  }));
}
