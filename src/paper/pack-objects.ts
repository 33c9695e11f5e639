import { zlibSync } from "fflate";

/** An object that stands in no file yet. */
export interface LooseObject {
  /** what would stand between `obj` and `endobj`; of a stream the dictionary alone, which says its /Length */
  readonly body: string;
  /** of a stream */
  readonly data?: Uint8Array;
}

/**
 * A PDF of one revision with a cross-reference table, packed as PDF 1.5 allows: objects that are no streams stand in
 * object streams, the table is a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), and what is not compressed yet is
 * deflated, save metadata, which others must find without tools. `file` has a code unit below 256 a byte, each of its
 * objects stands as `7 0 obj … endobj`, and a stream says its /Length itself. The objects in `own` take the places of those
 * that the table lists under their numbers; where it holds null, the number is freed. Same input, same bytes. Throws
 * RangeError for a file of another shape.
 */
export function packObjects(file: string, own: ReadonlyMap<number, LooseObject | null> = new Map()): Uint8Array<ArrayBuffer> {
  const { objects, trailer, size } = readFile(file, own);
  const out = createOutput(size);
  const parts = objects.map((object) => ({ object, stream: streamOf(object) }));
  const bare = parts.flatMap(({ object, stream }) => (stream ? [] : [object]));
  const streams = parts.flatMap(({ object: { number }, stream }) => (stream ? [{ number, ...stream }] : []));
  // Short ones first: an engine that has seen a deflation to its end compiles it once, and not again at the end of each.
  streams.sort((one, other) => one.data.length - other.data.length || one.number - other.number);
  for (const { number, dictionary, data } of streams) out.putStream(number, ...deflated(dictionary, data));
  bare.sort((one, other) => one.number - other.number);
  for (let at = 0; at < bare.length; at += perStream) out.putObjects(bare.slice(at, at + perStream));
  return out.close(trailer);
}

/** More objects in one stream compress a little better and cost a reader more for the first of them. */
const perStream = 250;

interface NumberedObject extends LooseObject {
  readonly number: number;
}

interface ReadFile {
  readonly objects: readonly NumberedObject[];
  /** its entries, without /Size */
  readonly trailer: string;
  /** one more than the highest number */
  readonly size: number;
}

function readFile(file: string, own: ReadonlyMap<number, LooseObject | null>): ReadFile {
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(file.slice(-64))?.[1]);
  const [head = "", size = ""] = /^xref\n0 (\d+)\n/.exec(file.slice(start, start + 40)) ?? [];
  const tail = /^trailer\s*<<([\s\S]*)>>\s*startxref/.exec(file.slice(start + head.length + Number(size) * 20));
  if (head === "" || !tail) throw unexpected("cross-reference table");
  const places = Array.from({ length: Number(size) }, (_, number) => {
    const row = start + head.length + number * 20;
    return { number, offset: Number(file.slice(row, row + 10)), isUsed: file[row + 17] === "n" };
  }).filter(({ isUsed, offset }) => isUsed && offset < start);
  places.sort((one, other) => one.offset - other.offset);
  const found = places.flatMap(({ number, offset }, index): readonly NumberedObject[] => {
    if (own.has(number)) return [];
    const text = file.slice(offset, places[index + 1]?.offset ?? start).trimEnd();
    const opening = `${number} 0 obj`;
    if (!text.startsWith(opening) || !text.endsWith("endobj")) throw unexpected(`object ${number}`);
    return [{ number, body: text.slice(opening.length, -"endobj".length).trim() }];
  });
  const added = [...own].flatMap(([number, object]) => (object ? [{ number, ...object }] : []));
  return { objects: [...found, ...added], trailer: (tail[1] ?? "").replace(/\/Size\s+\d+/, "").replaceAll(/\s+/g, " ").trim(), size: Number(size) };
}

/** The parts of a stream; null for every other object. */
function streamOf({ number, body, data }: NumberedObject): { readonly dictionary: string; readonly data: Uint8Array } | null {
  if (data) return { dictionary: body, data };
  if (!body.endsWith("\nendstream")) return null;
  const end = body.length - "\nendstream".length;
  const from = end - Number(/\/Length (\d+)/.exec(body)?.[1]);
  const opening = body.lastIndexOf(">>", from);
  if (Number.isNaN(from) || body.slice(opening, from) !== ">>\nstream\n") throw unexpected(`stream ${number}`);
  return { dictionary: body.slice(0, opening + 2), data: bytesOf(body.slice(from, end)) };
}

/** The dictionary with a length that fits, and the data compressed where it was not. */
function deflated(dictionary: string, data: Uint8Array): readonly [dictionary: string, data: Uint8Array] {
  if (data.length === 0 || /\/Filter\b|\/Type \/Metadata\b/.test(dictionary)) return [dictionary, data];
  const packed = deflate(data);
  return [dictionary.replace(/\/Length \d+/, `/Length ${packed.length} /Filter /FlateDecode`), packed];
}

/** With hash tables of a size that suits parts of some ten kilobytes, of which a paper has many. */
function deflate(data: Uint8Array): Uint8Array {
  return zlibSync(data, { mem: 4 });
}

type Entry = readonly [type: 0 | 1 | 2, second: number, third: number];

interface Output {
  readonly putStream: (number: number, dictionary: string, data: Uint8Array) => void;
  /** in an object stream of their own */
  readonly putObjects: (objects: readonly NumberedObject[]) => void;
  /** writes the cross-reference stream, and gives the file */
  readonly close: (trailer: string) => Uint8Array<ArrayBuffer>;
}

function createOutput(size: number): Output {
  const parts: Uint8Array[] = [];
  const entries = new Map<number, Entry>();
  let length = 0;
  let next = size;
  const put = (part: Uint8Array) => {
    parts.push(part);
    length += part.length;
  };
  const putStream = (number: number, dictionary: string, data: Uint8Array) => {
    entries.set(number, [1, length, 0]);
    put(bytesOf(`${number} 0 obj\n${dictionary}\nstream\n`));
    put(data);
    put(bytesOf("\nendstream\nendobj\n"));
  };
  put(bytesOf("%PDF-1.7\n%\xBA\xDF\xAC\xE0\n"));
  return {
    putStream,
    putObjects: (objects) => {
      const container = next++;
      let header = "";
      let bodies = "";
      for (const [index, { number, body }] of objects.entries()) {
        entries.set(number, [2, container, index]);
        header += `${number} ${bodies.length} `;
        bodies += `${body}\n`;
      }
      const data = deflate(bytesOf(header + bodies));
      putStream(container, `<</Type /ObjStm /N ${objects.length} /First ${header.length} /Length ${data.length} /Filter /FlateDecode>>`, data);
    },
    close: (trailer) => {
      const start = length;
      const own = next++;
      entries.set(own, [1, start, 0]);
      const { widths, rows } = rowsOf(entries, next);
      const columns = widths[0] + widths[1] + widths[2];
      const data = deflate(rows);
      const form = `/W [${widths.join(" ")}] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns ${columns}>> /Length ${data.length}`;
      putStream(own, `<</Type /XRef /Size ${next} ${trailer} ${form}>>`, data);
      put(bytesOf(`startxref\n${start}\n%%EOF\n`));
      return joined(parts, length);
    },
  };
}

/** The entries of all numbers below `size`, each row as what it adds to the row above it (PNG predictor Up); those without an entry are free. */
function rowsOf(entries: ReadonlyMap<number, Entry>, size: number): { readonly widths: readonly [number, number, number]; readonly rows: Uint8Array } {
  const free = Array.from({ length: size }, (_, number) => number).filter((number) => !entries.has(number));
  const nextFree = new Map(free.map((number, index) => [number, free[index + 1] ?? 0]));
  const all = Array.from({ length: size }, (_, number) => entries.get(number) ?? ([0, nextFree.get(number) ?? 0, number === 0 ? 65_535 : 0] as const));
  const widths = [1, bytesFor(all.map(([, second]) => second)), bytesFor(all.map(([, , third]) => third))] as const;
  const columns = widths[0] + widths[1] + widths[2];
  const rows = new Uint8Array(size * (columns + 1));
  const above = new Uint8Array(columns);
  let at = 0;
  for (const entry of all) {
    rows[at++] = 2;
    let column = 0;
    for (const [field, width] of widths.entries()) {
      for (let place = width - 1; place >= 0; place -= 1) {
        const value = Math.floor((entry[field] ?? 0) / 256 ** place) & 0xff;
        rows[at++] = value - (above[column] ?? 0);
        above[column++] = value;
      }
    }
  }
  return { widths, rows };
}

function bytesFor(values: readonly number[]): number {
  const most = values.reduce((found, value) => Math.max(found, value), 1);
  return Math.ceil(Math.log2(most + 1) / 8);
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function unexpected(what: string): RangeError {
  return new RangeError(`The file to be packed has another ${what} than expected.`);
}
