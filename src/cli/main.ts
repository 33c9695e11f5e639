import { WorkbenchError } from "#domain";
import { check } from "./check.ts";
import { note, say } from "./print.ts";
import { report } from "./report.ts";
import { score } from "./score.ts";
import { isCommand, usageOf, wrongUsage, type Command } from "./usage.ts";
import { verify } from "./verify.ts";

const run: Readonly<Record<Command, (args: readonly string[]) => number | Promise<number>>> = { check, score, report, verify };

process.stdout.on("error", stopQuietly);
process.exitCode = await main(process.argv.slice(2));

/** Runs one command; every error is told as a sentence. Gives the exit code. */
async function main([word, ...args]: readonly string[]): Promise<number> {
  try {
    if (word === "help" || word === "--help" || word === "-h") {
      say(usageOf(null));
      return 0;
    }
    if (!isCommand(word)) throw wrongUsage(null, word === undefined ? "Name a command." : `There is no command \`${word}\`.`);
    if (args.includes("--help") || args.includes("-h")) {
      say(usageOf(word));
      return 0;
    }
    return await run[word](args);
  } catch (error) {
    tell(error);
    return 2;
  }
}

function tell(error: unknown): void {
  if (!(error instanceof WorkbenchError)) return note(`Assay stopped at a fault of its own: ${error instanceof Error ? error.message : String(error)}`);
  note(error.message);
  const { usage } = error.facts;
  if (usage !== undefined) note(usageOf(isCommand(String(usage)) ? (String(usage) as Command) : null));
}

/** Whoever reads the output may stop before its end, as \`head\` does. */
function stopQuietly(error: Error): void {
  if ("code" in error && error.code === "EPIPE") process.exit(0);
  throw error;
}
