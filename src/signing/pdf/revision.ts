import { type Budget, createBudget, damaged } from "./damaged.ts";
import { readContainer } from "./read-container.ts";
import { type Cursor, type IndirectObject, readInteger, readIndirect } from "./read-value.ts";
import { type XrefEntry, type XrefSection, readXrefChain } from "./read-xref.ts";
import { streamEnd } from "./stream-data.ts";
import { type PdfDict, type PdfStream, type PdfValue, dictOf, nothing } from "./values.ts";

/** The bytes of a PDF with what has been read of them; shared by all its revisions. */
export interface PdfSource {
  readonly bytes: Uint8Array;
  readonly budget: Budget;
  readonly objects: Map<number, IndirectObject>;
  /** Objects of the object stream that begins at this offset, by index. */
  readonly containers: Map<number, readonly IndirectObject[]>;
}

/** The PDF as it stood when it ended at byte `end`. */
export interface Revision {
  readonly source: PdfSource;
  readonly end: number;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  /** The object of this number; the null object when there is none. Throws when its place holds something else. */
  get(number: number): PdfValue;
  /** What a reference refers to; any other value itself. */
  resolve(value: PdfValue | undefined): PdfValue;
  cursorAt(offset: number): Cursor;
  /** First byte behind the data of a stream. Throws when its length is wrong. */
  streamEnd(stream: PdfStream): number;
}

export function createSource(bytes: Uint8Array): PdfSource {
  return { bytes, budget: createBudget(32 * 1024 * 1024 + bytes.length * 24), objects: new Map(), containers: new Map() };
}

/** Reads the revision that ends at `end`. Throws `bad-input` when it is damaged. */
export async function openRevision(source: PdfSource, end: number): Promise<Revision> {
  const { bytes, budget } = source;
  const cursorAt = (offset: number): Cursor => {
    if (!Number.isInteger(offset) || offset < 0 || offset >= end) throw damaged("The PDF points beyond its own end.");
    return { bytes, position: offset, end, budget };
  };
  const sections = await readXrefChain(cursorAt, findStart(source, end));
  const [newest] = sections;
  if (!newest) throw damaged("The PDF has no cross-reference section.");
  const entries = merged(sections);
  const get = (number: number): PdfValue => objectOf(source, entries, cursorAt, number);
  const resolve = (value: PdfValue | undefined): PdfValue => resolved(get, value);
  const revision: Revision = {
    source, end, sections, entries, trailer: newest.trailer, get, resolve, cursorAt,
    streamEnd: (stream) => streamEnd(cursorAt(stream.dict.start), stream, resolve),
  };
  await loadContainers(revision);
  return revision;
}

/** Every object number in use, in no order. */
export function usedNumbers(revision: Revision): readonly number[] {
  return [...revision.entries].flatMap(([number, entry]) => (entry.kind === "free" ? [] : [number]));
}

/** The document catalog. Throws when there is none. */
export function catalogOf(revision: Revision): PdfDict {
  const root = dictOf(revision.resolve(revision.trailer.entries.get("Root")));
  if (!root) throw damaged("The PDF has no catalog.");
  return root;
}

function findStart(source: PdfSource, end: number): number {
  const word = "startxref";
  for (let at = end - word.length; at >= Math.max(0, end - 2048); at -= 1) {
    if (source.bytes[at] !== 0x73) continue;
    if (String.fromCharCode(...source.bytes.subarray(at, at + word.length)) !== word) continue;
    return readInteger({ bytes: source.bytes, position: at + word.length, end, budget: source.budget });
  }
  throw damaged("The PDF does not say where its cross-reference section is.");
}

function merged(sections: readonly XrefSection[]): ReadonlyMap<number, XrefEntry> {
  const entries = new Map<number, XrefEntry>();
  for (const section of sections) for (const [number, entry] of section.entries) if (!entries.has(number)) entries.set(number, entry);
  return entries;
}

function objectOf(
  source: PdfSource,
  entries: ReadonlyMap<number, XrefEntry>,
  cursorAt: (offset: number) => Cursor,
  number: number,
): PdfValue {
  const entry = entries.get(number);
  if (entry?.kind === "at") return objectAt(source, cursorAt, entry.offset, number).value;
  if (entry?.kind !== "in") return nothing;
  const container = entries.get(entry.container);
  const objects = container?.kind === "at" ? source.containers.get(container.offset) : undefined;
  const found = objects?.[entry.index];
  if (found?.number !== number) throw damaged(`Object ${number} of the PDF is not where it should be.`);
  return found.value;
}

function objectAt(source: PdfSource, cursorAt: (offset: number) => Cursor, offset: number, number: number): IndirectObject {
  const cursor = cursorAt(offset);
  const object = source.objects.get(offset) ?? readIndirect(cursor);
  source.objects.set(offset, object);
  if (object.number !== number) throw damaged(`Object ${number} of the PDF is not where it should be.`);
  return object;
}

function resolved(get: (number: number) => PdfValue, value: PdfValue | undefined): PdfValue {
  let one = value ?? nothing;
  for (let steps = 0; one.kind === "ref"; steps += 1) {
    if (steps > 16) throw damaged("References of the PDF go in a circle.");
    one = get(one.number);
  }
  return one;
}

async function loadContainers(revision: Revision): Promise<void> {
  const wanted = new Set<number>();
  for (const entry of revision.entries.values()) if (entry.kind === "in") wanted.add(entry.container);
  for (const number of wanted) {
    const entry = revision.entries.get(number);
    if (entry?.kind !== "at") throw damaged("An object stream of the PDF is missing.");
    if (!revision.source.containers.has(entry.offset)) revision.source.containers.set(entry.offset, await readContainer(revision, revision.get(number)));
  }
}
