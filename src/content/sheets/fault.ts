import type { Problem } from "#domain";

/** What ends the reading of a workbook; caught at the door of the room, where it becomes the one problem it carries. */
export class SheetFault extends Error {
  override readonly name = "SheetFault";
  readonly problem: Problem;

  constructor(problem: Omit<Problem, "path">) {
    super(problem.message);
    this.problem = { path: "", ...problem };
  }
}

export function damaged(detail: string): SheetFault {
  return new SheetFault({
    code: "spreadsheet-damaged",
    message: `The file cannot be read as an .xlsx workbook: ${detail}.`,
    hint: "Open it in a spreadsheet program and save it anew as .xlsx.",
  });
}

export function tooLarge(message: string): SheetFault {
  return new SheetFault({ code: "too-large", message });
}
