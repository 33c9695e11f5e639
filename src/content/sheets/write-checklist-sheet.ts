import { both, aboutRows, questionColumns, scaleColumns, sectionColumns, sheetNames, type Column } from "./layout.ts";
import { list, mapping, type Loose } from "../loose.ts";
import { howTo } from "./how-to.ts";
import { joinList } from "./split-list.ts";
import { columnLetters, writeWorkbook, type Validation, type WrittenCell, type WrittenSheet } from "./write-workbook.ts";

/** How many rows have lists and prompts: more than any checklist fills. */
const preparedRows = 1000;

/**
 * A checklist, whole or not, as an .xlsx workbook with a page of instructions; `readChecklistSheet` reads from it what
 * is in it. The same checklist gives the same bytes. Throws bad-input for a text longer than a cell holds.
 */
export function writeChecklistSheet(checklist: object): Uint8Array {
  const whole = mapping(checklist);
  const placed = sectionRows(list(whole["sections"]).map(mapping), undefined);
  const levels = list(whole["scales"]).flatMap((scale) => {
    const { id, levels: own } = mapping(scale);
    return list(own).map((level) => ({ ...mapping(level), scale: id }));
  });
  return writeWorkbook([
    howToSheet(),
    aboutSheet(whole),
    table("scales", scaleColumns, levels),
    table("sections", sectionColumns, placed.map(({ row }) => row)),
    table("questions", questionColumns, placed.flatMap(({ questions }) => questions)),
  ]);
}

interface SectionRows {
  readonly row: Loose;
  readonly questions: readonly Loose[];
}

/** Parents before children; each question with its section's id. */
function sectionRows(sections: readonly Loose[], inside: unknown): readonly SectionRows[] {
  return sections.flatMap((section) => [
    { row: { ...section, inside }, questions: list(section["questions"]).map((one) => ({ ...mapping(one), section: section["id"] })) },
    ...sectionRows(list(section["sections"]).map(mapping), section["id"]),
  ]);
}

function table(key: "scales" | "sections" | "questions", columns: readonly Column[], records: readonly Loose[]): WrittenSheet {
  const head = columns.map((column): WrittenCell => ({ value: both(column.label, "\n"), style: "head" }));
  return {
    name: both(sheetNames[key]),
    rows: [head, ...records.map((record) => columns.map((column) => cellOf(record, column)))],
    widths: columns.map((column) => column.width),
    hasHead: true,
    validations: columns.map((column, at) => validation(column, `${columnLetters(at + 1)}2:${columnLetters(at + 1)}${preparedRows}`)),
  };
}

function aboutSheet(checklist: Loose): WrittenSheet {
  return {
    name: both(sheetNames.about),
    rows: aboutRows.map((column) => [
      { value: both(column.label), style: "label" },
      cellOf(checklist, column),
      { value: both(column.prompt, "\n"), style: "prose" },
    ]),
    widths: [30, 60, 60],
    hasHead: false,
    validations: aboutRows.map((column, at) => validation(column, `B${at + 1}`)),
  };
}

function howToSheet(): WrittenSheet {
  return {
    name: both(sheetNames.howTo),
    rows: [
      [{ value: "Assay checklist 檢核清單", style: "title" }],
      ...howTo.map(({ title, text }): readonly WrittenCell[] => [
        { value: both(title, "\n"), style: "label" },
        { value: text.en, style: "prose" },
        { value: text["zh-TW"], style: "prose" },
      ]),
    ],
    widths: [28, 60, 60],
    hasHead: false,
    validations: [],
  };
}

function cellOf(record: Loose, { key, kind }: Column): WrittenCell {
  const value = key.split(".").reduce<unknown>((holder, step) => (Array.isArray(holder) ? holder[Number(step)] : mapping(holder)[step]), record);
  const style = kind === "number" ? "number" : "text";
  if (kind === "list") return { value: joinList(list(value).map(String)), style };
  if (kind === "flag") return { value: value === true ? "yes" : undefined, style };
  return { value: typeof value === "number" || typeof value === "string" ? value : undefined, style };
}

function validation({ key, kind, label, prompt, words }: Column, range: string): Validation {
  const entries = words && kind !== "list" ? `"${words.join(",")}"` : references[key];
  return { range, title: label, prompt, ...(entries === undefined ? {} : { list: entries }) };
}

/** Columns whose entries stand in another sheet. */
const references: Readonly<Record<string, string>> = {
  section: `'${both(sheetNames.sections)}'!$A$2:$A$${preparedRows}`,
  inside: `'${both(sheetNames.sections)}'!$A$2:$A$${preparedRows}`,
};
