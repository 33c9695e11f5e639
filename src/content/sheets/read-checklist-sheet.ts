import { type Checklist, type LeftOut, type Parsed, type Problem } from "#domain";
import { parseChecklist } from "../parse-content.ts";
import { writeChecklist } from "../write-checklist.ts";
import { SheetFault } from "./fault.ts";
import { findSheet, findTable, noteOtherSheets, type Findings, type Table } from "./find-tables.ts";
import { gatherRecords, readAbout, type Place, type Placed } from "./gather-records.ts";
import { questionColumns, scaleColumns, sectionColumns, type Column, type SheetKey } from "./layout.ts";
import { nestSections, place } from "./nest-sections.ts";
import { readWorkbook, type Sheet, type Workbook } from "./read-workbook.ts";

export interface SheetChecklist {
  readonly checklist: Checklist;
  /** our own format: the same workbook gives the same text, and it is this that is kept and digested */
  readonly yaml: string;
  /** columns and sheets that a checklist has no place for */
  readonly left: readonly LeftOut[];
}

/** The largest workbook that is looked at, in bytes. */
const mostBytes = 20_000_000;

/** More than anyone mends in one go. */
const mostProblems = 1000;

/**
 * The checklist that a filled-in workbook says, or everything that is wrong with it, by sheet, row and column. Never
 * evaluates anything. Never throws.
 */
export function readChecklistSheet(bytes: Uint8Array): Parsed<SheetChecklist> {
  if (bytes.length > mostBytes) return refuse([{ code: "too-large", message: `The file has ${bytes.length} bytes; a workbook has at most ${mostBytes}.`, path: "" }]);
  try {
    return read(readWorkbook(bytes));
  } catch (fault) {
    if (fault instanceof SheetFault) return refuse([fault.problem]);
    // Nothing is known to bring the reader down; a stranger's file might be the first.
    return refuse([{ code: "spreadsheet-damaged", message: "The file cannot be read as an .xlsx workbook.", path: "" }]);
  }
}

function read(workbook: Workbook): Parsed<SheetChecklist> {
  const findings: Findings = { problems: [], left: [] };
  noteOtherSheets(workbook, findings);
  const about = findSheet(workbook, "about", findings);
  const scales = tableOf(workbook, "scales", scaleColumns, findings);
  const sections = tableOf(workbook, "sections", sectionColumns, findings);
  const questions = tableOf(workbook, "questions", questionColumns, findings);
  if (!about || !scales || !sections || !questions) return refuse(findings.problems);

  const places = new Map<string, Place>();
  const [levels = [], heads = [], asked = []] = [scales, sections, questions].map(({ table, columns }) => gatherRecords(table, columns, workbook.isFrom1904, findings));
  const described = readAbout(about, workbook.isFrom1904, findings);
  place(places, "", described);
  places.set("scales", { sheet: scales.table.sheet, line: scales.table.row });
  places.set("sections", { sheet: sections.table.sheet, line: sections.table.row });
  const loose = {
    format: "assay-checklist/1",
    ...described.record,
    scales: gatherScales(levels, places),
    sections: nestSections(heads, asked, { places, findings }),
  };
  if (findings.problems.some((one) => one.code === "endless-loop" || one.code === "out-of-range")) return refuse(findings.problems);
  const yaml = writeChecklist(loose);
  const parsed = parseChecklist(yaml);
  const problems = [...findings.problems, ...parsed.problems.map((one) => relocated(one, places))];
  if (!parsed.ok || problems.length > 0) return refuse(withoutEchoes(problems));
  return { ok: true, value: { checklist: parsed.value, yaml, left: findings.left }, problems: [] };
}

function tableOf(workbook: Workbook, key: SheetKey, columns: readonly Column[], findings: Findings) {
  const sheet = findSheet(workbook, key, findings);
  const table = sheet && findTable(sheet, columns, findings);
  if (sheet && table) noteMerged(sheet, table, findings);
  return table && { table, columns };
}

/** A merged cell holds its text in its first row alone; the other rows would be read as blank. */
function noteMerged({ name, merged }: Sheet, table: Table, { problems }: Findings): void {
  const known = [...table.columns.values()];
  for (const { row, column, lastRow, lastColumn } of merged.slice(0, mostProblems)) {
    const isAbove = lastRow < table.row;
    if (isAbove || !known.some((at) => at >= column && at <= lastColumn)) continue;
    problems.push({
      code: "cell-merged",
      message: "These cells are merged, so only the first of them says anything.",
      path: "",
      sheet: name,
      line: row,
      column,
      hint: "Unmerge them and fill in each.",
    });
  }
}

function gatherScales(levels: readonly Placed[], places: Map<string, Place>): readonly object[] {
  const scales = new Map<unknown, { readonly path: string; readonly levels: unknown[] }>();
  for (const own of levels) {
    const { scale: id, ...level } = own.record;
    const scale = scales.get(id) ?? { path: `scales.${scales.size}`, levels: [] };
    if (!scales.has(id)) {
      const where = own.places.get("scale");
      if (where) places.set(scale.path, where).set(`${scale.path}.id`, where);
      scales.set(id, scale);
    }
    place(places, `${scale.path}.levels.${scale.levels.length}`, own);
    scale.levels.push(level);
  }
  return [...scales].map(([id, scale]) => ({ ...(id === undefined ? {} : { id }), levels: scale.levels }));
}

/** A problem of the YAML that was made of the workbook, told of the cell that it comes from. */
function relocated({ line: _line, column: _column, ...problem }: Problem, places: ReadonlyMap<string, Place>): Problem {
  const steps = problem.path.split(".");
  for (let length = steps.length; length > 0; length--) {
    const found = places.get(steps.slice(0, length).join("."));
    if (found) return { ...problem, ...found, facts: { ...problem.facts, ...found.facts } };
  }
  return { ...problem, ...places.get("") };
}

/** A cell that could not be read is blank to the checklist's check, which need not be said too. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set(problems.filter((one) => one.path === "").map(cellOf));
  return problems.filter((one) => one.path === "" || one.line === undefined || !told.has(cellOf(one)));
}

function cellOf({ sheet, line, column }: Problem): string {
  return JSON.stringify([sheet, line, column]);
}

function refuse(problems: readonly Problem[]): Parsed<never> {
  const order = [...new Set(problems.map((one) => one.sheet))];
  const sorted = problems.toSorted((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return { ok: false, problems: sorted.slice(0, mostProblems) };
}

