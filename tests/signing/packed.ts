import { deflateSync } from "node:zlib";
import { packObjects } from "#paper";
import { bytesOf, textOf } from "./pdfs.ts";

/** The PDF, which has a cross-reference table, with object streams and a cross-reference stream. */
export function packed(pdf: Uint8Array): Uint8Array {
  return packObjects(textOf(pdf));
}

export interface PackedUpdate {
  /** stand in the open, by number */
  readonly open?: Readonly<Record<number, string>>;
  /** stand in an object stream, by number */
  readonly held?: Readonly<Record<number, string>>;
  /** stand in the object stream beside `held`, but are listed nowhere */
  readonly hidden?: Readonly<Record<number, string>>;
  /** rows of the cross-reference stream that hold in place of those that are true: type, offset or container, generation or index */
  readonly rows?: Readonly<Record<number, readonly [type: number, second: number, third: number]>>;
  /** the catalog, where it is another */
  readonly root?: number;
}

/** The PDF with an incremental update in the form of PDF 1.5, the way any editor would append it. */
export function appendPacked(pdf: Uint8Array, { open = {}, held = {}, hidden = {}, rows = {}, root }: PackedUpdate): Uint8Array {
  const text = textOf(pdf);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const before = text.slice(start, start + 2000);
  const catalog = root ?? Number(/\/Root\s+(\d+) 0 R/.exec(before)?.[1] ?? 1);
  const [info = ""] = /\/Info\s+\d+ 0 R/.exec(before) ?? [];
  const size = Math.max(Number(/\/Size\s+(\d+)/.exec(before)?.[1]), ...[...Object.keys(open), ...Object.keys(held), ...Object.keys(rows)].map((own) => Number(own) + 1));
  let more = "";
  const places = new Map<number, readonly [number, number, number]>();
  const put = (number: number, body: string) => {
    places.set(number, [1, text.length + more.length, 0]);
    more += `${number} 0 obj\n${body}\nendobj\n`;
  };
  for (const [own, body] of Object.entries(open)) put(Number(own), body);
  const inside = [...Object.entries(held), ...Object.entries(hidden)];
  if (inside.length > 0) {
    for (const [index, own] of Object.keys(held).entries()) places.set(Number(own), [2, size, index]);
    put(size, containerOf(inside));
  }
  places.set(size + 1, [1, text.length + more.length, 0]);
  for (const [own, row] of Object.entries(rows)) places.set(Number(own), row);
  const sorted = [...places].toSorted(([one], [other]) => one - other);
  const data = textOf(Uint8Array.from(sorted.flatMap(([, [type, second, third]]) => [type, second >> 16, (second >> 8) & 0xff, second & 0xff, third & 0xff])));
  const index = sorted.map(([own]) => `${own} 1`).join(" ");
  const newStart = text.length + more.length;
  const dictionary = `<</Type /XRef /Size ${size + 2} /Root ${catalog} 0 R ${info} /Prev ${start} /W [1 3 1] /Index [${index}] /Length ${data.length}>>`;
  return bytesOf(`${text}${more}${size + 1} 0 obj\n${dictionary}\nstream\n${data}\nendstream\nendobj\nstartxref\n${newStart}\n%%EOF\n`);
}

function containerOf(objects: readonly (readonly [string, string])[]): string {
  let header = "";
  let bodies = "";
  for (const [own, body] of objects) {
    header += `${own} ${bodies.length} `;
    bodies += `${body}\n`;
  }
  const data = textOf(deflateSync(bytesOf(header + bodies)));
  return `<</Type /ObjStm /N ${objects.length} /First ${header.length} /Filter /FlateDecode /Length ${data.length}>>\nstream\n${data}\nendstream`;
}
