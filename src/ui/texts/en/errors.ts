import { countersignObstacles, type ErrorCode, type WorkbenchError } from "#domain";
import { verify } from "./verify.ts";

type Sentence = (facts: WorkbenchError["facts"]) => string;

/** For each code: what happened, what is safe, what to do. */
export const errors: Record<ErrorCode, Sentence> = {
  "storage-unavailable": () =>
    "This browser gives Assay no place to keep data. Nothing already kept is harmed; leave private browsing or allow site data, then reload.",
  "storage-full": () =>
    "The disk is full, so the last change is not saved. Everything before it is; free some space or export a backup, then try again.",
  "storage-newer-version": () =>
    "The data here was written by a newer Assay. It is left untouched; open it with that version, or update this one.",
  "storage-failed": () =>
    "The last change could not be written. Everything saved before it is safe; try again, and export a backup if it fails once more.",
  "storage-unreadable": () =>
    "This browser could not open what it keeps for Assay. Nothing is saved until it can; close every tab of Assay and open it again. If an assessment is missing then, open your last export of it.",
  "locked-elsewhere": () =>
    "Another tab or window is working on this data. What it has saved is safe; close it, or go on reading here.",
  "not-found": () => "What you asked for is not in this workbench. Nothing has changed; go back to the list of systems.",
  "bad-input": () => "The file cannot be used as it is. Nothing has been changed; mend the points listed and try again.",
  "report-failed": () =>
    "The report could not be made. The assessment is unchanged; try again, or choose another template.",
  "report-missing-characters": (facts) =>
    `The report's typeface lacks ${named(facts["characters"], "some characters used here")}. The assessment is unchanged; replace those characters, then make the report again.`,
  "font-unreadable": () =>
    "A typeface for the report could not be read. The assessment is unchanged; reload Assay once, then make the report again.",
  "signing-failed": () =>
    "The report was not signed. The unsigned report and the assessment are unchanged; check the signing identity and sign again.",
  "pdf-not-signable": () =>
    "This PDF has no place for a signature that Assay can fill. The file is unchanged; make the report again and sign that one.",
  "field-already-signed": () =>
    "This report already carries a signature in that place. It is unchanged and still valid; make a new report to sign again.",
  "not-countersignable": (facts) => obstacleSaid(facts["obstacle"]),
  "identity-unavailable": () =>
    "The signing identity is not on this device. Nothing was signed; import it again or choose another in Settings.",
  "insecure-context": () =>
    "The page was opened in a way that lets the browser withhold cryptography. Your data is unchanged; open Assay over https or from localhost.",
  internal: () =>
    "Assay made a mistake of its own. What was saved is safe; reload the page, and export a backup if it happens again.",
};

function obstacleSaid(said: string | number | undefined): string {
  const obstacle = countersignObstacles.find((one) => one === said) ?? "invalid";
  return verify.countersign.obstacles[obstacle];
}

function named(value: string | number | undefined, otherwise: string): string {
  return value === undefined || value === "" ? otherwise : `“${value}”`;
}
