import { parseArgs, type ParseArgsConfig } from "node:util";
import { wrongUsage, type Command } from "./usage.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Values<Spec extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: Spec; allowPositionals: true }>>;

/** The options of a command line. What it does not know is thrown as wrong usage. */
export function readOptions<const Spec extends Options>(command: Command, args: readonly string[], options: Spec): Values<Spec> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [sentence = "These options cannot be read."] = (error instanceof Error ? error.message : "").split(". ");
    throw wrongUsage(command, `${sentence.replace(/\.$/, "")}.`);
  }
}

/** The value of an option that a command cannot do without. */
export function needed(command: Command, name: string, value: string | undefined): string {
  if (value === undefined || value === "") throw wrongUsage(command, `--${name} is missing.`);
  return value;
}

/** The one file that a command takes. */
export function onlyFile(command: Command, positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) throw wrongUsage(command, "Name a file.");
  if (more.length > 0) throw wrongUsage(command, `One file at a time; \`${more[0]}\` is one too many.`);
  return file;
}

/** For commands that take options only. */
export function noFiles(command: Command, positionals: readonly string[]): void {
  if (positionals.length > 0) throw wrongUsage(command, `\`${positionals[0]}\` belongs to no option.`);
}
