import { concat } from "../digest.ts";
import type { Revision } from "./revision.ts";
import { type PdfDict, amend, array, name, number } from "./values.ts";
import { writeValue } from "./write-value.ts";

/** An object of an update, its body without `obj` and `endobj`. */
export interface UpdatedObject {
  readonly number: number;
  readonly generation: number;
  readonly body: Uint8Array | string;
}

export interface WrittenUpdate {
  /** The whole file, old and new. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the body of each object begins. */
  readonly bodies: ReadonlyMap<number, number>;
}

/**
 * Appends the objects as an incremental update (ISO 32000-1, 7.5.6) whose cross-reference section has the form of the one
 * before it, so that no file mixes the two; the trailer is kept. `size` is one more than the highest number in use.
 */
export function writeUpdate(revision: Revision, objects: readonly UpdatedObject[], size: number): WrittenUpdate {
  const base = revision.source.bytes;
  const parts: (Uint8Array | string)[] = [base];
  let position = base.length;
  const push = (part: Uint8Array | string): void => {
    parts.push(part);
    position += part.length;
  };
  if (base.at(-1) !== 0x0a && base.at(-1) !== 0x0d) push("\n");
  const bodies = new Map<number, number>();
  const sorted = objects.toSorted((one, other) => one.number - other.number);
  const places = sorted.map((object): Place => {
    const place = { number: object.number, generation: object.generation, offset: position };
    push(`${object.number} ${object.generation} obj\n`);
    bodies.set(object.number, position);
    push(object.body);
    push("\nendobj\n");
    return place;
  });
  const start = position;
  push(revision.sections[0]?.form === "stream" ? streamOf(revision, places, start, size) : tableOf(revision, places, size));
  push(`startxref\n${start}\n%%EOF\n`);
  return { bytes: concat(...parts), bodies };
}

/** Where an object of the update stands. */
interface Place {
  readonly number: number;
  readonly generation: number;
  readonly offset: number;
}

/** `places` in rising order. */
function tableOf(revision: Revision, places: readonly Place[], size: number): string {
  const line = ({ offset, generation }: Place): string => `${String(offset).padStart(10, "0")} ${String(generation).padStart(5, "0")} n \n`;
  const rows = runsOf(places).map((run) => `${run[0]?.number} ${run.length}\n${run.map(line).join("")}`);
  return `xref\n${rows.join("")}trailer\n${writeValue(trailerOf(revision, size))}\n`;
}

/** A cross-reference stream at `start`, itself the object `size` and listed in itself; not compressed, as it is short. */
function streamOf(revision: Revision, places: readonly Place[], start: number, size: number): Uint8Array {
  const all = [...places, { number: size, generation: 0, offset: start }];
  const rows = new DataView(new ArrayBuffer(all.length * rowLength));
  for (const [index, { offset, generation }] of all.entries()) {
    rows.setUint8(index * rowLength, 1);
    rows.setUint32(index * rowLength + 1, offset);
    rows.setUint16(index * rowLength + 5, generation);
  }
  const form = {
    Type: name("XRef"),
    W: array(number(1), number(4), number(2)),
    Index: array(...runsOf(all).flatMap((run) => [number(run[0]?.number ?? 0), number(run.length)])),
    Length: number(rows.byteLength),
  };
  const head = `${size} 0 obj\n${writeValue(amend(trailerOf(revision, size + 1), form))}\nstream\n`;
  return concat(head, new Uint8Array(rows.buffer), "\nendstream\nendobj\n");
}

/** Type, offset and generation: 1, 4 and 2 bytes. */
const rowLength = 7;

/** The trailer without what only described the form of the section that it stood in. */
function trailerOf(revision: Revision, size: number): PdfDict {
  const old = { Type: null, W: null, Index: null, Length: null, Filter: null, DecodeParms: null };
  return amend(revision.trailer, { ...old, Size: number(size), Prev: number(revision.sections[0]?.offset ?? 0) });
}

function runsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && (run.at(-1)?.number ?? 0) + 1 === place.number) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
