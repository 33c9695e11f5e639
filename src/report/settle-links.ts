import type { Block, Inline, Line, ReportEntry, Row } from "#domain";
import { destinationsOf } from "./anchors.ts";

/** Anchors made unique, and links kept only where they land: a template may leave out the part they point at. */
export function settleLinks(blocks: readonly Block[]): readonly Block[] {
  const taken = new Set<string>();
  const unique = blocks.map((block) => withUniqueAnchors(block, taken));
  return unique.map((block) => withLines(block, (line) => line.map((inline) => settle(inline, taken))));
}

function settle(inline: Inline, anchors: ReadonlySet<string>): Inline {
  if (inline.to === undefined) return inline;
  const destination = destinationsOf(inline.to).find((anchor) => anchors.has(anchor));
  if (destination !== undefined) return { ...inline, to: destination };
  const { to: _nowhere, ...rest } = inline;
  return rest;
}

function withUniqueAnchors(block: Block, taken: Set<string>): Block {
  switch (block.kind) {
    case "heading":
      return { ...block, anchor: take(block.anchor, taken) };
    case "table":
      return { ...block, rows: block.rows.map((row) => withUniqueAnchor(row, taken)) };
    case "entries":
      return { ...block, rows: block.rows.map((row) => withUniqueAnchor(row, taken)) };
    case "cover":
    case "paragraph":
    case "list":
    case "facts":
    case "bars":
    case "heatmap":
    case "radar":
    case "signature":
    case "page-break":
      return block;
    default:
      return block satisfies never;
  }
}

function withUniqueAnchor<Anchored extends Row | ReportEntry>(row: Anchored, taken: Set<string>): Anchored {
  return row.anchor === undefined ? row : { ...row, anchor: take(row.anchor, taken) };
}

function take(anchor: string, taken: Set<string>): string {
  let free = anchor;
  for (let copy = 2; taken.has(free); copy += 1) free = `${anchor}-${copy}`;
  taken.add(free);
  return free;
}

function withLines(block: Block, change: (line: Line) => Line): Block {
  switch (block.kind) {
    case "paragraph":
      return { ...block, line: change(block.line) };
    case "list":
      return { ...block, items: block.items.map(change) };
    case "facts":
      return { ...block, rows: block.rows.map((row) => ({ ...row, line: change(row.line) })) };
    case "table":
      return { ...block, rows: block.rows.map((row) => withRowLines(row, change)) };
    case "entries":
      return { ...block, rows: block.rows.map((row) => withEntryLines(row, change)) };
    case "cover":
    case "heading":
    case "bars":
    case "heatmap":
    case "radar":
    case "signature":
    case "page-break":
      return block;
    default:
      return block satisfies never;
  }
}

function withRowLines(row: Row, change: (line: Line) => Line): Row {
  return {
    ...row,
    cells: row.cells.map((cell) => (cell.kind === "text" ? { ...cell, line: change(cell.line) } : cell)),
  };
}

function withEntryLines(entry: ReportEntry, change: (line: Line) => Line): ReportEntry {
  const { name, about, title, body, foot } = entry;
  return { ...entry, name: change(name), about: change(about), title: change(title), body: change(body), foot: change(foot) };
}
