export const errorCodes = [
  "storage-unavailable",
  "storage-full",
  "storage-newer-version",
  "storage-failed",
  "storage-unreadable",
  "locked-elsewhere",
  "not-found",
  "bad-input",
  "report-failed",
  "report-missing-characters",
  "font-unreadable",
  "signing-failed",
  "pdf-not-signable",
  "field-already-signed",
  "not-countersignable",
  "identity-unavailable",
  "insecure-context",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What cannot go on is thrown as this and nothing else; the interface has a sentence for each code. */
export class WorkbenchError extends Error {
  override readonly name = "WorkbenchError";
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly facts?: Readonly<Record<string, string | number>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.facts = options.facts ?? {};
  }
}
