import type { Block, Cell, IntervalMark, Line, ReportDocument } from "#domain";
import { createFontSet, normalizeBreaks, type FontSet, type ReportFonts } from "./font-set.ts";

export interface MissingCharacter {
  readonly character: string;
  readonly codePoint: number;
  /** the last heading before it and the words around it */
  readonly where: string;
}

/** Beyond this many the list would help nobody. */
const limit = 500;

/** Characters of the document that no font has, each once a place; empty when it can be printed whole. */
export function findMissingCharacters(document: ReportDocument, fonts: ReportFonts): readonly MissingCharacter[] {
  const set = createFontSet(fonts);
  const missing: MissingCharacter[] = [];
  for (const { text, heading } of textsOf(document)) {
    if (missing.length >= limit) break;
    missing.push(...missingIn(text, heading, set).slice(0, limit - missing.length));
  }
  return missing;
}

function missingIn(text: string, heading: string, fonts: FontSet): readonly MissingCharacter[] {
  const found = new Map<number, MissingCharacter>();
  const characters = [...normalizeBreaks(text)];
  for (const [index, character] of characters.entries()) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === "\n" || found.has(codePoint) || fonts.faceFor(codePoint, "sans")) continue;
    const words = characters.slice(Math.max(0, index - 20), index + 20).join("").replaceAll("\n", " ");
    found.set(codePoint, { character, codePoint, where: heading === "" ? words : `${heading}: ${words}` });
  }
  return [...found.values()];
}

interface Place {
  readonly text: string;
  readonly heading: string;
}

function* textsOf(document: ReportDocument): Iterable<Place> {
  const { title, runningHead, pageLabel, blocks } = document;
  for (const text of [title, runningHead.start, runningHead.end, pageLabel]) yield { text, heading: "" };
  let heading = "";
  for (const block of blocks) {
    if (block.kind === "heading") heading = block.text;
    for (const text of blockTexts(block)) yield { text, heading };
  }
}

function blockTexts(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
      return [
        block.eyebrow,
        block.title,
        block.subtitle,
        block.legend,
        ...block.facts.flatMap(({ label, value }) => [label, value]),
        ...block.marks.flatMap(({ label, mark, note }) => [label, mark.label, note]),
      ];
    case "heading":
      return [block.text];
    case "paragraph":
      return lineTexts(block.line);
    case "list":
      return block.items.flatMap(lineTexts);
    case "facts":
      return block.rows.flatMap(({ label, line }) => [label, ...lineTexts(line)]);
    case "bars":
      return [...chartTexts(block), ...block.rows.flatMap(({ label, mark, note }) => [label, mark.label, note ?? ""])];
    case "heatmap":
      return [...chartTexts(block), ...block.columns, ...block.rows.flatMap(({ label, cells }) => [label, ...cells.map(markText)])];
    case "radar":
      return [...chartTexts(block), ...block.axes.flatMap(({ label, mark }) => [label, mark.label])];
    case "table":
      return [
        block.title,
        block.empty,
        ...block.columns.map(({ title }) => title),
        ...block.rows.flatMap(({ cells }) => cells.flatMap(cellTexts)),
      ];
    case "entries":
      return [block.title, ...block.rows.flatMap(({ name, mark, about, title, body, foot }) => [markText(mark ?? null), ...lineTexts([name, about, title, body, foot].flat())])];
    case "signature":
      return [block.title, block.explanation];
    case "page-break":
      return [];
  }
}

function chartTexts({ title, legend }: { readonly title: string; readonly legend: string }): readonly string[] {
  return [title, legend];
}

function lineTexts(line: Line): readonly string[] {
  return line.map(({ text }) => text);
}

function markText(mark: IntervalMark | null): string {
  return mark?.label ?? "";
}

function cellTexts(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case "text":
      return lineTexts(cell.line);
    case "bar":
      return [cell.mark.label];
    case "severity":
    case "status":
      return [cell.label];
  }
}
