import { nearMiss, type LeftOut, type LocalText, type Problem } from "#domain";
import { both, sheetNames, type Column, type SheetKey } from "./layout.ts";
import type { Cell, Sheet, Workbook } from "./read-workbook.ts";

/** A table as it was found: where each column stands and which rows are filled. */
export interface Table {
  readonly sheet: string;
  /** of the header */
  readonly row: number;
  /** by the column's key */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, Cell> }[];
}

export interface Findings {
  readonly problems: Problem[];
  readonly left: LeftOut[];
}

/** The sheet of that name in either language or both; null, and a problem, when there is none. */
export function findSheet(workbook: Workbook, key: SheetKey, findings: Findings): Sheet | null {
  const wanted = sheetNames[key];
  const found = workbook.sheets.find((sheet) => isNamed(sheet.name, wanted));
  if (found) return found.read();
  const spare = workbook.sheets.filter((sheet) => !Object.values(sheetNames).some((names) => isNamed(sheet.name, names)));
  const meant = nearMiss(both(wanted), spare.map((sheet) => sheet.name)) ?? nearMiss(wanted.en, spare.map((sheet) => sheet.name));
  findings.problems.push({
    code: "sheet-missing",
    message: `There is no sheet \`${both(wanted)}\`.`,
    path: "",
    hint: meant ? `Rename \`${meant}\`.` : "Begin with the template, which has every sheet.",
    facts: { name: both(wanted), ...(meant ? { meant } : {}) },
  });
  return null;
}

/** What stands in sheets that Assay does not know is not read, and said so. */
export function noteOtherSheets(workbook: Workbook, findings: Findings): void {
  for (const { name } of workbook.sheets) {
    if (!Object.values(sheetNames).some((names) => isNamed(name, names))) findings.left.push({ path: name, line: 1, what: name, why: "no-place", count: 1 });
  }
}

/** How many rows may stand above the header. */
const mostRowsAbove = 10;

/** The table under the first row that names at least two of `columns`; null, and problems, when a needed column is not there. */
export function findTable(sheet: Sheet, columns: readonly Column[], findings: Findings): Table | null {
  const rows = [...sheet.rows];
  const head = rows.slice(0, mostRowsAbove).find(([, cells]) => [...cells.values()].filter((cell) => columnNamed(cell.text, columns)).length >= 2);
  const [row, cells] = head ?? [1, new Map<number, Cell>()];
  const found = new Map<string, number>();
  const unknown: [number, Cell][] = [];
  for (const [at, cell] of cells) {
    const column = columnNamed(cell.text, columns);
    if (!column) unknown.push([at, cell]);
    else if (!found.has(column.key)) found.set(column.key, at);
    else findings.problems.push({ code: "column-twice", message: `The column \`${column.label.en}\` stands twice.`, path: "", sheet: sheet.name, line: row, column: at, facts: { name: both(column.label) } });
  }
  const absent = columns.filter((column) => !found.has(column.key));
  const missing = absent.flatMap((column) => absence(column, unknown, { sheet: sheet.name, line: row }));
  findings.problems.push(...missing);
  const body = rows.filter(([at]) => at > row).map(([at, own]) => ({ row: at, cells: own }));
  for (const [at, cell] of unknown) {
    const count = body.filter((one) => one.cells.has(at)).length;
    if (count > 0) findings.left.push({ path: sheet.name, line: row, what: cell.text.slice(0, 80), why: "no-place", count });
  }
  return missing.length > 0 ? null : { sheet: sheet.name, row, columns: found, rows: body };
}

/** What is wrong when a column is not there: nothing, when it may be absent and no other could be meant. */
function absence(column: Column, unknown: readonly [number, Cell][], place: Pick<Problem, "sheet" | "line">): readonly Problem[] {
  const texts = unknown.map(([, cell]) => cell.text.slice(0, 80));
  const spellings = [both(column.label, "\n"), column.label.en, column.label["zh-TW"], column.key];
  const meant = spellings.map((one) => nearMiss(one, texts)).find((one) => one !== null) ?? null;
  if (column.isOptional && meant === null) return [];
  const at = unknown.find(([, cell]) => cell.text.slice(0, 80) === meant)?.[0];
  return [
    {
      code: "column-missing",
      message: `The column \`${column.label.en}\` is missing.`,
      path: "",
      ...place,
      ...(at === undefined ? {} : { column: at }),
      hint: meant === null ? `Add a column with the heading \`${column.label.en}\`.` : `Did you mean it by \`${meant}\`?`,
      facts: { name: both(column.label), ...(meant === null ? {} : { meant }) },
    },
  ];
}

/** The column that a heading names: in English, in Chinese, in both, or by its key. */
export function columnNamed(heading: string, columns: readonly Column[]): Column | undefined {
  const said = folded(heading);
  return columns.find(({ key, label }) => [both(label), label.en, label["zh-TW"], key].some((name) => folded(name) === said));
}

function isNamed(name: string, names: LocalText): boolean {
  return [both(names), names.en, names["zh-TW"]].some((one) => folded(one) === folded(name));
}

/** Without regard to case, width of letters and blanks. */
function folded(text: string): string {
  return text.slice(0, 200).normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}
