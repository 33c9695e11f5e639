import type { Box } from "#paper";
import type { Piece } from "./flow.ts";
import { drawLine, type OwnedText, type Press } from "./press.ts";

export interface RowCell {
  readonly text: OwnedText;
  /** where the text stands */
  readonly x: number;
  readonly width: number;
  readonly align?: "start" | "end" | "center";
  /** between the upper and lower edge of a row that is not divided */
  readonly isCentred?: boolean;
  /** drawn higher by this much */
  readonly rise?: number;
  /** what stands beside or behind the text; drawn once, as no content */
  readonly adorn?: (row: Box, firstLine: { readonly top: number; readonly height: number }) => void;
}

export interface RowLook {
  readonly before: number;
  readonly padding: number;
  readonly keepWithNext: boolean;
  /** the row's own x and width, for rules and adornment */
  readonly x: number;
  readonly width: number;
  readonly rule?: "hairline" | "ink";
  readonly repeat?: NonNullable<Piece["repeat"]>;
  /** above this height, in points, a row may be divided between pages */
  readonly wholeBelow: number;
  readonly onTop?: (top: number) => void;
}

/** Texts side by side. A row taller than `wholeBelow` is divided between lines, all its cells at once. */
export function rowPiece(press: Press, cells: readonly RowCell[], look: RowLook, from: readonly number[] = []): Piece {
  const left = cells.map((cell, index) => cell.text.set.lines.length - (from[index] ?? 0));
  const height = Math.max(0, ...cells.map((cell, index) => (left[index] ?? 0) * cell.text.set.lineHeight)) + 2 * look.padding;
  const isFirst = from.length === 0;
  return {
    kind: "piece",
    height,
    before: isFirst ? look.before : 0,
    keepWithNext: look.keepWithNext,
    ...(look.repeat ? { repeat: look.repeat } : {}),
    draw: (top) => drawRow(press, cells, look, { top, height, from, counts: left, isFirst }),
    ...(height > look.wholeBelow ? divided(press, cells, look, from, left) : {}),
  };
}

function divided(
  press: Press,
  cells: readonly RowCell[],
  look: RowLook,
  from: readonly number[],
  left: readonly number[],
): Pick<Piece, "split" | "least"> {
  const tallest = Math.max(...cells.map((cell) => cell.text.set.lineHeight));
  const least = 3 * tallest + 2 * look.padding;
  return {
    least,
    split: (room) => {
      if (room < least) return null;
      const counts = cells.map((cell, index) =>
        Math.max(0, Math.min(left[index] ?? 0, Math.floor((room - 2 * look.padding) / cell.text.set.lineHeight))),
      );
      if (counts.every((count, index) => count === left[index])) return null;
      const next = cells.map((_, index) => (from[index] ?? 0) + (counts[index] ?? 0));
      const upper: Piece = {
        kind: "piece",
        height: room,
        before: from.length === 0 ? look.before : 0,
        keepWithNext: true,
        draw: (top) => drawRow(press, cells, look, { top, height: room, from, counts, isFirst: from.length === 0 }),
      };
      return [upper, rowPiece(press, cells, look, next)];
    },
  };
}

interface RowPart {
  readonly top: number;
  readonly height: number;
  readonly from: readonly number[];
  readonly counts: readonly number[];
  readonly isFirst: boolean;
}

function drawRow(press: Press, cells: readonly RowCell[], look: RowLook, part: RowPart): void {
  const { top, height, isFirst } = part;
  const box = { x: look.x, y: top, width: look.width, height };
  const lineTop = top + look.padding;
  if (isFirst) look.onTop?.(top);
  const adorned = isFirst ? cells.filter((cell) => cell.adorn) : [];
  if (adorned.length > 0 || look.rule) {
    press.painter.adorn(() => {
      for (const cell of adorned) cell.adorn?.(box, { top: lineTop, height: cell.text.set.lineHeight });
      if (look.rule) {
        press.painter.line([look.x, top + height], [look.x + look.width, top + height], {
          colour: look.rule,
          width: look.rule === "ink" ? 0.7 : 0.4,
        });
      }
    });
  }
  for (const [index, cell] of cells.entries()) {
    const count = part.counts[index] ?? 0;
    const free = cell.isCentred ? height - 2 * look.padding - count * cell.text.set.lineHeight : 0;
    for (let line = 0; line < count; line++) {
      drawLine(press, cell.text, (part.from[index] ?? 0) + line, {
        x: cell.x,
        top: lineTop + free / 2 - (cell.rise ?? 0) + line * cell.text.set.lineHeight,
        width: cell.width,
        ...(cell.align ? { align: cell.align } : {}),
      });
    }
  }
}
