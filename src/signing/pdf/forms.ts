import type { CertificationLevel } from "#domain";
import { damaged } from "./damaged.ts";
import { type Revision, catalogOf } from "./revision.ts";
import { readText } from "./text.ts";
import { type PdfDict, type PdfRef, type PdfValue, dictOf, isNothing, nameIn, numberIn } from "./values.ts";

/** A signature field, filled or empty, merged with its widget or not. */
export interface SignatureField {
  /** The partial names from the root down, joined by dots. */
  readonly name: string;
  /** Null when the field stands directly in the array of fields. */
  readonly ref: PdfRef | null;
  readonly dict: PdfDict;
  /** /V as written, a reference or a dictionary; null when the field is empty. */
  readonly value: PdfValue | null;
}

interface Node {
  readonly item: PdfValue;
  readonly prefix: string;
  readonly type: string | null;
  readonly depth: number;
}

const maximumFields = 20_000;

/** All signature fields in document order. Throws when the tree of fields is damaged or goes in a circle. */
export function signatureFields(revision: Revision): readonly SignatureField[] {
  const form = formOf(revision);
  const roots = form ? itemsOf(revision, form.entries.get("Fields")) : [];
  const pending: Node[] = roots.map((item) => ({ item, prefix: "", type: null, depth: 0 })).toReversed();
  const seen = new Set<number>();
  const found: SignatureField[] = [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const own = node.item.kind === "ref" ? node.item : null;
    if (own && seen.has(own.number)) throw damaged("A field of the PDF stands twice in its form.");
    if (own) seen.add(own.number);
    if (seen.size > maximumFields || node.depth > 32) throw damaged("The PDF has too many fields.");
    const dict = dictOf(revision.resolve(node.item));
    if (!dict) continue;
    const type = nameIn(dict, "FT") ?? node.type;
    const name = [node.prefix, readText(revision.resolve(dict.entries.get("T")))].filter(Boolean).join(".");
    const kids = itemsOf(revision, dict.entries.get("Kids")).filter((kid) => dictOf(revision.resolve(kid))?.entries.has("T"));
    if (kids.length > 0) pending.push(...kids.slice(0, maximumFields).map((item) => ({ item, prefix: name, type, depth: node.depth + 1 })).toReversed());
    else if (type === "Sig") found.push({ name, ref: own, dict, value: valueOf(dict) });
  }
  return found;
}

export function formOf(revision: Revision): PdfDict | null {
  return dictOf(revision.resolve(catalogOf(revision).entries.get("AcroForm")));
}

/** The items of an array, itself perhaps a reference; empty for anything else. */
export function itemsOf(revision: Revision, value: PdfValue | undefined): readonly PdfValue[] {
  const found = revision.resolve(value);
  return found.kind === "array" ? found.items : [];
}

/** What the certifying signature still allows, 2 where it does not say; null when no signature certifies. */
export function certifiedLevel(revision: Revision): CertificationLevel | null {
  const permissions = dictOf(revision.resolve(catalogOf(revision).entries.get("Perms")));
  const signature = permissions && dictOf(revision.resolve(permissions.entries.get("DocMDP")));
  if (!signature) return null;
  const parameters = dictOf(revision.resolve(certification(revision, signature)?.entries.get("TransformParams")));
  const level = parameters && numberIn(parameters, "P");
  return level === 1 || level === 3 ? level : 2;
}

/** The part of a signature by which it certifies the document, null when it does not. */
export function certification(revision: Revision, signature: PdfDict): PdfDict | null {
  for (const reference of itemsOf(revision, signature.entries.get("Reference"))) {
    const dict = dictOf(revision.resolve(reference));
    if (dict && nameIn(dict, "TransformMethod") === "DocMDP") return dict;
  }
  return null;
}

/** Width and height of a widget, 0 when it has none. */
export function sizeOf(revision: Revision, widget: PdfDict): readonly [number, number] {
  const corners = itemsOf(revision, widget.entries.get("Rect")).map((item) => revision.resolve(item));
  const [left = 0, bottom = 0, right = 0, top = 0] = corners.map((corner) => (corner.kind === "number" ? corner.value : 0));
  return [Math.abs(right - left), Math.abs(top - bottom)];
}

function valueOf(dict: PdfDict): PdfValue | null {
  const value = dict.entries.get("V");
  return value && !isNothing(value) ? value : null;
}
