import type { Block, ReportDocument } from "#domain";

export interface Sheet {
  readonly blocks: readonly Block[];
  /** The cover carries no running head. */
  readonly isCover: boolean;
}

export interface Chapter {
  readonly text: string;
  readonly anchor: string;
}

/** The document as it falls into sheets: a page break, a cover and a heading of the first level each begin a new one. */
export function sheetsOf(document: ReportDocument): readonly Sheet[] {
  const sheets: Block[][] = [[]];
  for (const block of document.blocks) {
    const open = sheets.at(-1)!;
    const begins = block.kind === "page-break" || (block.kind === "heading" && block.level === 1) || open[0]?.kind === "cover";
    if (begins && open.length > 0) sheets.push([]);
    if (block.kind !== "page-break") sheets.at(-1)!.push(block);
  }
  return sheets.filter((blocks) => blocks.length > 0).map((blocks) => ({ blocks, isCover: blocks[0]?.kind === "cover" }));
}

/** Headings of the first level: the way through a long document. */
export function chaptersOf(document: ReportDocument): readonly Chapter[] {
  return document.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [{ text: block.text, anchor: block.anchor }] : []));
}
