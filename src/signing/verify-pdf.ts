import { type CertificationLevel, type Instant, type Problem, type SignatureReport, type VerificationResult, WorkbenchError } from "#domain";
import { checkCms } from "./check-cms.ts";
import { concat } from "./digest.ts";
import { type FoundSignature, findSignatures, maximumSignatures, scanForSignatures } from "./find-signatures.ts";
import { findUnlawfulChange } from "./find-unlawful-change.ts";
import { type PdfSource, type Revision, createSource, openRevision } from "./pdf/revision.ts";
import { certification, certifiedLevel } from "./pdf/forms.ts";
import { isSpace } from "./pdf/read-value.ts";
import { readDate, readText, tidy } from "./pdf/text.ts";
import { nameIn } from "./pdf/values.ts";
import { problem } from "./problem.ts";

const maximumBytes = 256 * 1024 * 1024;

type Range = readonly [number, number, number, number];

interface Placed {
  readonly found: FoundSignature;
  readonly range: Range | null;
  readonly end: number;
}

/**
 * Checks every signature of any PDF, in the order in which they were made. Never throws: what is wrong comes back as
 * problems. A self-signed certificate is a fact for the reader to weigh, not a fault.
 */
export async function verifyPdf(pdf: Uint8Array, now: Instant): Promise<VerificationResult> {
  try {
    if (pdf.length > maximumBytes) return unverified(problem("too-large", "The PDF is larger than 256 MB.", { bytes: pdf.length }));
    return await verify(createSource(pdf), now);
  } catch (cause) {
    return unverified(problem("pdf-damaged", sentenceOf(cause)));
  }
}

async function verify(source: PdfSource, now: Instant): Promise<VerificationResult> {
  const { bytes } = source;
  if (!String.fromCharCode(...bytes.subarray(0, 1024)).includes("%PDF-")) return unverified(problem("pdf-damaged", "The file is not a PDF."));
  const read = await readStructure(source);
  if (read.revision?.trailer.entries.has("Encrypt")) return unverified(problem("signature-unsupported", "The PDF is encrypted, and its signatures cannot be checked."));
  const placed = read.found.map((found) => place(found, bytes)).toSorted((one, other) => one.end - other.end);
  const changes = read.revision ? await changesAfter(source, placed, read.revision) : new Map<number, string>();
  const signatures: SignatureReport[] = [];
  let covered = 0;
  for (const one of placed.slice(0, maximumSignatures)) {
    const isLate = signatures.length > 0 && read.revision !== null && certification(read.revision, one.found.dict) !== null;
    signatures.push(await report(one, { bytes, now, covered, isLate, change: changes.get(one.end) ?? null }));
    covered = Math.max(covered, one.range ? one.end : 0);
  }
  return summary(signatures, read.revision && levelOf(read.revision, placed[0]), [...read.problems, ...(placed.length > maximumSignatures ? [problem("too-large", "The PDF holds more signatures than are checked.")] : [])]);
}

interface Structure {
  readonly revision: Revision | null;
  readonly found: readonly FoundSignature[];
  readonly problems: readonly Problem[];
}

async function readStructure(source: PdfSource): Promise<Structure> {
  try {
    const revision = await openRevision(source, source.bytes.length);
    return { revision, found: findSignatures(revision), problems: [] };
  } catch (cause) {
    return { revision: null, found: scanForSignatures(source), problems: [problem("pdf-damaged", sentenceOf(cause))] };
  }
}

/** The signed range, if it is sound: from the first byte on, all but exactly the /Contents of this very dictionary. */
function place(found: FoundSignature, bytes: Uint8Array): Placed {
  const written = found.dict.entries.get("ByteRange");
  const numbers = written?.kind === "array" ? written.items.map((item) => (item.kind === "number" && Number.isSafeInteger(item.value) ? item.value : -1)) : [];
  const [first = -1, before = -1, second = -1, after = -1] = numbers;
  const contents = found.dict.entries.get("Contents");
  const end = second + after;
  const isSound =
    found.isOpen && numbers.length === 4 && first === 0 && before > 0 && after > 0 && end <= bytes.length &&
    contents?.kind === "string" && contents.hex && contents.start === before && contents.end === second &&
    found.dict.start < before && found.dict.end <= end && !bytes.subarray(before, second).some(isSpace);
  return { found, range: isSound ? [first, before, second, after] : null, end: isSound ? end : 0 };
}

/**
 * For the end of each signed revision, what was unlawfully changed behind it. Each revision is held against the next, so
 * that a change undone later still shows.
 */
async function changesAfter(source: PdfSource, placed: readonly Placed[], last: Revision): Promise<ReadonlyMap<number, string>> {
  const ends = [...new Set(placed.flatMap((one) => (one.range && one.end < last.end ? [one.end] : [])))].slice(-maximumSignatures);
  const changes = new Map<number, string>();
  let young = last;
  let later: string | null = null;
  for (const end of ends.toReversed()) {
    try {
      const old = await openRevision(source, end);
      later ??= await findUnlawfulChange(old, young);
      young = old;
    } catch (cause) {
      later ??= sentenceOf(cause);
    }
    if (later !== null) changes.set(end, later);
  }
  return changes;
}

interface Circumstances {
  readonly bytes: Uint8Array;
  readonly now: Instant;
  /** End of the signature before this one. */
  readonly covered: number;
  readonly change: string | null;
  /** It certifies although it is not the first. */
  readonly isLate: boolean;
}

const bindingRequired: Readonly<Record<string, boolean>> = { "ETSI.CAdES.detached": true, "adbe.pkcs7.detached": false };

async function report(placed: Placed, { bytes, now, covered, change, isLate }: Circumstances): Promise<SignatureReport> {
  const { found, range } = placed;
  const subFilter = tidy(nameIn(found.dict, "SubFilter") ?? "");
  const facts = { field: found.field, subFilter, reason: readText(found.dict.entries.get("Reason")), byteRange: range };
  const claimedAt = readDate(found.dict.entries.get("M"));
  const required = Object.hasOwn(bindingRequired, subFilter) ? bindingRequired[subFilter] : undefined;
  const early = earlyProblem(placed, covered, subFilter, required !== undefined);
  const contents = found.dict.entries.get("Contents");
  if (early || !range || required === undefined || contents?.kind !== "string") {
    const problems = early ? [early] : [];
    return { ...facts, certificate: null, claimedAt, digestAlgorithm: null, coversWholeFile: placed.end === bytes.length, valid: false, problems };
  }
  const content = concat(bytes.subarray(0, range[1]), bytes.subarray(range[2], placed.end));
  const cms = await checkCms({ contents: contents.bytes, content, bindingRequired: required, claimedAt, now });
  const problems = [...cms.problems, ...changeProblems(found, change), ...(isLate ? [certifiedAgain] : [])];
  return {
    ...facts,
    certificate: cms.certificate,
    claimedAt: claimedAt ?? cms.signingTime,
    digestAlgorithm: cms.digestAlgorithm,
    coversWholeFile: placed.end === bytes.length,
    valid: problems.length === 0,
    problems,
  };
}

/** ISO 32000-1, 12.8.2.2: one signature certifies at most, and it is the first. */
const certifiedAgain = problem("certified-again", "A later signature certifies the document, which only the first may do.");

function changeProblems(found: FoundSignature, change: string | null): readonly Problem[] {
  if (change !== null) return [problem("changed-after-signing", change)];
  return found.field === "" ? [problem("changed-after-signing", "No signature field of the document refers to this signature.")] : [];
}

function earlyProblem({ range, found }: Placed, covered: number, subFilter: string, isSupported: boolean): Problem | null {
  if (!isSupported) return problem("signature-unsupported", `Signatures of the form “${subFilter}” are not supported.`, { subFilter });
  if (!range) return problem("byte-range-invalid", "The signature does not cover everything around itself.");
  const start = found.dict.start;
  return start < covered ? problem("byte-range-invalid", "The signature overlaps an earlier one.") : null;
}

/** What the first signature allows after itself, null unless it certifies. */
function levelOf(revision: Revision, first: Placed | undefined): CertificationLevel | null {
  try {
    return first && certification(revision, first.found.dict) ? certifiedLevel(revision) : null;
  } catch {
    return null;
  }
}

function summary(signatures: readonly SignatureReport[], certification: CertificationLevel | null, problems: readonly Problem[]): VerificationResult {
  const last = signatures.at(-1);
  const missing = last ? [] : [problem("pdf-unsigned", "The PDF carries no signature.")];
  const partial = last && !last.coversWholeFile ? [problem("not-whole-file", "Something was appended behind the last signature.")] : [];
  const all = [...problems, ...missing, ...partial];
  const located = signatures.map((one, index) => ({ ...one, problems: one.problems.map((each) => ({ ...each, path: `signatures.${index}` })) }));
  return { valid: all.length === 0 && signatures.every((one) => one.valid), certification, signatures: located, problems: all };
}

function unverified(why: Problem): VerificationResult {
  return { valid: false, certification: null, signatures: [], problems: [why] };
}

function sentenceOf(cause: unknown): string {
  return cause instanceof WorkbenchError ? cause.message : "The PDF is damaged.";
}
