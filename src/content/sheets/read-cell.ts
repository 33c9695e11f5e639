import type { Problem } from "#domain";
import { both, type Column } from "./layout.ts";
import type { Cell } from "./read-workbook.ts";
import { splitList } from "./split-list.ts";

export interface CellReading {
  /** undefined: blank. What is no number where one is wanted stays text, so that the checklist's own check says so. */
  readonly value: unknown;
  readonly problem: Pick<Problem, "code" | "message" | "hint" | "facts"> | null;
}

const blank: CellReading = { value: undefined, problem: null };

/** What a cell says as a value of its column. */
export function readCell(cell: Cell | undefined, column: Column, isFrom1904: boolean): CellReading {
  if (!cell) return blank;
  const facts = { name: both(column.label) };
  if (cell.kind === "formula") {
    return {
      value: undefined,
      problem: {
        code: "cell-formula",
        message: `\`${column.label.en}\` is a formula; a checklist says only what is written.`,
        hint: "Copy the cell and paste it as a value.",
        facts,
      },
    };
  }
  if (cell.kind === "error") return { value: undefined, problem: { code: "wrong-type", message: `\`${column.label.en}\` shows the error ${cell.text.slice(0, 20)}.`, facts } };
  return { value: valueOf(cell, column, isFrom1904), problem: null };
}

function valueOf(cell: Cell, column: Column, isFrom1904: boolean): unknown {
  const word = cell.text.trim().normalize("NFKC");
  switch (column.kind) {
    case "text":
      return cell.kind === "date" ? cell.text.slice(0, 10) : cell.text;
    case "word":
      return column.words ? word.toLowerCase() : cell.text.trim();
    case "number":
      return numberOf(word);
    case "list":
      return column.words ? splitList(cell.text).map((one) => one.toLowerCase()) : splitList(cell.text);
    case "flag":
      return flagOf(word);
    case "date":
      return dateOf(cell, word, isFrom1904);
  }
}

/** `0.8`, `0,8` and `80 %` are one; all else stays text. */
function numberOf(word: string): number | string {
  const [, digits, percent] = /^(-?\d{0,15}(?:[.,]\d{1,30})?(?:e-?\d{1,3})?)\s?(%?)$/i.exec(word) ?? [];
  if (!digits || !/\d/.test(digits)) return word;
  const value = Number(digits.replace(",", "."));
  return percent ? Number((value / 100).toPrecision(12)) : value;
}

const yes = ["yes", "y", "true", "1", "x", "是", "✓", "✔", "v"];
const no = ["no", "n", "false", "0", "否", "-"];

function flagOf(word: string): boolean | string | undefined {
  if (yes.includes(word.toLowerCase())) return true;
  return no.includes(word.toLowerCase()) ? undefined : word;
}

/** Smaller numbers are years, greater ones days since the epoch of the spreadsheet program. */
const firstSerial = 3_000;
const lastSerial = 2_958_465;

function dateOf(cell: Cell, word: string, isFrom1904: boolean): string {
  if (cell.kind === "date") return word.slice(0, 10);
  const serial = Number(word);
  if (cell.kind !== "number" || !(serial >= firstSerial && serial <= lastSerial)) return word.replaceAll("/", "-");
  const epoch = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
