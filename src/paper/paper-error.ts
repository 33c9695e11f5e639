/** Why no paper came of it: a font that cannot be read, or anything else. */
export type PaperErrorCode = "font-unreadable" | "paper-failed";

/** The one error of this room. */
export class PaperError extends Error {
  override readonly name = "PaperError";
  readonly code: PaperErrorCode;

  constructor(code: PaperErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Whatever stopped the paper, as the one error class. */
export function asPaperError(cause: unknown): PaperError {
  if (cause instanceof PaperError) return cause;
  return new PaperError("paper-failed", `The paper could not be written: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
