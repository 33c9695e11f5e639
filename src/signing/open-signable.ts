import { WorkbenchError } from "#domain";
import { certifiedLevel, signatureFields } from "./pdf/forms.ts";
import { type Revision, catalogOf, createSource, openRevision } from "./pdf/revision.ts";

/** Reads a PDF that may lawfully be signed. Throws `pdf-not-signable` with the reason for every other. */
export async function openSignable(pdf: Uint8Array): Promise<Revision> {
  try {
    return checked(await openRevision(createSource(pdf), pdf.length));
  } catch (cause) {
    throw asRefusal(cause);
  }
}

/** What the reader throws on a damaged PDF as `pdf-not-signable`; every other WorkbenchError as it is. */
export function asRefusal(cause: unknown): WorkbenchError {
  if (cause instanceof WorkbenchError && cause.code !== "bad-input") return cause;
  return refusal(cause instanceof WorkbenchError ? cause.message : "The PDF is damaged.", cause);
}

export function refusal(message: string, cause?: unknown): WorkbenchError {
  return new WorkbenchError("pdf-not-signable", message, { cause });
}

function checked(revision: Revision): Revision {
  const { bytes } = revision.source;
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== "%PDF-") throw refusal("The file does not begin as a PDF does.");
  if (!/%%EOF\s*$/.test(String.fromCharCode(...bytes.subarray(-64)))) throw refusal("The PDF does not end as a PDF does.");
  if (revision.trailer.entries.has("Encrypt")) throw refusal("The PDF is encrypted.");
  if (revision.sections.some((section) => section.hybrid || section.form !== revision.sections[0]?.form)) throw refusal("The PDF lists its objects in two ways.");
  catalogOf(revision);
  signatureFields(revision);
  if (certifiedLevel(revision) === 1) throw refusal("The PDF was certified and allows no further signature.");
  return revision;
}
