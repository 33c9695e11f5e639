import { zipSync, type Zippable } from "fflate";
import { WorkbenchError, type LocalText } from "#domain";
import { mostCharacters } from "./read-workbook.ts";

const cellStyles = ["plain", "head", "text", "number", "title", "prose", "label"] as const;
export type CellStyle = (typeof cellStyles)[number];

export interface WrittenCell {
  /** undefined: blank, yet with its style */
  readonly value: string | number | undefined;
  readonly style: CellStyle;
}

/** What may be entered in a range, and what is said there. */
export interface Validation {
  /** `B2:B500` */
  readonly range: string;
  readonly title: LocalText;
  readonly prompt: LocalText;
  /** a formula for the entries of a list: `"yes,no"` or a range of another sheet; absent: anything */
  readonly list?: string;
}

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly WrittenCell[])[];
  /** of the columns, in characters */
  readonly widths: readonly number[];
  /** the first row stays when one scrolls */
  readonly hasHead: boolean;
  readonly validations: readonly Validation[];
}

/** An .xlsx workbook (ECMA-376, the least part that spreadsheet programs ask for). The same sheets give the same bytes. Throws bad-input for a text that no cell can hold. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": index(sheets),
    "xl/_rels/workbook.xml.rels": relations(sheets.length),
    "xl/styles.xml": styles,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
  };
  const files: Zippable = Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [path, [new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`), { mtime: epoch, level: 6 }]]),
  );
  return zipSync(files);
}

/** ZIP knows no earlier day; a fixed one, in no zone, so that the same checklist gives the same bytes. */
const epoch = "1980-01-01T00:00:00";

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(count: number): string {
  const sheets = Array.from({ length: count }, (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`);
  return (
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/>${sheets.join("")}</Types>`
  );
}

function index(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `<workbook xmlns="${main}" xmlns:r="${documents}/relationships"><sheets>${entries.join("")}</sheets></workbook>`;
}

function relations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${documents}/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const style = `<Relationship Id="rId${count + 1}" Type="${documents}/relationships/styles" Target="styles.xml"/>`;
  return `<Relationships xmlns="${packages}/relationships">${sheets.join("")}${style}</Relationships>`;
}

/** In the order of `cellStyles`. Cells of text have the format `@`, so that `4.10` stays what was typed. */
const styles =
  `<styleSheet xmlns="${main}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="15"/><name val="Calibri"/></font></fonts>` +
  `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEFE9DD"/><bgColor indexed="64"/></patternFill></fill></fills>` +
  `<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FF8A8275"/></bottom><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">` +
  [
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>`,
    `<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
    `<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  ].join("") +
  `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml({ rows, widths, hasHead, validations }: WrittenSheet): string {
  const pane = hasHead ? `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` : "";
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${cellStyles.indexOf("text")}"/>`);
  const data = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row + 1, column + 1)).join("")}</row>`);
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${columns.join("")}</cols><sheetData>${data.join("")}</sheetData>${validationsXml(validations)}</worksheet>`
  );
}

function cellXml({ value, style }: WrittenCell, row: number, column: number): string {
  const place = `r="${columnLetters(column)}${row}" s="${cellStyles.indexOf(style)}"`;
  if (value === undefined || value === "") return `<c ${place}/>`;
  if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
  if (value.length > mostCharacters) throw new WorkbenchError("bad-input", `A cell of a spreadsheet holds ${mostCharacters} characters; one text here has ${value.length}.`);
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escape(escapeControls(value))}</t></is></c>`;
}

/** List entries are a courtesy: what is not among them is warned of by our own reading, in words. */
function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  const entries = validations.map(({ range, title, prompt, list }) => {
    const words = `promptTitle="${escape(clip(`${title.en} ${title["zh-TW"]}`, 32))}" prompt="${escape(clip(`${prompt.en}\n${prompt["zh-TW"]}`, 255)).replaceAll("\n", "&#10;")}"`;
    const type = list === undefined ? "" : `type="list" showErrorMessage="0" `;
    return `<dataValidation ${type}allowBlank="1" showInputMessage="1" ${words} sqref="${range}">${list === undefined ? "" : `<formula1>${escape(list)}</formula1>`}</dataValidation>`;
  });
  return `<dataValidations count="${entries.length}">${entries.join("")}</dataValidations>`;
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What XML cannot hold is written `_xHHHH_`; so is the underscore of a text that looks like it (ECMA-376 part 1, 22.9.2.19). */
function escapeControls(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetters(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
