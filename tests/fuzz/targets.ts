import { contentTarget, libraryTarget } from "./content-targets.ts";
import { assayFileTarget, importTarget, journalTarget } from "./journal-targets.ts";
import { pdfTarget } from "./pdf-target.ts";
import type { Draw } from "./random.ts";

/** One reader of strangers' bytes. */
export interface Target {
  /** Most milliseconds of processor time that one input may take. */
  readonly limit: number;
  /** What must be made once. */
  readonly prepare: () => Promise<Trial>;
}

/** Makes one input and reads it: gives what became of it. Throws when a law of the product is broken. */
export type Trial = (draw: Draw) => Promise<{ readonly outcome: "accepted" | "refused"; readonly milliseconds: number }>;

export const targets: Readonly<Record<string, Target>> = {
  content: contentTarget,
  library: libraryTarget,
  "assay-file": assayFileTarget,
  journal: journalTarget,
  import: importTarget,
  pdf: pdfTarget,
};

