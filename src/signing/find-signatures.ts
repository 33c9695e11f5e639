import { signatureFields } from "./pdf/forms.ts";
import { readValue } from "./pdf/read-value.ts";
import { type PdfSource, type Revision, catalogOf } from "./pdf/revision.ts";
import { type PdfDict, type PdfValue, dictOf } from "./pdf/values.ts";

/** A signature dictionary found in a PDF. */
export interface FoundSignature {
  /** Name of its field, empty when no field refers to it. */
  readonly field: string;
  readonly dict: PdfDict;
  /** Whether it stands openly in the file, so that its offsets mean something. */
  readonly isOpen: boolean;
}

/** More than these are not looked at. */
export const maximumSignatures = 32;

/** Signatures of fields, and those that no field refers to; in no order. Throws when the form is damaged. */
export function findSignatures(revision: Revision): readonly FoundSignature[] {
  const inFields = signatureFields(revision).flatMap((field): readonly FoundSignature[] => {
    const holder = field.value?.kind === "ref" ? field.value : field.ref;
    const found = field.value && dictOf(revision.resolve(field.value));
    return found ? [{ field: field.name, dict: found, isOpen: holder !== null && revision.entries.get(holder.number)?.kind === "at" }] : [];
  });
  const usageRights = dictOf(revision.resolve(dictOf(revision.resolve(catalogOf(revision).entries.get("Perms")))?.entries.get("UR3")));
  const known = new Set([...inFields.flatMap((one) => (one.isOpen ? [one.dict.start] : [])), usageRights?.start]);
  return [...inFields, ...strays(revision).filter((one) => !known.has(one.dict.start))];
}

/** Signature dictionaries in a file whose structure cannot be read. */
export function scanForSignatures(source: PdfSource): readonly FoundSignature[] {
  const found = new Map<number, FoundSignature>();
  for (const at of occurrences(source, "/ByteRange")) {
    const header = lastBefore(source, " obj", at);
    const value = header === -1 ? null : attempt(() => readValue({ bytes: source.bytes, position: header + 4, end: source.bytes.length, budget: source.budget }));
    if (value?.kind === "dict" && isSignature(value) && at < value.end) found.set(value.start, { field: "", dict: value, isOpen: true });
  }
  return [...found.values()];
}

function strays(revision: Revision): readonly FoundSignature[] {
  const places = [...revision.entries].flatMap(([number, entry]) => (entry.kind === "at" ? [{ number, offset: entry.offset }] : []));
  const sorted = places.toSorted((one, other) => one.offset - other.offset);
  return occurrences(revision.source, "/ByteRange").flatMap((at) => {
    const place = sorted.findLast((one) => one.offset < at);
    const value = place && attempt(() => revision.get(place.number));
    if (value?.kind !== "dict" || at >= value.end || !isSignature(value)) return [];
    return [{ field: "", dict: value, isOpen: true }];
  });
}

function isSignature(dict: PdfDict): boolean {
  return dict.entries.has("ByteRange") && dict.entries.get("Contents")?.kind === "string";
}

/** Where the word occurs, at most four times as often as signatures are looked at. */
function occurrences({ bytes, budget }: PdfSource, word: string): readonly number[] {
  const found: number[] = [];
  budget.spend(bytes.length);
  for (let at = bytes.indexOf(0x2f); at !== -1 && found.length < maximumSignatures * 4; at = bytes.indexOf(0x2f, at + 1)) if (isWord(bytes, at, word)) found.push(at);
  return found;
}

function lastBefore({ bytes, budget }: PdfSource, word: string, before: number): number {
  for (let at = before - word.length; at >= 0; at -= 1) {
    if (bytes[at] !== 0x20 || !isWord(bytes, at, word)) continue;
    budget.spend(before - at);
    return at;
  }
  budget.spend(before);
  return -1;
}

function isWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

function attempt(read: () => PdfValue): PdfValue | null {
  try {
    return read();
  } catch {
    return null;
  }
}
