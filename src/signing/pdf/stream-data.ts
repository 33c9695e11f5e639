import { damaged } from "./damaged.ts";
import { inflate, undoPngPrediction } from "./inflate.ts";
import { type Cursor, accept } from "./read-value.ts";
import { type PdfDict, type PdfStream, type PdfValue, nameIn, numberIn } from "./values.ts";

/** Inflated bytes allowed for one stream. */
const maximumInflated = 64 * 1024 * 1024;

type Resolve = (value: PdfValue) => PdfValue;

/** Where the data of a stream ends by its /Length, which must agree with `endstream`. Throws when it does not. */
export function streamEnd(cursor: Cursor, stream: PdfStream, resolve: Resolve): number {
  const length = resolve(stream.dict.entries.get("Length") ?? { kind: "null" });
  if (length.kind !== "number" || !Number.isInteger(length.value) || length.value < 0) throw damaged("A stream of the PDF does not say how long it is.");
  const end = stream.dataStart + length.value;
  if (end > cursor.end) throw damaged("A stream of the PDF runs beyond the end of the file.");
  if (!accept({ ...cursor, position: end }, "endstream")) throw damaged(`A stream of the PDF is not as long as it says, from byte ${stream.dataStart}.`);
  return end;
}

/** The decoded data of a stream without a filter or with FlateDecode. Throws for every other filter. */
export async function streamData(cursor: Cursor, stream: PdfStream, resolve: Resolve): Promise<Uint8Array> {
  const raw = cursor.bytes.subarray(stream.dataStart, streamEnd(cursor, stream, resolve));
  const filters = listOf(resolve(stream.dict.entries.get("Filter") ?? { kind: "null" }));
  if (filters.length === 0) return raw;
  const [filter] = filters;
  if (filters.length > 1 || filter?.kind !== "name" || filter.name !== "FlateDecode") throw damaged("The PDF packs its objects in a way that is not understood.");
  const data = await inflate(raw, maximumInflated);
  cursor.budget.spend(data.length);
  return unpredicted(data, listOf(resolve(stream.dict.entries.get("DecodeParms") ?? { kind: "null" }))[0]);
}

function unpredicted(data: Uint8Array, parameters: PdfValue | undefined): Uint8Array {
  if (parameters?.kind !== "dict") return data;
  const predictor = numberIn(parameters, "Predictor") ?? 1;
  if (predictor === 1) return data;
  if (predictor < 10 || !isByteWide(parameters)) throw damaged("The PDF packs its objects in a way that is not understood.");
  return undoPngPrediction(data, numberIn(parameters, "Columns") ?? 1);
}

function isByteWide(parameters: PdfDict): boolean {
  return (numberIn(parameters, "Colors") ?? 1) === 1 && (numberIn(parameters, "BitsPerComponent") ?? 8) === 8;
}

function listOf(value: PdfValue): readonly PdfValue[] {
  if (value.kind === "array") return value.items;
  return value.kind === "null" ? [] : [value];
}

/** Whether the dictionary is of /Type `type`. */
export function isOfType(dict: PdfDict, type: string): boolean {
  return nameIn(dict, "Type") === type;
}
