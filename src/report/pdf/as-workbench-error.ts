import { WorkbenchError } from "#domain";
import { PaperError } from "#paper";

/** Whatever stopped the paper, as the one error class. */
export function asWorkbenchError(cause: unknown): WorkbenchError {
  if (cause instanceof WorkbenchError) return cause;
  if (cause instanceof PaperError && cause.code === "font-unreadable") return new WorkbenchError("font-unreadable", cause.message, { cause });
  return new WorkbenchError("report-failed", `The report could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
