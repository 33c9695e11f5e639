import { WorkbenchError } from "#domain";

export const commands = ["check", "score", "report", "verify"] as const;
export type Command = (typeof commands)[number];

const lines: Readonly<Record<Command, string>> = {
  check: `assay check FILE…
    Reads checklists, crosswalks, lifecycle views, decision trees, templates and assessment files (or folders of
    them) and prints every problem as file:line:column code message. An assessment's journal is verified too, and a
    crosswalk is held against the checklists named and those that come with Assay.`,
  score: `assay score --checklist FILE… --assessment FILE [--lifecycle VIEW|FILE#VIEW] [--json]
    Scores an assessment by the checklists given; --checklist may be repeated. A table, or with --json one object.
    --lifecycle adds the figures by the phases of another lifecycle: nist-ai-rmf, tw-fsc, tw-public-sector-draft or
    iso-22989, or a view of a file of your own.`,
  report: `assay report --assessment FILE --template ID|FILE --lang en|zh-TW -o FILE.pdf
             [--checklist FILE…] [--lifecycle VIEW|FILE#VIEW] [--at INSTANT] [--sign FILE.p12 --passphrase-file FILE]
             [--no-data] [--allow-missing]
    Writes the report as PDF, signed if asked. Without --checklist those that come with Assay are used.
    --no-data leaves out the assessment and its figures, which the PDF otherwise carries as files.
    --allow-missing prints a character that no font of the report has as its number, [U+1F600], instead of stopping.`,
  verify: `assay verify FILE.pdf [--json] [--extract FOLDER]
    Says whether every signature in the PDF holds and the last one covers the whole file, and lists the files that it
    carries, with their SHA-256 values. --extract writes them into a folder; no file there is written over.`,
};

/** How a command is called, or how all of them are. */
export function usageOf(command: Command | null): string {
  const shown = command ? lines[command] : Object.values(lines).join("\n");
  return `Usage:\n  ${shown.replaceAll("\n", "\n  ")}\nExit: 0 all is well · 1 something is wrong with what was read · 2 it could not be done`;
}

/** A command line that cannot be understood: the sentence is printed with the usage of \`command\`. */
export function wrongUsage(command: Command | null, message: string): WorkbenchError {
  return new WorkbenchError("bad-input", message, { facts: { usage: command ?? "" } });
}

export function isCommand(word: string | undefined): word is Command {
  return commands.some((one) => one === word);
}
