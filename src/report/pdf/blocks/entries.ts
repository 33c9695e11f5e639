import type { Block, IntervalMark, ReportEntry } from "#domain";
import type { StructureElement, Tag } from "#paper";
import type { TextStyle } from "../break-lines.ts";
import type { FlowItem, Piece } from "../flow.ts";
import { drawIntervalBar } from "../interval-bar.ts";
import { sizes } from "../look.ts";
import { setLine, setPlain, type SetText } from "../measure-lines.ts";
import { commonLanguage, drawLine, ownText, type OwnedText, type Press } from "../press.ts";

/** Names and what is about them at the side, what is said beside it: a list of labelled items. */
export function* layEntries(press: Press, block: Extract<Block, { kind: "entries" }>): Iterable<FlowItem> {
  if (block.rows.length === 0) return;
  const list = press.structure.add(press.structure.root, "L", { listNumbering: "None", title: block.title });
  for (const [index, entry] of block.rows.entries()) {
    const item = press.structure.add(list, "LI");
    const columns = { side: sideOf(press, entry, item), main: mainOf(press, entry, item) };
    yield entryPiece(press, entry, columns, index === 0 ? 5 : 0);
  }
}

const sideWidth = 106;
const gutter = 16;
const padding = 4.5;
/** above this height an entry may be divided between pages */
const wholeBelow = 120;

const nameStyle: TextStyle = { face: "sansBold", size: sizes.small, colour: "ink" };
const aboutStyle: TextStyle = { face: "sans", size: sizes.tiny, colour: "grey" };
const markStyle: TextStyle = { face: "sansBold", size: sizes.tiny, colour: "ink" };
const titleStyle: TextStyle = { face: "sans", size: 9.25, colour: "ink" };
const bodyStyle: TextStyle = { face: "sans", size: sizes.small, colour: "ink" };
const footStyle: TextStyle = { face: "sans", size: sizes.tiny, colour: "grey" };

/** One line of a column; `before` is the space above it. */
interface Slot {
  readonly text: OwnedText;
  readonly index: number;
  readonly before: number;
  readonly mark?: IntervalMark;
}

type Column = readonly Slot[];

function sideOf(press: Press, entry: ReportEntry, item: StructureElement): Column {
  const label = press.structure.add(item, "Lbl", commonLanguage(entry.name, press.language));
  const slots = (set: SetText, before: number) => slotsOf(ownText(set, label), before);
  return [
    ...slots(setLine(entry.name, nameStyle, sideWidth, "table", press.fonts), 0),
    ...(entry.mark ? markSlot(press, entry.mark, label) : []),
    ...(entry.about.length === 0 ? [] : slots(setLine(entry.about, aboutStyle, sideWidth, "table", press.fonts), 2)),
  ];
}

function markSlot(press: Press, mark: IntervalMark, label: StructureElement): Column {
  const set = setPlain(mark.label, markStyle, sideWidth, "table", press.fonts);
  return [{ text: ownText(set, label), index: 0, before: 1, mark }];
}

function mainOf(press: Press, { title, body, foot }: ReportEntry, item: StructureElement): Column {
  const owner = press.structure.add(item, "LBody");
  const width = mainWidth(press);
  const part = (line: ReportEntry["title"], style: TextStyle, before: number, tag: Tag): Column => {
    if (line.length === 0) return [];
    const element = press.structure.add(owner, tag, commonLanguage(line, press.language));
    return slotsOf(ownText(setLine(line, style, width, "table", press.fonts), element), before);
  };
  return [...part(title, titleStyle, 0, "P"), ...part(body, bodyStyle, title.length > 0 ? 1.5 : 0, "P"), ...part(foot, footStyle, 2.5, "P")];
}

function mainWidth({ frame }: Press): number {
  return frame.width - sideWidth - gutter;
}

function slotsOf(text: OwnedText, before: number): Column {
  return text.set.lines.map((_, index) => ({ text, index, before: index === 0 ? before : 0 }));
}

function heightOf(column: Column): number {
  return column.reduce((sum, { text, before }) => sum + before + text.set.lineHeight, 0);
}

interface Columns {
  readonly side: Column;
  readonly main: Column;
}

/** `isRest`: what is left of an entry that began on the page before. */
function entryPiece(press: Press, entry: ReportEntry, columns: Columns, before: number, isRest = false): Piece {
  const { side, main } = columns;
  const height = Math.max(heightOf(side), heightOf(main)) + 2 * padding;
  return {
    kind: "piece",
    height,
    before,
    keepWithNext: false,
    draw: (top) => drawEntry(press, columns, top, height, isRest ? undefined : entry.anchor),
    ...(height > wholeBelow && main.length > 5 ? divided(press, entry, columns, before, isRest) : {}),
  };
}

/** The side stays whole on the first page; at least three lines of what is said stand before and after the break. */
function divided(press: Press, entry: ReportEntry, { side, main }: Columns, before: number, isRest: boolean): Pick<Piece, "split" | "least"> {
  const least = Math.max(heightOf(side), heightOf(main.slice(0, 3))) + 2 * padding;
  return {
    least,
    split: (room) => {
      if (room < least) return null;
      let count = 0;
      for (let height = 2 * padding; count < main.length; count += 1) {
        const slot = main[count];
        height += slot ? slot.before + slot.text.set.lineHeight : 0;
        if (height > room) break;
      }
      count = Math.min(count, main.length - 3);
      if (count < 3) return null;
      const upper = { side, main: main.slice(0, count) };
      const height = Math.max(heightOf(side), heightOf(upper.main)) + 2 * padding;
      return [
        { kind: "piece", height, before, keepWithNext: true, draw: (top) => drawEntry(press, upper, top, height, isRest ? undefined : entry.anchor) },
        entryPiece(press, entry, { side: [], main: main.slice(count) }, 0, true),
      ];
    },
  };
}

function drawEntry(press: Press, { side, main }: Columns, top: number, height: number, anchor: string | undefined): void {
  const { left, width } = press.frame;
  const { painter, paper } = press;
  if (anchor !== undefined) paper.place(anchor, top);
  painter.adorn(() => painter.line([left, top + height], [left + width, top + height], { colour: "hairline", width: 0.4 }));
  drawColumn(press, side, left, sideWidth, top + padding);
  drawColumn(press, main, left + sideWidth + gutter, mainWidth(press), top + padding);
}

function drawColumn(press: Press, column: Column, x: number, width: number, top: number): void {
  let y = top;
  for (const { text, index, before, mark } of column) {
    y += before;
    const { lineHeight } = text.set;
    if (mark) {
      const box = { x, y: y + lineHeight / 2 - 3, width: barWidth, height: 6 };
      press.painter.adorn(() => drawIntervalBar(press.painter, mark, box, false));
      drawLine(press, text, index, { x: x + barWidth + 7, top: y, width: width - barWidth - 7 });
    } else drawLine(press, text, index, { x, top: y, width });
    y += lineHeight;
  }
}

const barWidth = 62;
