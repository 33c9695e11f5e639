import { sameBytes } from "../digest.ts";
import type { Revision } from "./revision.ts";
import { type PdfDict, type PdfValue } from "./values.ts";

/** Whether two values say the same; references by their number, streams by their dictionary and raw data. */
export function sameValue(one: PdfValue | undefined, other: PdfValue | undefined, old: Revision, young: Revision): boolean {
  if (one === undefined || other === undefined) return one === other;
  switch (one.kind) {
    case "null":
      return other.kind === "null";
    case "boolean":
    case "number":
      return other.kind === one.kind && other.value === one.value;
    case "name":
      return other.kind === "name" && other.name === one.name;
    case "string":
      return other.kind === "string" && sameBytes(one.bytes, other.bytes);
    case "ref":
      return other.kind === "ref" && other.number === one.number && other.generation === one.generation;
    case "array":
      return other.kind === "array" && one.items.length === other.items.length && one.items.every((item, at) => sameValue(item, other.items[at], old, young));
    case "dict":
      return other.kind === "dict" && sameDict(one, other, [], old, young);
    case "stream": {
      if (other.kind !== "stream" || !sameDict(one.dict, other.dict, [], old, young)) return false;
      const { bytes } = old.source;
      return sameBytes(bytes.subarray(one.dataStart, old.streamEnd(one)), bytes.subarray(other.dataStart, young.streamEnd(other)));
    }
    default:
      return one satisfies never;
  }
}

/** Whether two dictionaries agree in all entries but those named in `except`. */
export function sameDict(one: PdfDict, other: PdfDict, except: readonly string[], old: Revision, young: Revision): boolean {
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
  return [...keys].every((key) => except.includes(key) || sameValue(one.entries.get(key), other.entries.get(key), old, young));
}
