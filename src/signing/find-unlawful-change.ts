import { type SignatureField, certifiedLevel, formOf, itemsOf, signatureFields, sizeOf } from "./pdf/forms.ts";
import { readTail, sameEntry } from "./pdf/read-tail.ts";
import { type Revision, usedNumbers } from "./pdf/revision.ts";
import { sameDict, sameValue } from "./pdf/same-value.ts";
import { type PdfDict, type PdfValue, dict, dictOf, isNothing, nameIn, numberIn, refsIn } from "./pdf/values.ts";

/** Two states of one file, the older signed. */
interface Step {
  readonly old: Revision;
  readonly young: Revision;
  readonly fields: ReadonlyMap<number, SignatureField>;
  readonly fresh: ReadonlySet<number>;
}

/**
 * What was done to a signed revision beside adding signatures, as a sentence; null when nothing was. Lawful are: filling
 * an empty signature field (/V, /AP), a new signature field on a page, its place in the form, /Perms, /DSS, and objects
 * that only these refer to. Throws `bad-input` when the appended part is damaged or ambiguous.
 */
export async function findUnlawfulChange(old: Revision, young: Revision): Promise<string | null> {
  await readTail(old, young);
  if (!sameRoots(old, young)) return "Another document was put in place of the signed one.";
  const changed: number[] = [];
  const fresh = new Set<number>();
  for (const number of new Set([...old.entries.keys(), ...young.entries.keys()])) {
    const [before, after] = [old.entries.get(number), young.entries.get(number)];
    if (sameEntry(before, after)) continue;
    if (before === undefined || before.kind === "free") fresh.add(number);
    else changed.push(number);
  }
  if (changed.length === 0 && fresh.size === 0) return null;
  if (certifiedLevel(old) === 1) return "The document was certified to allow no change, yet something was appended.";
  const fields = new Map(signatureFields(old).flatMap((field) => (field.ref ? [[field.ref.number, field] as const] : [])));
  const step: Step = { old, young, fields, fresh };
  const unlawful = changed.find((number) => !isLawful(step, number));
  if (unlawful !== undefined) return `Object ${unlawful} of the document was replaced after signing.`;
  const filled = usedNumbers(old).find((number) => refsIn(old.get(number)).some((one) => fresh.has(one.number)));
  return filled === undefined ? null : `Object ${filled} of the document was given new content after signing.`;
}

function sameRoots(old: Revision, young: Revision): boolean {
  const [before, after] = [old.trailer.entries, young.trailer.entries];
  return before.get("Root")?.kind === "ref" && ["Root", "Info", "Encrypt"].every((key) => sameValue(before.get(key), after.get(key), old, young));
}

function isLawful(step: Step, number: number): boolean {
  const { old, young } = step;
  if (young.entries.get(number)?.kind === "free") return false;
  const [before, after] = [old.get(number), young.get(number)];
  if (sameValue(before, after, old, young)) return true;
  if (before.kind === "array" && after.kind === "array") return isExtended(step, before, after);
  if (before.kind !== "dict" || after.kind !== "dict") return false;
  const field = step.fields.get(number);
  if (field) return isFilled(step, field, after);
  if (isRefTo(old.trailer.entries.get("Root"), number)) return isCatalogLawful(step, before, after);
  if (isRefTo(old.trailer.entries.get("Info"), number)) return sameDict(before, after, ["ModDate", "Producer"], old, young);
  if (before === formOf(old)) return isFormLawful(step, before, after);
  return nameIn(before, "Type") === "Page" && isPageLawful(step, before, after);
}

function isCatalogLawful(step: Step, before: PdfDict, after: PdfDict): boolean {
  const { old, young } = step;
  if (!sameDict(before, after, ["AcroForm", "Perms", "DSS", "Extensions"], old, young)) return false;
  const forms = [dictOf(old.resolve(before.entries.get("AcroForm"))), dictOf(young.resolve(after.entries.get("AcroForm")))] as const;
  if (forms[0] && !forms[1]) return false;
  if (forms[1] && !isFormLawful(step, forms[0] ?? dict({}), forms[1])) return false;
  const permissions = [dictOf(old.resolve(before.entries.get("Perms"))), dictOf(young.resolve(after.entries.get("Perms")))] as const;
  const isCertifiedNow = permissions[0]?.entries.has("DocMDP") ?? false;
  return !permissions[0] ? true : permissions[1] !== null && sameDict(permissions[0], permissions[1], isCertifiedNow ? [] : ["DocMDP"], old, young);
}

function isFormLawful(step: Step, before: PdfDict, after: PdfDict): boolean {
  const { old, young } = step;
  const added = ["DR", "DA"].filter((key) => !before.entries.has(key));
  if (!sameDict(before, after, ["Fields", "SigFlags", "NeedAppearances", ...added], old, young)) return false;
  const redraw = young.resolve(after.entries.get("NeedAppearances"));
  if (redraw.kind === "boolean" && redraw.value && !sameValue(before.entries.get("NeedAppearances"), redraw, old, young)) return false;
  return isExtended(step, before.entries.get("Fields"), after.entries.get("Fields"));
}

function isPageLawful(step: Step, before: PdfDict, after: PdfDict): boolean {
  return sameDict(before, after, ["Annots"], step.old, step.young) && isExtended(step, before.entries.get("Annots"), after.entries.get("Annots"));
}

/** Whether the younger array begins with all items of the older and goes on with new signature fields only. */
function isExtended(step: Step, before: PdfValue | undefined, after: PdfValue | undefined): boolean {
  const { old, young } = step;
  const [items, more] = [itemsOf(old, before), itemsOf(young, after)];
  if (more.length < items.length || !items.every((item, at) => sameValue(item, more[at], old, young))) return false;
  return more.slice(items.length).every((item) => isNewSignature(step, item));
}

/** A new field merged with its widget: signed, or empty and of no size; of no size in any case once a signature certifies. */
function isNewSignature(step: Step, item: PdfValue): boolean {
  if (item.kind !== "ref" || !step.fresh.has(item.number)) return false;
  const field = dictOf(step.young.resolve(item));
  if (!field || nameIn(field, "FT") !== "Sig" || nameIn(field, "Subtype") !== "Widget") return false;
  if (["A", "AA", "Parent", "Kids"].some((key) => field.entries.has(key))) return false;
  const [width, height] = sizeOf(step.young, field);
  const isVisible = width > 0 && height > 0;
  if (isNothing(field.entries.get("V"))) return !isVisible;
  return isFreshSignature(step, field.entries.get("V")) && (!isVisible || certifiedLevel(step.old) === null);
}

function isFilled(step: Step, field: SignatureField, after: PdfDict): boolean {
  if (field.value || !isFreshSignature(step, after.entries.get("V"))) return false;
  const flags = numberIn(field.dict, "F") ?? 0;
  const flagsNow = numberIn(after, "F") ?? 0;
  // Only print (4) and locked (128) may be added.
  return (flagsNow | 132) === (flags | 132) && (flagsNow & flags) === flags && sameDict(field.dict, after, ["V", "AP", "M", "F"], step.old, step.young);
}

function isFreshSignature(step: Step, value: PdfValue | undefined): boolean {
  if (value?.kind !== "ref" || !step.fresh.has(value.number)) return false;
  return dictOf(step.young.resolve(value))?.entries.has("ByteRange") ?? false;
}

function isRefTo(value: PdfValue | undefined, number: number): boolean {
  return value?.kind === "ref" && value.number === number;
}
