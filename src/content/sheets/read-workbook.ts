import { damaged, tooLarge } from "./fault.ts";
import { readXml } from "./read-xml.ts";
import { openArchive, type Unpack } from "./unzip.ts";

export interface Cell {
  readonly kind: "text" | "number" | "boolean" | "error" | "formula" | "date";
  /** of a number its shortest decimal form; of a date its ISO form; of a formula or an error what was shown last */
  readonly text: string;
}

/** Rows from 1, columns from 1; blank cells and rows are not there. */
export type Rows = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

export interface Range {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: Rows;
  /** those of more than one cell */
  readonly merged: readonly Range[];
}

export interface Workbook {
  /** in their order, none of them read yet */
  readonly sheets: readonly { readonly name: string; readonly read: () => Sheet }[];
  /** days count from 1904 instead of 1900 */
  readonly isFrom1904: boolean;
}

/** More than any checklist fills: 2,000 questions in 26 columns. */
const mostCells = 60_000;

/** What a cell can hold in any spreadsheet program. */
export const mostCharacters = 32_767;

/** Looks at the sheets of an .xlsx workbook that are asked for and at nothing else of it. Throws SheetFault. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const files = openArchive(bytes);
  const file = (path: string): Unpack => files.get(path) ?? files.get(`/${path}`) ?? fail(`\`${path}\` is not in it`);
  const { sheets, isFrom1904 } = readIndex(file("xl/workbook.xml")());
  const targets = readTargets(file("xl/_rels/workbook.xml.rels")());
  let shared: readonly string[] | null = null;
  const strings = () => (shared ??= files.has("xl/sharedStrings.xml") ? readStrings(file("xl/sharedStrings.xml")()) : []);
  const read = (name: string, id: string): Sheet => readSheet(name, file(targets.get(id) ?? fail(`the sheet \`${name}\` is not in it`))(), strings);
  return { isFrom1904, sheets: sheets.map(({ name, id }) => ({ name, read: () => read(name, id) })) };
}

function readIndex(bytes: Uint8Array) {
  const sheets: { readonly name: string; readonly id: string }[] = [];
  let isFrom1904 = false;
  readXml(bytes, (piece) => {
    if (piece.kind !== "open") return;
    const { name, attributes } = piece;
    if (name === "workbookPr") isFrom1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
    const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
    if (name === "sheet" && id !== undefined) sheets.push({ name: attributes["name"] ?? "", id });
  });
  return { sheets, isFrom1904 };
}

/** The path of each part in the archive, by its relation's id. */
function readTargets(bytes: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(bytes, (piece) => {
    if (piece.kind !== "open" || piece.name !== "Relationship") return;
    const { Id: id, Target: target } = piece.attributes;
    if (id !== undefined && target !== undefined) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  const text = createTextReader();
  readXml(bytes, (piece) => {
    text.see(piece);
    if (piece.kind === "close" && piece.name === "si") strings.push(unescaped(text.take()));
  });
  return strings;
}

function readSheet(name: string, bytes: Uint8Array, strings: () => readonly string[]): Sheet {
  const rows = new Map<number, Map<number, Cell>>();
  const merged: Range[] = [];
  const text = createTextReader();
  let [row, column, cells] = [0, 0, 0];
  let open: { readonly type: string; isFormula: boolean } | null = null;
  readXml(bytes, (piece) => {
    if (open) text.see(piece);
    if (piece.kind === "open") {
      const { attributes } = piece;
      if (piece.name === "row") [row, column] = [positive(attributes["r"]) ?? row + 1, 0];
      else if (piece.name === "c") {
        const at = placeOf(attributes["r"] ?? "");
        if (at) row = at.row;
        column = at?.column ?? column + 1;
        open = { type: attributes["t"] ?? "n", isFormula: false };
      } else if (piece.name === "f" && open) open.isFormula = true;
      else if (piece.name === "mergeCell") merged.push(...rangeOf(attributes["ref"] ?? ""));
    } else if (piece.kind === "close" && piece.name === "c" && open) {
      const cell = cellOf(open.type, open.isFormula, text.take(), strings);
      open = null;
      if (!cell) return;
      if (cell.text.length > mostCharacters) throw tooLarge(`A cell of the sheet \`${name}\` in row ${row} has more than ${mostCharacters} characters.`);
      if (++cells > mostCells) throw tooLarge(`The sheet \`${name}\` has more than ${mostCells} filled cells.`);
      rows.set(row, (rows.get(row) ?? new Map<number, Cell>()).set(column, cell));
    }
  });
  return { name, rows: new Map([...rows].toSorted(([a], [b]) => a - b)), merged };
}

function cellOf(type: string, isFormula: boolean, raw: string, strings: () => readonly string[]): Cell | null {
  if (raw === "" && !isFormula) return null;
  const text = raw === "" ? "" : type === "s" ? (strings()[Number(raw)] ?? fail("a text is not in its table")) : type === "inlineStr" || type === "str" ? unescaped(raw) : raw;
  if (isFormula) return { kind: "formula", text };
  if (text.trim() === "") return null;
  switch (type) {
    case "b":
      return { kind: "boolean", text: text.trim() === "1" ? "TRUE" : "FALSE" };
    case "e":
      return { kind: "error", text };
    case "d":
      return { kind: "date", text };
    case "n":
      return Number.isFinite(Number(text)) ? { kind: "number", text: String(Number(text)) } : { kind: "error", text };
    default:
      return { kind: "text", text };
  }
}

/** Gathers what stands in `<v>` and `<t>`, and not in the reading aids (`<rPh>`) of East Asian text. */
function createTextReader() {
  let [gathered, isWanted, aids] = ["", false, 0];
  return {
    see: (piece: Parameters<Parameters<typeof readXml>[1]>[0]) => {
      if (piece.kind === "text") {
        if (isWanted && aids === 0) gathered += piece.text;
        return;
      }
      if (piece.name === "rPh") aids += piece.kind === "open" ? 1 : -1;
      if (piece.name === "t" || piece.name === "v") isWanted = piece.kind === "open";
    },
    take: () => {
      const text = gathered;
      gathered = "";
      return text;
    },
  };
}

/** Undoes the `_xHHHH_` by which a workbook writes what XML cannot (ECMA-376 part 1, 22.9.2.19). */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function rangeOf(reference: string): readonly Range[] {
  const [first = "", last = first] = reference.split(":");
  const [start, end] = [placeOf(first), placeOf(last)];
  return start && end && first !== last ? [{ ...start, lastRow: end.row, lastColumn: end.column }] : [];
}

/** `C12` is row 12, column 3. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return null;
  return { row: Number(digits), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

function fail(detail: string): never {
  throw damaged(detail);
}
