import type { Cell, Inline, Line, LocalText, Language } from "#domain";

/** A run or a bare string; empty runs are left out. */
export type Run = Inline | string;

export function line(...runs: readonly (Run | readonly Run[])[]): Line {
  return runs
    .flat()
    .map((run): Inline => (typeof run === "string" ? { text: run } : run))
    .filter((run) => run.text !== "");
}

export function strong(text: string): Inline {
  return { text, style: "strong" };
}

export function quiet(text: string): Inline {
  return { text, style: "quiet" };
}

export function code(text: string): Inline {
  return { text, style: "code" };
}

export function linkTo(anchor: string, text: string, style?: Inline["style"]): Inline {
  return { text, to: anchor, ...(style === undefined ? {} : { style }) };
}

/** A name known to be in `language`, marked where that differs from the document's. */
export function named(text: LocalText, language: Language, ofDocument: Language): Inline {
  return language === ofDocument ? { text: text[language] } : { text: text[language], language };
}

/** `lines` one after another with `separator` between; empty ones are left out. A newline is a line break. */
export function joined(lines: readonly Line[], separator: string): Line {
  return lines
    .filter((one) => one.length > 0)
    .flatMap((one, index) => (index === 0 || separator === "" ? one : [{ text: separator }, ...one]));
}

export function cell(...runs: readonly (Run | readonly Run[])[]): Cell {
  return { kind: "text", line: line(...runs) };
}

/** A cell of figures, set flush with the end of its column. */
export function endCell(text: string): Cell {
  return { kind: "text", line: line(text), align: "end" };
}
