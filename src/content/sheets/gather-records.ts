import type { Problem } from "#domain";
import type { Findings, Table } from "./find-tables.ts";
import { columnNamed } from "./find-tables.ts";
import { aboutRows, both, mostEvidence, type Column } from "./layout.ts";
import { readCell } from "./read-cell.ts";
import type { Cell, Sheet } from "./read-workbook.ts";

/** Where in the workbook something stands; `facts.name` is its heading in both languages. */
export type Place = Pick<Problem, "sheet" | "line" | "column" | "facts">;

/** What a row says, nested as a checklist has it, and where each part of it stands, by its path within the record. */
export interface Placed {
  readonly record: Readonly<Record<string, unknown>>;
  readonly places: ReadonlyMap<string, Place>;
}

/** One record for each row in which a column of the table is filled in. */
export function gatherRecords(table: Table, columns: readonly Column[], isFrom1904: boolean, findings: Findings): readonly Placed[] {
  const known = columns.flatMap((column) => {
    const at = table.columns.get(column.key);
    return at === undefined ? [] : [{ column, at }];
  });
  return table.rows.flatMap(({ row, cells }): readonly Placed[] => {
    if (!known.some(({ at }) => cells.has(at))) return [];
    const fields = known.map(({ column, at }) => ({ column, cell: cells.get(at), place: { sheet: table.sheet, line: row, column: at } }));
    return [gather(fields, isFrom1904, findings)];
  });
}

/** The sheet about the checklist has a field in each row: its name in the first column, its value in the second. */
export function readAbout(sheet: Sheet, isFrom1904: boolean, findings: Findings): Placed {
  const fields: Field[] = [];
  for (const [row, cells] of sheet.rows) {
    const column = columnNamed(cells.get(1)?.text ?? "", aboutRows);
    const isAgain = column !== undefined && fields.some((one) => one.column === column);
    const place = { sheet: sheet.name, line: row, column: 2 };
    if (isAgain) findings.problems.push({ code: "column-twice", message: `The row \`${column.label.en}\` stands twice.`, path: "", ...place, facts: { name: both(column.label) } });
    else if (column) fields.push({ column, cell: cells.get(2), place });
  }
  for (const column of aboutRows) {
    if (!fields.some((one) => one.column === column)) fields.push({ column, cell: undefined, place: { sheet: sheet.name } });
  }
  return gather(fields, isFrom1904, findings);
}

interface Field {
  readonly column: Column;
  readonly cell: Cell | undefined;
  readonly place: Place;
}

function gather(fields: readonly Field[], isFrom1904: boolean, { problems }: Findings): Placed {
  const record: Record<string, unknown> = {};
  const places = new Map<string, Place>();
  const first = fields[0];
  if (first) places.set("", first.place);
  for (const { key, field } of withoutGaps(fields)) {
    const { value, problem } = readCell(field.cell, field.column, isFrom1904);
    const where = { ...field.place, facts: { name: both(field.column.label) } };
    if (problem) problems.push({ ...problem, path: "", ...field.place });
    const steps = key.split(".");
    for (const length of steps.keys()) {
      const path = steps.slice(0, length + 1).join(".");
      if (!places.has(path)) places.set(path, where);
    }
    if (value !== undefined) put(record, steps, value);
  }
  return { record, places };
}

/** Evidence is numbered by the columns that are filled: a list has no gaps, though a row may. */
function withoutGaps(fields: readonly Field[]): readonly { readonly key: string; readonly field: Field }[] {
  const filled = Array.from({ length: mostEvidence }, (_, index) => index).filter((index) =>
    fields.some((one) => one.column.key.startsWith(`evidence.${index}.`) && one.cell),
  );
  return fields.flatMap((field) => {
    const [head, index, language] = field.column.key.split(".");
    if (head !== "evidence") return [{ key: field.column.key, field }];
    const at = filled.indexOf(Number(index));
    if (at >= 0) return [{ key: `evidence.${at}.${language}`, field }];
    return index === "0" ? [{ key: "evidence", field }] : [];
  });
}

function put(record: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [step = "", ...rest] = steps;
  if (rest.length === 0) record[step] = value;
  else if (/^\d+$/.test(rest[0] ?? "")) {
    const list = (record[step] ??= []) as Record<string, unknown>[];
    put((list[Number(rest[0])] ??= {}), rest.slice(1), value);
  } else put((record[step] ??= {}) as Record<string, unknown>, rest, value);
}
