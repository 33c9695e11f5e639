import type { Block, Cell, Column, Row } from "#domain";
import type { StructureElement } from "#paper";
import { widestWord, type TextStyle } from "../break-lines.ts";
import type { FlowItem, Piece } from "../flow.ts";
import { drawIntervalBar } from "../interval-bar.ts";
import { drawSeverity, drawStatus } from "../marks.ts";
import { sizes } from "../look.ts";
import { setLine, setPlain } from "../measure-lines.ts";
import { commonLanguage, ownText, type OwnedText, type Press } from "../press.ts";
import { rowPiece, type RowCell } from "../row-piece.ts";
import { layCaption } from "./caption.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

/** A column in points, and the widest figure that stands beside a bar in it. */
interface Track {
  readonly x: number;
  readonly width: number;
  readonly figureWidth: number;
  /** a bar in it is blocked, so all leave room for the knockout */
  readonly keepsRoom: boolean;
  readonly column: Column;
}

export function* layTable(press: Press, block: TableBlock): Iterable<FlowItem> {
  const table = press.structure.add(press.structure.root, "Table", block.isTitledAbove ? { summary: block.title } : {});
  if (!block.isTitledAbove) yield* layCaption(press, press.structure.add(table, "Caption"), block.title);
  const tracks = tracksOf(press, block);
  const head = headOf(press, tracks);
  yield headPiece(press, head, press.structure.add(table, "THead"), tracks);
  const body = press.structure.add(table, "TBody");
  const repeat = repeatOf(press, head, tracks);
  if (block.rows.length === 0) yield emptyRow(press, block, body);
  const last = block.rows.length - 1;
  for (const [index, row] of block.rows.entries()) {
    const piece = layRow(press, row, tracks, body, repeat, index === 0);
    const isByEdge = index !== last && (index === 0 || index === last - 1);
    yield isByEdge && piece.height < shortRow ? { ...piece, keepWithNext: true } : piece;
  }
}

/** Such a first or last row does not stand alone on a page. */
const shortRow = 60;
const gutter = 9;

function tracksOf(press: Press, { columns, rows }: TableBlock): readonly Track[] {
  let x = press.frame.left;
  return widthsOf(press, columns).map((width, index) => {
    const column = columns[index] ?? { title: "", width: 0 };
    const track = { x, width, figureWidth: figureWidthOf(press, rows, index), keepsRoom: rows.some(({ cells }) => isBlocked(cells[index])), column };
    x += width + gutter;
    return track;
  });
}

/** As the columns' shares have it, but that no word of a head is cut: the widest columns give what the narrow ones lack. */
function widthsOf(press: Press, columns: readonly Column[]): readonly number[] {
  const total = columns.reduce((sum, column) => sum + Math.max(0, column.width), 0) || 1;
  const free = press.frame.width - gutter * (columns.length - 1);
  const wanted = columns.map((column) => (Math.max(0, column.width) / total) * free);
  const least = columns.map(({ title }) => widestWord([{ text: title, style: headStyle }], press.fonts) + 0.01);
  const lacking = wanted.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = wanted.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0);
  if (lacking === 0 || spare <= lacking) return wanted;
  return wanted.map((width, index) => {
    const own = least[index] ?? 0;
    return width < own ? own : width - ((width - own) / spare) * lacking;
  });
}

function isBlocked(cell: Cell | undefined): boolean {
  return cell?.kind === "bar" && cell.mark.blocked === true;
}

function figureWidthOf(press: Press, rows: readonly Row[], index: number): number {
  let widest = 0;
  for (const row of rows) {
    const cell = row.cells[index];
    if (cell?.kind !== "bar") continue;
    widest = Math.max(widest, setPlain(cell.mark.label, cellStyle, Infinity, "table", press.fonts).lines[0]?.width ?? 0);
  }
  return widest;
}

const headStyle: TextStyle = { face: "sansBold", size: sizes.tiny, colour: "inkSoft" };
const cellStyle: TextStyle = { face: "sans", size: sizes.small, colour: "ink" };
const padding = 2.7;

type Head = readonly ReturnType<typeof setPlain>[];

function headOf(press: Press, tracks: readonly Track[]): Head {
  return tracks.map(({ column, width }) => setPlain(column.title, headStyle, width, "title", press.fonts));
}

function headCells(head: Head, tracks: readonly Track[], owner: (index: number) => StructureElement): readonly RowCell[] {
  return tracks.flatMap(({ x, width, column }, index) => {
    const set = head[index];
    return set ? [{ text: ownText(set, owner(index)), x, width, ...(column.align ? { align: column.align } : {}) }] : [];
  });
}

function headPiece(press: Press, head: Head, section: StructureElement, tracks: readonly Track[]): Piece {
  const row = press.structure.add(section, "TR");
  const owners = tracks.map(() => press.structure.add(row, "TH", { scope: "Column" }));
  return rowPiece(press, headCells(head, tracks, (index) => owners[index] ?? row), headLook(press));
}

function headLook(press: Press) {
  const { left, width } = press.frame;
  return { x: left, width, before: 4, padding, keepWithNext: true, rule: "ink", wholeBelow: Infinity } as const;
}

/** The head again at the top of a page: seen, but not told twice. */
function repeatOf(press: Press, head: Head, tracks: readonly Track[]): NonNullable<Piece["repeat"]> {
  const piece = rowPiece(press, headCells(head, tracks, () => press.structure.root), headLook(press));
  return { height: piece.height, draw: (top) => press.painter.adorn(() => piece.draw(top)) };
}

function emptyRow(press: Press, { empty, columns }: TableBlock, body: StructureElement): Piece {
  const { left, width } = press.frame;
  const row = press.structure.add(body, "TR");
  const [first] = columns.map(() => press.structure.add(row, "TD"));
  const text = ownText(setPlain(empty, { ...cellStyle, colour: "grey" }, width, "table", press.fonts), first ?? row);
  return rowPiece(press, [{ text, x: left, width }], { ...headLook(press), before: 0, keepWithNext: false, rule: "hairline" });
}

function layRow(
  press: Press,
  row: Row,
  tracks: readonly Track[],
  body: StructureElement,
  repeat: NonNullable<Piece["repeat"]>,
  isFirst: boolean,
): Piece {
  const { left, width, top, bottom } = press.frame;
  const element = press.structure.add(body, "TR");
  const cells = tracks.map((track, index) => {
    const indent = index === 0 ? Math.min(5, row.depth ?? 0) * 11 : 0;
    return layCell(press, row.cells[index] ?? blank, { ...track, x: track.x + indent, width: track.width - indent }, element, index === 0);
  });
  return rowPiece(press, cells, {
    x: left,
    width,
    before: 0,
    padding,
    keepWithNext: false,
    rule: "hairline",
    wholeBelow: (bottom - top) * 0.3,
    ...(isFirst ? {} : { repeat }),
    onTop: (y) => {
      const anchor = row.anchor;
      if (anchor !== undefined) press.paper.place(anchor, y);
    },
  });
}

const blank: Cell = { kind: "text", line: [] };
const markWidth = 13;

function layCell(press: Press, cell: Cell, track: Track, row: StructureElement, isRowHead: boolean): RowCell {
  const language = cell.kind === "text" ? commonLanguage(cell.line, press.language) : {};
  const owner = press.structure.add(row, isRowHead ? "TH" : "TD", isRowHead ? { ...language, scope: "Row" } : language);
  const { x, width } = track;
  switch (cell.kind) {
    case "text": {
      const align = cell.align ?? track.column.align;
      return { text: ownText(setLine(cell.line, cellStyle, width, "table", press.fonts), owner), x, width, ...(align ? { align } : {}) };
    }
    case "bar":
      return barCell(press, cell.mark, track, owner);
    case "severity":
      return markCell(press, cell.label, track, owner, (centre) => drawSeverity(press.painter, cell.severity, centre, 7));
    case "status":
      return markCell(press, cell.label, track, owner, (centre) => drawStatus(press.painter, cell.status, centre, 7.4));
  }
}

function markCell(press: Press, label: string, { x, width }: Track, owner: StructureElement, draw: (centre: [number, number]) => void): RowCell {
  const text = ownText(setPlain(label, cellStyle, width - markWidth, "table", press.fonts), owner);
  return { text, x: x + markWidth, width: width - markWidth, adorn: (_, line) => draw([x + 4.5, line.top + line.height / 2]) };
}

/** Bar and figure side by side; in a narrow column the figure stands alone above its bar. */
function barCell(press: Press, mark: Extract<Cell, { kind: "bar" }>["mark"], track: Track, owner: StructureElement): RowCell {
  const { x, width, figureWidth, keepsRoom } = track;
  const set = setPlain(mark.label, cellStyle, width, "table", press.fonts);
  const barWidth = width - figureWidth - 7;
  if (barWidth >= 34) {
    return {
      text: ownText(set, owner),
      x,
      width,
      align: "end",
      adorn: (_, line) => drawIntervalBar(press.painter, mark, { x, y: line.top + line.height / 2 - 3.5, width: barWidth, height: 7 }, keepsRoom),
    };
  }
  const under = set.lineHeight * set.lines.length;
  const text: OwnedText = ownText({ ...set, lines: [...set.lines, { fragments: [], width: 0 }] }, owner);
  return {
    text,
    x,
    width,
    adorn: (_, line) => drawIntervalBar(press.painter, mark, { x, y: line.top + under + line.height / 2 - 3, width, height: 6 }, keepsRoom),
  };
}
