import type { Block, IntervalMark } from "#domain";
import type { Box, StructureElement } from "#paper";
import type { TextStyle } from "../break-lines.ts";
import type { FlowItem, Piece } from "../flow.ts";
import { clamp, drawHatching, drawIntervalBar, drawKnockout } from "../interval-bar.ts";
import { sizes, type Colour } from "../look.ts";
import { setPlain, type SetText } from "../measure-lines.ts";
import { ownText, type Painter, type Press } from "../press.ts";
import { rowPiece, type RowCell } from "../row-piece.ts";
import { layCaption, layLegend } from "./caption.ts";

type HeatmapBlock = Extract<Block, { kind: "heatmap" }>;

/** Sections down, phases across; a cell's tone is its certain gap, its strip the interval, blank paper no question. */
export function* layHeatmap(press: Press, block: HeatmapBlock): Iterable<FlowItem> {
  const table = press.structure.add(press.structure.root, "Table", { summary: block.description });
  yield* layCaption(press, press.structure.add(table, "Caption"), block.title);
  const grid = gridOf(press, block);
  const head = press.structure.add(press.structure.add(table, "THead"), "TR");
  const corner = press.structure.add(head, "TH", { scope: "Column" });
  const owners = block.columns.map(() => press.structure.add(head, "TH", { scope: "Column" }));
  yield headPiece(press, block, grid, (index) => owners[index] ?? corner, 4);
  const drawnAgain = headPiece(press, block, grid, () => press.structure.root, 0);
  const repeat = { height: drawnAgain.height, draw: (top: number) => press.painter.adorn(() => drawnAgain.draw(top)) };
  const body = press.structure.add(table, "TBody");
  for (const [index, row] of block.rows.entries()) {
    yield rowPiece(press, cellsOf(press, row, grid, press.structure.add(body, "TR")), {
      x: press.frame.left,
      width: press.frame.width,
      before: 0,
      padding: grid.look.padding,
      // One picture on one page, with its legend, where it fits.
      keepWithNext: index < block.rows.length - 1 || block.legend !== "",
      wholeBelow: Infinity,
      ...(index === 0 ? {} : { repeat }),
    });
  }
  yield* layLegend(press, block.legend);
}

/** Measures of a picture of its own, and of one among several on a page. */
const looks = {
  whole: { padding: 5, strip: 4, rise: 3, nameSize: sizes.small, figureSize: 8, nameShare: 0.3, cell: 50, headSize: sizes.tiny, head: 3 },
  small: { padding: 2.6, strip: 2.6, rise: 2.1, nameSize: sizes.tiny, figureSize: 6.2, nameShare: 0.34, cell: 49, headSize: 6.6, head: 1.5 },
} as const;

interface Grid {
  readonly look: (typeof looks)[keyof typeof looks];
  readonly name: number;
  readonly cell: number;
  readonly count: number;
  readonly figureSize: number;
}

function gridOf(press: Press, block: HeatmapBlock): Grid {
  const { width } = press.frame;
  const look = looks[block.size ?? "whole"];
  const count = Math.max(block.columns.length, ...block.rows.map(({ cells }) => cells.length), 1);
  const name = Math.max(width * 0.16, Math.min(width * look.nameShare, width - count * look.cell));
  const cell = (width - name) / count;
  const labels = block.rows.flatMap(({ cells }) => cells.flatMap((mark) => (mark ? [mark.label] : [])));
  const widest = Math.max(1, ...labels.map((label) => setPlain(label, figureStyle("ink", 1), Infinity, "table", press.fonts).lines[0]?.width ?? 0));
  return { look, name, cell, count, figureSize: Math.max(4.5, Math.min(look.figureSize, (cell - 7) / widest)) };
}

function figureStyle(colour: Colour, size: number): TextStyle {
  return { face: "sansBold", size, colour };
}


function headPiece(press: Press, block: HeatmapBlock, grid: Grid, owner: (index: number) => StructureElement, before: number): Piece {
  const { left, width } = press.frame;
  const headStyle: TextStyle = { face: "sansBold", size: grid.look.headSize, colour: "inkSoft" };
  const cells = block.columns.map((title, index) => ({
    text: ownText(setPlain(title, headStyle, grid.cell - 6, "title", press.fonts), owner(index)),
    x: left + grid.name + index * grid.cell + 3,
    width: grid.cell - 6,
    align: "center" as const,
  }));
  return rowPiece(press, cells, { x: left, width, before, padding: grid.look.head, keepWithNext: true, wholeBelow: Infinity });
}

function cellsOf(press: Press, row: HeatmapBlock["rows"][number], grid: Grid, element: StructureElement): readonly RowCell[] {
  const { left } = press.frame;
  const nameStyle: TextStyle = { face: "sans", size: grid.look.nameSize, colour: "ink" };
  const name = setPlain(row.label, nameStyle, grid.name - 10, "table", press.fonts);
  const head: RowCell = { text: ownText(name, press.structure.add(element, "TH", { scope: "Row" })), x: left, width: grid.name - 10, isCentred: true };
  const cells = Array.from({ length: grid.count }, (_, index) => {
    const x = left + grid.name + index * grid.cell;
    return markCell(press, row.cells[index] ?? null, { x, width: grid.cell, figureSize: grid.figureSize, look: grid.look }, press.structure.add(element, "TD"));
  });
  return [head, ...cells];
}

function markCell(
  press: Press,
  mark: IntervalMark | null,
  place: { readonly x: number; readonly width: number; readonly figureSize: number; readonly look: Grid["look"] },
  owner: StructureElement,
): RowCell {
  const shade = mark ? shadeOf(mark) : 0;
  const colour = shade >= 4 ? "paper" : "ink";
  const text = ownText(setPlain(mark?.label ?? "", figureStyle(colour, place.figureSize), place.width - 4, "table", press.fonts), owner);
  return {
    text,
    isCentred: true,
    rise: place.look.rise,
    x: place.x + 2,
    width: place.width - 4,
    align: "center",
    adorn: (row) => drawCell(press, mark, { x: place.x, y: row.y, width: place.width, height: row.height }, { shade, figure: text.set, look: place.look }),
  };
}

/** Paper to ink-blue in six steps, by what is missing for certain. */
function shadeOf(mark: IntervalMark): number {
  return mark.high === null ? 0 : Math.min(5, Math.floor((1 - clamp(mark.high)) * 6));
}

const shades: readonly Colour[] = ["paper", "gap1", "gap2", "gap3", "gap4", "gap"];

interface CellLook {
  readonly shade: number;
  readonly figure: SetText;
  readonly look: Grid["look"];
}

/** The figure stands above the middle, for the strip below it. */
function drawCell({ painter }: Press, mark: IntervalMark | null, cell: Box, { shade, figure, look }: CellLook): void {
  if (!mark) return;
  const { strip, rise } = look;
  const box = { x: cell.x + 1, y: cell.y + 1, width: cell.width - 2, height: cell.height - 2 };
  if (mark.low === null || mark.high === null) {
    return painter.stroke({ kind: "box", box }, { colour: "grey", width: 0.6, dash: [0.8, 1.6] });
  }
  painter.paint({ kind: "box", box }, shades[shade] ?? "paper");
  if (mark.high - mark.low > 0.995) drawUnknown(painter, box, figure, rise);
  const foot = { x: box.x, y: box.y + box.height - strip * 1.75, width: box.width, height: strip * 1.75 };
  painter.paint({ kind: "box", box: foot }, "paper");
  drawIntervalBar(painter, mark, { x: foot.x + 2.5, y: foot.y + strip * 0.375, width: foot.width - 5, height: strip }, false);
  painter.stroke({ kind: "box", box }, { colour: "greyMid", width: 0.5 });
  if (mark.blocked) drawKnockout(painter, box.x + box.width - 6, box.y, 6);
}

/** Hatched all over, but for a plate behind the figure. */
function drawUnknown(painter: Painter, box: Box, figure: SetText, rise: number): void {
  drawHatching(painter, box, 4);
  const width = Math.max(...figure.lines.map((line) => line.width)) + 6;
  const height = figure.lines.length * figure.lineHeight;
  painter.paint(
    { kind: "box", box: { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2 - rise, width, height } },
    "paper",
  );
}
