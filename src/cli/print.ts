import type { Problem } from "#domain";

/** One line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

/** One line on standard error, for what is not the result. */
export function note(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** `file:line:column code message hint` */
export function problemLine(file: string, problem: Problem): string {
  const { sheet, line = 1, column = 1, code, message, hint } = problem;
  return `${file}:${sheet === undefined ? "" : `${sheet}:`}${line}:${column} ${code} ${message}${hint ? ` ${hint}` : ""}`;
}

/**
 * Text of files may hold what a terminal obeys: line breaks are kept, all else without a glyph is written as its escape,
 * which in JSON means the same.
 */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join(""),
  );
}
