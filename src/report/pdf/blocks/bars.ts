import type { Block, IntervalMark } from "#domain";
import type { FlowItem } from "../flow.ts";
import { drawIntervalBar } from "../interval-bar.ts";
import { sizes } from "../look.ts";
import { setPlain } from "../measure-lines.ts";
import { ownText, type Press } from "../press.ts";
import { rowPiece, type RowCell } from "../row-piece.ts";
import { layCaption, layLegend } from "./caption.ts";

interface BarRow {
  readonly label: string;
  readonly mark: IntervalMark;
  readonly note?: string;
}

export function* layBars(press: Press, block: Extract<Block, { kind: "bars" }>): Iterable<FlowItem> {
  yield* layBarRows(press, block, block.rows);
}

/** Bars one below the other, told as a table: name, figure, note. */
export function* layBarRows(
  press: Press,
  chart: { readonly title: string; readonly description: string; readonly legend: string },
  rows: readonly BarRow[],
): Iterable<FlowItem> {
  if (rows.length === 0) return;
  const { left, width, top, bottom } = press.frame;
  const table = press.structure.add(press.structure.root, "Table", { summary: chart.description });
  yield* layCaption(press, press.structure.add(table, "Caption"), chart.title);
  const body = press.structure.add(table, "TBody");
  const hasNotes = rows.some((row) => row.note !== undefined && row.note !== "");
  const keepsRoom = rows.some(({ mark }) => mark.blocked === true);
  const columns = columnsOf(press, rows, hasNotes);
  for (const [index, { label, mark, note }] of rows.entries()) {
    const row = press.structure.add(body, "TR");
    const name = setPlain(label, nameStyle, columns.name - 12, "table", press.fonts);
    const figure = setPlain(mark.label, figureStyle, columns.figure, "table", press.fonts);
    const even = { lineHeight: Math.max(name.lineHeight, figure.lineHeight) };
    const barX = left + columns.name;
    const cells: RowCell[] = [
      { text: ownText({ ...name, ...even }, press.structure.add(row, "TH", { scope: "Row" })), x: left, width: columns.name - 12 },
      {
        text: ownText({ ...figure, ...even }, press.structure.add(row, "TD")),
        x: barX + columns.bar + 8,
        width: columns.figure,
        align: "end",
        adorn: (_, line) =>
          drawIntervalBar(press.painter, mark, { x: barX, y: line.top + line.height / 2 - 4, width: columns.bar, height: 8 }, keepsRoom),
      },
    ];
    if (hasNotes) {
      const remark = setPlain(note ?? "", noteStyle, columns.note, "table", press.fonts);
      const rest = { x: left + width - columns.note, width: columns.note };
      cells.push({ text: ownText({ ...remark, ...even }, press.structure.add(row, "TD")), ...rest });
    }
    yield rowPiece(press, cells, {
      x: left,
      width,
      before: index === 0 ? 4 : 0,
      padding: 3.4,
      keepWithNext: index === rows.length - 1 ? chart.legend !== "" : index === 0,
      wholeBelow: (bottom - top) * 0.4,
    });
  }
  yield* layLegend(press, chart.legend);
}

const nameStyle = { face: "sans", size: sizes.small, colour: "ink" } as const;
const figureStyle = { face: "sansBold", size: sizes.small, colour: "ink" } as const;
const noteStyle = { face: "sans", size: sizes.tiny, colour: "grey" } as const;

function columnsOf(press: Press, rows: readonly BarRow[], hasNotes: boolean) {
  const { width } = press.frame;
  const widest = Math.max(
    ...rows.map(({ mark }) => setPlain(mark.label, figureStyle, Infinity, "table", press.fonts).lines[0]?.width ?? 0),
  );
  const name = width * 0.31;
  const figure = Math.min(widest, width * 0.2);
  const note = hasNotes ? width * 0.22 : 0;
  return { name, figure, note, bar: width - name - figure - 8 - (hasNotes ? note + 12 : 0) };
}
