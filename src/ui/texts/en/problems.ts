import type { Problem, ProblemCode } from "#domain";

type Sentence = (problem: Problem) => string;

/** One sentence for each code. Facts are said where the finder gave them; `at` names the place in the data. */
export const problems: Record<ProblemCode, Sentence> = {
  "too-large": () => "The file is larger than Assay reads.",
  "not-utf8": () => "The file is not text in UTF-8.",
  "lone-surrogate": (one) => `${at(one)}holds half a character, which no text may contain.`,
  "yaml-syntax": () => "The YAML cannot be read here.",
  "yaml-duplicate-key": () => "The same key stands here twice; only one can be meant.",
  "yaml-alias-bomb": () => "The YAML refers to itself more often than any honest file does.",
  "json-syntax": () => "The JSON cannot be read here.",
  "forbidden-key": (one) => `${at(one)}uses a key that is refused for safety.`,

  "unknown-format": () => "This is not a format that Assay knows.",
  missing: (one) => `${at(one)}is missing.`,
  "wrong-type": (one) => `${at(one)}is of the wrong kind.`,
  "unknown-key": (one) => `${at(one)}is a key that Assay does not know.`,
  "unknown-value": (one) => `${at(one)}has a value that Assay does not know.`,
  "out-of-range": (one) => `${at(one)}lies outside the range allowed.`,
  "bad-pattern": (one) => `${at(one)}is not written in the form required.`,
  empty: (one) => `${at(one)}is empty.`,

  "duplicate-id": (one) => `${at(one)}uses an id that another item already has.`,
  "scale-not-rising": () => "The values of a scale's levels must rise from each to the next.",
  "unknown-scale": () => "The question names a scale that the checklist does not have.",
  "unknown-phase": () => "The question names a lifecycle phase that does not exist.",
  "no-questions": () => "The checklist has no questions.",
  "too-little-evidence": () => "The question suggests too little evidence to be checked against.",
  "unknown-part": () => "The template names a part that a report does not have.",
  "replaced-in-use": () => "A question is said to be replaced, and is still in use. One that is reworded keeps its id and replaces nothing.",
  "unknown-reference": (one) => `${at(one)}names something that is not there.`,
  "self-mapping": () => "The crosswalk relates an item to itself.",
  "duplicate-mapping": () => "The crosswalk states the same relation twice.",
  unreachable: (one) => `${at(one)}is never reached from the first question.`,
  "endless-loop": () => "The decision tree leads in a circle and would never end.",

  "spreadsheet-damaged": () => "The file cannot be read as an .xlsx workbook. Open it in a spreadsheet program and save it anew.",
  "spreadsheet-other-kind": () => "The workbook is an older .xls, or it is locked with a password. Save it as .xlsx without a password.",
  "sheet-missing": (one) => `${at(one)}is a sheet that the workbook lacks. Begin with the template, which has every sheet.`,
  "column-missing": (one) => `${at(one)}is a column that the sheet lacks.`,
  "column-twice": (one) => `${at(one)}stands twice; only one can be meant.`,
  "cell-formula": (one) => `${at(one)}is a formula. Copy the cell and paste it as a value.`,
  "cell-merged": () => "These cells are merged, so only the first of them says anything. Unmerge them and fill in each.",
  "version-not-higher": (one) => `Version ${one.facts?.["version"] ?? ""} is on the shelf already. Changed content needs a higher one, such as ${one.facts?.["proposed"] ?? ""}.`,
  "id-of-bundled": (one) => `“${one.facts?.["id"] ?? ""}” is the id of a checklist that comes with Assay. Give yours an id of its own.`,

  "unknown-checklist": () => "The assessment names a checklist that is not here.",
  "checklist-differs": () => "The checklist here is not the same, byte for byte, as the one that was answered.",
  "unknown-question": () => "An answer names a question that the checklist does not have.",
  "unknown-level": () => "An answer names a level that the question's scale does not have.",
  "text-altered": () => "The file brings the text of a checklist that is not the one its digest names. That text is left out.",
  "unknown-evidence": () => "An answer links to evidence that is not in the assessment.",

  "event-altered": () => "An event was changed after it was written: its hash no longer fits.",
  "event-missing": () => "The journal has a gap: an event that others refer to is not there.",
  "event-forked": () => "One device wrote two different events with the same number.",
  "event-of-another-assessment": () => "An event belongs to another assessment.",
  "journal-disagrees": () => "The assessment in the file is not what its journal says; it was changed elsewhere. Ask for a fresh export, or remove the journal from the file to open what it says without its history.",

  "pdf-damaged": () => "The PDF is damaged and cannot be read.",
  "pdf-unsigned": () => "The PDF carries no signature.",
  "signature-unreadable": () => "The signature cannot be read.",
  "signature-unsupported": () => "The signature is of a kind that Assay does not check.",
  "digest-mismatch": () => "The signed content was changed: its digest no longer fits.",
  "signature-mismatch": () => "The signature does not match the certificate's key.",
  "byte-range-invalid": () => "The signature does not say soundly which bytes it covers.",
  "not-whole-file": () => "The signature does not cover the whole file.",
  "changed-after-signing": () => "Something was added to the file after it was signed.",
  "certified-again": () => "A later signature certifies the document, which only the first may do.",
  "certificate-expired": () => "The certificate was not valid at the time stated in the signature.",
  "certificate-not-bound": () => "The signature is not bound to its certificate, which could have been exchanged.",
  "certificate-unsuitable": () => "The certificate is not meant for signing documents.",

  "p12-damaged": () => "The certificate file is damaged or not a PKCS #12 file.",
  "p12-wrong-passphrase": () => "The passphrase does not open this certificate file.",
  "p12-no-key": () => "The certificate file holds no private key to sign with.",

  "character-not-in-font": () => "A character is not in the report's typeface and cannot be printed.",
};

function at(problem: Problem): string {
  const name = problem.facts?.["name"] ?? problem.path;
  return name === "" ? "Something here " : `“${name}” `;
}
