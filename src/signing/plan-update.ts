import { WorkbenchError } from "#domain";
import { asRefusal, refusal } from "./open-signable.ts";
import { type SignatureField, formOf, itemsOf, signatureFields, sizeOf } from "./pdf/forms.ts";
import { type Revision, catalogOf } from "./pdf/revision.ts";
import { textString } from "./pdf/text.ts";
import { type PdfDict, type PdfRef, type PdfValue, amend, array, dict, dictOf, name, nameIn, number, numberIn, ref } from "./pdf/values.ts";
import type { UpdatedObject } from "./pdf/write-update.ts";
import { writeValue } from "./pdf/write-value.ts";
import { type SealAppearance, sealAppearance } from "./seal-appearance.ts";

export interface UpdatePlan {
  /** All objects of the update but the signature itself. */
  readonly objects: readonly UpdatedObject[];
  /** Number kept for the signature dictionary. */
  readonly signature: number;
  /** /Size of the trailer. */
  readonly size: number;
}

export interface Wish {
  readonly field: string;
  readonly certifies: boolean;
  readonly appearance: SealAppearance;
}

/** Objects rewritten so far, by number, so that two changes to one object meet. */
interface Draft {
  readonly revision: Revision;
  readonly changed: Map<number, { readonly generation: number; readonly body: PdfDict | readonly PdfValue[] | string }>;
  next: number;
}

/** What must be written beside the signature. Throws `field-already-signed` and `pdf-not-signable`. */
export function planUpdate(revision: Revision, wish: Wish): UpdatePlan {
  try {
    return plan(revision, wish);
  } catch (cause) {
    throw asRefusal(cause);
  }
}

function plan(revision: Revision, wish: Wish): UpdatePlan {
  const next = Math.max(numberIn(revision.trailer, "Size") ?? 0, highest(revision) + 1);
  const draft: Draft = { revision, changed: new Map(), next };
  const signature = newNumber(draft);
  const field = signatureFields(revision).find((one) => one.name === wish.field);
  if (field) fillField(draft, field, wish, signature);
  else addField(draft, wish.field, signature);
  if (wish.certifies) certify(draft, signature);
  const objects = [...draft.changed].map(([own, { generation, body }]) => ({ number: own, generation, body: sourceOf(body) }));
  return { objects, signature, size: draft.next };
}

function fillField(draft: Draft, field: SignatureField, wish: Wish, signature: number): void {
  if (field.value) throw new WorkbenchError("field-already-signed", `The field “${field.name}” is already signed.`, { facts: { field: field.name } });
  if (!field.ref) throw refusal(`The field “${field.name}” is not an object of its own.`);
  if (field.dict.entries.has("Lock") || field.dict.entries.has("SV")) throw refusal(`The field “${field.name}” makes demands on its signature that are not supported.`);
  const [width, height] = sizeOf(draft.revision, field.dict);
  const isMerged = nameIn(field.dict, "Subtype") === "Widget";
  const changes: Record<string, PdfValue> = { V: ref(signature) };
  if (isMerged && width > 0 && height > 0) {
    const look = newNumber(draft);
    draft.changed.set(look, { generation: 0, body: sealAppearance(width, height, wish.appearance) });
    changes["AP"] = dict({ N: ref(look) });
  }
  change(draft, field.ref, amend(field.dict, changes));
  amendForm(draft, []);
}

function addField(draft: Draft, title: string, signature: number): void {
  const page = firstPage(draft.revision);
  if (title === "" || title.includes(".")) throw refusal("A signature field that is to be added needs a name without a dot.");
  const own = newNumber(draft);
  const box = array(number(0), number(0), number(0), number(0));
  // Flags 4 (print) and 128 (locked); of no size, it needs no appearance and no place in the structure tree.
  const widget = { Type: name("Annot"), Subtype: name("Widget"), FT: name("Sig"), T: textString(title), TU: textString(title), Rect: box, F: number(132), P: page.ref, V: ref(signature) };
  draft.changed.set(own, { generation: 0, body: dict(widget) });
  appendTo(draft, page.dict.entries.get("Annots"), ref(own), (annotations) => change(draft, page.ref, amend(page.dict, { Annots: annotations })));
  amendForm(draft, [ref(own)]);
}

/** Sets /SigFlags 3 and adds fields; nothing is written when the form says all this already. */
function amendForm(draft: Draft, added: readonly PdfRef[]): void {
  const catalog = catalogOf(draft.revision);
  const written = catalog.entries.get("AcroForm");
  const form = formOf(draft.revision) ?? dict({ Fields: array() });
  let changes: Record<string, PdfValue | null> = {};
  for (const one of added) {
    appendTo(draft, form.entries.get("Fields"), one, (fields) => {
      changes = { Fields: fields };
    });
  }
  const flags = form.entries.get("SigFlags");
  if (flags?.kind !== "number" || flags.value !== 3) changes["SigFlags"] = number(3);
  if (form.entries.has("NeedAppearances")) changes["NeedAppearances"] = null;
  if (Object.keys(changes).length === 0) return;
  if (written?.kind === "ref") change(draft, written, amend(form, changes));
  else changeCatalog(draft, { AcroForm: amend(form, changes) });
}

function certify(draft: Draft, signature: number): void {
  const permissions = dictOf(draft.revision.resolve(catalogOf(draft.revision).entries.get("Perms"))) ?? dict({});
  changeCatalog(draft, { Perms: amend(permissions, { DocMDP: ref(signature) }) });
}

function changeCatalog(draft: Draft, changes: Readonly<Record<string, PdfValue>>): void {
  const root = draft.revision.trailer.entries.get("Root");
  if (root?.kind !== "ref") throw refusal("The PDF has no catalog.");
  const body = draft.changed.get(root.number)?.body;
  const current = typeof body === "object" && "kind" in body ? body : catalogOf(draft.revision);
  change(draft, root, amend(current, changes));
}

/** Appends to an array: in its own object when it has one, else `inline` takes the longer array. */
function appendTo(draft: Draft, written: PdfValue | undefined, item: PdfValue, inline: (items: PdfValue) => void): void {
  const items = [...itemsOf(draft.revision, written), item];
  if (written?.kind === "ref" && draft.revision.resolve(written).kind === "array") change(draft, written, items);
  else inline(array(...items));
}

function change(draft: Draft, at: PdfRef, body: PdfDict | readonly PdfValue[]): void {
  draft.changed.set(at.number, { generation: at.generation, body });
}

function newNumber(draft: Draft): number {
  draft.next += 1;
  return draft.next - 1;
}

function highest(revision: Revision): number {
  let most = 0;
  for (const own of revision.entries.keys()) most = Math.max(most, own);
  return most;
}

function sourceOf(body: PdfDict | readonly PdfValue[] | string): string {
  if (typeof body === "string") return body;
  return writeValue("kind" in body ? body : array(...body));
}

function firstPage(revision: Revision): { readonly ref: PdfRef; readonly dict: PdfDict } {
  let node: PdfValue | undefined = catalogOf(revision).entries.get("Pages");
  for (let depth = 0; depth < 64; depth += 1) {
    const found = dictOf(revision.resolve(node));
    if (!found || node?.kind !== "ref") break;
    if (nameIn(found, "Type") === "Page") return { ref: node, dict: found };
    node = itemsOf(revision, found.entries.get("Kids"))[0];
  }
  throw refusal("The PDF has no page to put a signature field on.");
}
