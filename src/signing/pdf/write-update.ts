import { concat } from "../digest.ts";
import type { Revision } from "./revision.ts";
import { amend, number } from "./values.ts";
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

/** Appends the objects as an incremental update with a cross-reference table (ISO 32000-1, 7.5.6); the trailer is kept. */
export function writeUpdate(revision: Revision, objects: readonly UpdatedObject[], size: number): WrittenUpdate {
  const base = revision.source.bytes;
  const parts: (Uint8Array | string)[] = [base];
  let position = base.length;
  const push = (part: Uint8Array | string): void => {
    parts.push(part);
    position += part.length;
  };
  if (base.at(-1) !== 0x0a && base.at(-1) !== 0x0d) push("\n");
  const offsets = new Map<number, number>();
  const bodies = new Map<number, number>();
  const sorted = objects.toSorted((one, other) => one.number - other.number);
  for (const object of sorted) {
    offsets.set(object.number, position);
    push(`${object.number} ${object.generation} obj\n`);
    bodies.set(object.number, position);
    push(object.body);
    push("\nendobj\n");
  }
  const start = position;
  push(tableOf(sorted, offsets));
  const trailer = amend(revision.trailer, { Size: number(size), Prev: number(revision.sections[0]?.offset ?? 0) });
  push(`trailer\n${writeValue(trailer)}\nstartxref\n${start}\n%%EOF\n`);
  return { bytes: concat(...parts), bodies };
}

/** `objects` in rising order. */
function tableOf(objects: readonly UpdatedObject[], offsets: ReadonlyMap<number, number>): string {
  const runs: UpdatedObject[][] = [];
  for (const object of objects) {
    const run = runs.at(-1);
    if (run && (run.at(-1)?.number ?? 0) + 1 === object.number) run.push(object);
    else runs.push([object]);
  }
  const line = (object: UpdatedObject): string =>
    `${String(offsets.get(object.number)).padStart(10, "0")} ${String(object.generation).padStart(5, "0")} n \n`;
  return `xref\n${runs.map((run) => `${run[0]?.number} ${run.length}\n${run.map(line).join("")}`).join("")}`;
}
