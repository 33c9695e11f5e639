/** A PDF object as read from a file. Offsets count bytes from the start of the file. */
export type PdfValue =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number }
  | PdfName
  | PdfString
  | PdfArray
  | PdfDict
  | PdfRef
  | PdfStream;

export interface PdfName {
  readonly kind: "name";
  /** Without the slash, one character per byte. */
  readonly name: string;
}

export interface PdfString {
  readonly kind: "string";
  readonly bytes: Uint8Array;
  readonly hex: boolean;
  /** Where it stands, delimiters included; offsets within its stream when it stands in an object stream. */
  readonly start: number;
  readonly end: number;
}

export interface PdfArray {
  readonly kind: "array";
  readonly items: readonly PdfValue[];
}

export interface PdfDict {
  readonly kind: "dict";
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly start: number;
  readonly end: number;
}

export interface PdfRef {
  readonly kind: "ref";
  readonly number: number;
  readonly generation: number;
}

/** How long the data is, is known only once /Length is resolved. */
export interface PdfStream {
  readonly kind: "stream";
  readonly dict: PdfDict;
  readonly dataStart: number;
}

export const nothing: PdfValue = { kind: "null" };

export const name = (text: string): PdfName => ({ kind: "name", name: text });
export const number = (value: number): PdfValue => ({ kind: "number", value });
export const array = (...items: readonly PdfValue[]): PdfArray => ({ kind: "array", items });
export const ref = (of: number, generation = 0): PdfRef => ({ kind: "ref", number: of, generation });
export const string = (bytes: Uint8Array): PdfString => ({ kind: "string", bytes, hex: true, start: 0, end: 0 });
export const dict = (entries: Readonly<Record<string, PdfValue>>): PdfDict => withEntries(new Map(Object.entries(entries)));

export function withEntries(entries: ReadonlyMap<string, PdfValue>): PdfDict {
  return { kind: "dict", entries, start: 0, end: 0 };
}

/** The dictionary with these entries set; `null` takes one away. */
export function amend(base: PdfDict, changes: Readonly<Record<string, PdfValue | null>>): PdfDict {
  const entries = new Map(base.entries);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) entries.delete(key);
    else entries.set(key, value);
  }
  return withEntries(entries);
}

/** The dictionary of a dictionary or of a stream; null for all else. */
export function dictOf(value: PdfValue | undefined): PdfDict | null {
  if (value?.kind === "dict") return value;
  return value?.kind === "stream" ? value.dict : null;
}

export function nameIn(owner: PdfDict, key: string): string | null {
  const value = owner.entries.get(key);
  return value?.kind === "name" ? value.name : null;
}

export function numberIn(owner: PdfDict, key: string): number | null {
  const value = owner.entries.get(key);
  return value?.kind === "number" ? value.value : null;
}

export function isNothing(value: PdfValue | undefined): boolean {
  return value === undefined || value.kind === "null";
}

/** Every reference in the value, however deep. */
export function refsIn(value: PdfValue): readonly PdfRef[] {
  const found: PdfRef[] = [];
  const pending: PdfValue[] = [value];
  for (let one = pending.pop(); one; one = pending.pop()) {
    if (one.kind === "ref") found.push(one);
    const inner = one.kind === "array" ? one.items : (dictOf(one)?.entries.values() ?? []);
    for (const child of inner) if (isComposite(child)) pending.push(child);
  }
  return found;
}

const isComposite = (value: PdfValue): boolean =>
  value.kind === "ref" || value.kind === "array" || value.kind === "dict" || value.kind === "stream";
