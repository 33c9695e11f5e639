/** Bad input is returned, never thrown: every door gives back a list of these, and loses nothing. */
export interface Problem {
  readonly code: ProblemCode;
  /** A whole sentence in English, for the command line and for logs; the interface says its own by code. */
  readonly message: string;
  /** Where in the data: `sections.0.questions.2.weight`; empty for the whole. */
  readonly path: string;
  /** From 1; in a spreadsheet the row and the column of a cell. */
  readonly line?: number;
  readonly column?: number;
  /** The name of the sheet, of what stands in a spreadsheet. */
  readonly sheet?: string;
  readonly hint?: string;
  /** What the sentence is about, for the interface to fill in. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type ProblemCode = (typeof problemCodes)[number];

export const problemCodes = [
  // reading text
  "too-large",
  "not-utf8",
  "lone-surrogate",
  "yaml-syntax",
  "yaml-duplicate-key",
  "yaml-alias-bomb",
  "json-syntax",
  "forbidden-key",
  // shape
  "unknown-format",
  "missing",
  "wrong-type",
  "unknown-key",
  "unknown-value",
  "out-of-range",
  "bad-pattern",
  "empty",
  // content
  "duplicate-id",
  "scale-not-rising",
  "unknown-scale",
  "unknown-phase",
  "no-questions",
  "too-little-evidence",
  "unknown-part",
  "unknown-reference",
  "replaced-in-use",
  "self-mapping",
  "duplicate-mapping",
  "unreachable",
  "endless-loop",
  // spreadsheets
  "spreadsheet-damaged",
  "spreadsheet-other-kind",
  "sheet-missing",
  "column-missing",
  "column-twice",
  "cell-formula",
  "cell-merged",
  // versions
  "version-not-higher",
  "id-of-bundled",
  // assessments
  "unknown-checklist",
  "checklist-differs",
  "unknown-question",
  "unknown-level",
  "unknown-evidence",
  "text-altered",
  // journal
  "event-altered",
  "event-missing",
  "event-forked",
  "event-of-another-assessment",
  "journal-disagrees",
  // signatures
  "pdf-damaged",
  "pdf-unsigned",
  "signature-unreadable",
  "signature-unsupported",
  "digest-mismatch",
  "signature-mismatch",
  "byte-range-invalid",
  "not-whole-file",
  "changed-after-signing",
  "certified-again",
  "certificate-expired",
  "certificate-not-bound",
  "certificate-unsuitable",
  // identities
  "p12-damaged",
  "p12-wrong-passphrase",
  "p12-no-key",
  // reports
  "character-not-in-font",
] as const;


/** What every door for strangers' data gives back: the thing, or the reasons why not. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
