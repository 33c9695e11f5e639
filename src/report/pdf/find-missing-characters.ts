import type { Block, Cell, IntervalMark, Line, ReportDocument } from "#domain";
import { createFontSet, normalizeBreaks, type ReportFonts } from "./font-set.ts";

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
  const printable = new Map<string, boolean>([["\n", true]]);
  const isPrintable = (character: string): boolean => {
    const known = printable.get(character);
    if (known !== undefined) return known;
    const found = set.faceFor(character.codePointAt(0) ?? 0, "sans") !== null;
    printable.set(character, found);
    return found;
  };
  const missing: MissingCharacter[] = [];
  for (const { text, heading } of textsOf(document)) {
    if (missing.length >= limit) break;
    missing.push(...missingIn(normalizeBreaks(text), heading, isPrintable).slice(0, limit - missing.length));
  }
  return missing;
}

function missingIn(text: string, heading: string, isPrintable: (character: string) => boolean): readonly MissingCharacter[] {
  const lacking = [...new Set(text)].filter((character) => !isPrintable(character));
  if (lacking.length === 0) return [];
  const characters = Array.from(text);
  return lacking.map((character) => {
    const index = characters.indexOf(character);
    const words = characters.slice(Math.max(0, index - 20), index + 20).join("").replaceAll("\n", " ");
    return { character, codePoint: character.codePointAt(0) ?? 0, where: heading === "" ? words : `${heading}: ${words}` };
  });
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
