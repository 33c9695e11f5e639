import type { Block, Inline, Line, ReportDocument, ReportEntry, Row } from "#domain";

/** Every string that a renderer prints, in the order of the document. */
export function printedStrings(document: ReportDocument): readonly string[] {
  const { title, subject, runningHead, blocks } = document;
  return [title, subject, runningHead.start, runningHead.end, ...blocks.flatMap(stringsOf)];
}

export function printed(blocks: readonly Block[]): string {
  return blocks.flatMap(stringsOf).join("\n");
}

export function textOf(line: Line): string {
  return line.map((run) => run.text).join("");
}

export function stringsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "cover":
      return [
        block.eyebrow,
        block.title,
        block.subtitle,
        ...block.facts.flatMap(({ label, value }) => [label, value]),
        ...block.marks.flatMap(({ label, mark, note }) => [label, mark.label, note]),
        block.legend,
      ];
    case "heading":
      return [block.text];
    case "paragraph":
      return [textOf(block.line)];
    case "list":
      return block.items.map(textOf);
    case "facts":
      return block.rows.flatMap(({ label, line }) => [label, textOf(line)]);
    case "bars":
      return [block.title, block.description, block.legend, ...block.rows.flatMap(({ label, mark, note }) => [label, mark.label, note ?? ""])];
    case "heatmap":
      return [
        block.title,
        block.description,
        block.legend,
        ...block.columns,
        ...block.rows.flatMap(({ label, cells }) => [label, ...cells.map((mark) => mark?.label ?? "")]),
      ];
    case "radar":
      return [block.title, block.description, block.legend, ...block.axes.flatMap(({ label, mark }) => [label, mark.label])];
    case "table":
      return [block.title, ...block.columns.map(({ title }) => title), block.empty, ...block.rows.flatMap(({ cells }) => cells.map(cellText))];
    case "entries":
      return [block.title, ...block.rows.flatMap((entry) => [entry.mark?.label ?? "", ...linesOf(entry).map(textOf)])];
    case "signature":
      return [block.title, block.explanation];
    case "page-break":
      return [];
  }
}

export function linesOf({ name, about, title, body, foot }: ReportEntry): readonly Line[] {
  return [name, about, title, body, foot];
}

function cellText(cell: Row["cells"][number]): string {
  switch (cell.kind) {
    case "text":
      return textOf(cell.line);
    case "bar":
      return cell.mark.label;
    case "severity":
    case "status":
      return cell.label;
  }
}

/** Every run of text in the document. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block): readonly Inline[] => {
    if (block.kind === "paragraph") return block.line;
    if (block.kind === "list") return block.items.flat();
    if (block.kind === "facts") return block.rows.flatMap(({ line }) => line);
    if (block.kind === "entries") return block.rows.flatMap((entry) => linesOf(entry).flat());
    if (block.kind !== "table") return [];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "text" ? cell.line : [])));
  });
}

/** Every anchor that is defined, in order; not made unique. */
export function anchorsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [block.anchor];
    return block.kind === "table" || block.kind === "entries" ? block.rows.flatMap(({ anchor }) => anchor ?? []) : [];
  });
}

/** The document's blocks of one kind. */
export function only<Kind extends Block["kind"]>(
  document: ReportDocument,
  kind: Kind,
): readonly Extract<Block, { kind: Kind }>[] {
  return document.blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);
}

/** Rows whose anchor is of this kind, in every table of the document. */
export function rowsOf(document: ReportDocument, kind: string): readonly Row[] {
  return only(document, "table").flatMap(({ rows }) => rows.filter(({ anchor }) => anchor?.startsWith(`${kind}:`)));
}

/** Entries whose anchor is of this kind. */
export function entriesOf(document: ReportDocument, kind: string): readonly ReportEntry[] {
  return only(document, "entries").flatMap(({ rows }) => rows.filter(({ anchor }) => anchor?.startsWith(`${kind}:`)));
}

/** The table or entries of this title. */
export function printedTable(document: ReportDocument, title: string): string {
  return printed([...only(document, "table"), ...only(document, "entries")].filter((block) => block.title === title));
}
