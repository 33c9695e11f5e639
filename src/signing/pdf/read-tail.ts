import { damaged } from "./damaged.ts";
import { readContainer } from "./read-container.ts";
import { type IndirectObject, accept, expect, readInteger, readIndirect, skipSpace } from "./read-value.ts";
import type { XrefEntry, XrefSection } from "./read-xref.ts";
import type { Revision } from "./revision.ts";
import { isOfType } from "./stream-data.ts";

/**
 * Reads what `young` appended to `old` from its first byte to its last. Throws unless it is nothing but whole objects and
 * cross-reference sections that list exactly these objects, so that every reader, however it reads, sees the same file.
 */
export async function readTail(old: Revision, young: Revision): Promise<void> {
  const known = young.sections.findIndex((section) => section.offset === old.sections[0]?.offset);
  if (known === -1) throw damaged("What was appended does not build on what was signed.");
  const sections = young.sections.slice(0, known);
  if (sections.some((section) => section.offset < old.end || section.hybrid || section.form !== old.sections[0]?.form)) throw damaged("What was appended is listed in an ambiguous way.");
  const objects = new Map<number, number>();
  for (const { offset, object } of readObjects(old, young, sections)) {
    objects.set(offset, object.number);
    await checkHolder(young, sections, offset, object);
  }
  for (const section of sections) {
    for (const [number, entry] of section.entries) {
      if (!isAccounted(number, entry, old, objects, sections)) throw damaged(`Object ${number} is listed where it is not.`);
    }
  }
  for (const [offset, number] of objects) {
    const isListed = sections.some((section) => section.offset === offset || isAt(section.entries.get(number), offset));
    if (!isListed) throw damaged(`Object ${number} was appended without being listed.`);
  }
}

interface Appended {
  readonly offset: number;
  readonly object: IndirectObject;
}

function readObjects(old: Revision, young: Revision, sections: readonly XrefSection[]): readonly Appended[] {
  const objects: Appended[] = [];
  if (old.end >= young.end) return objects;
  const cursor = young.cursorAt(old.end);
  for (skipSpace(cursor); cursor.position < young.end; skipSpace(cursor)) {
    const offset = cursor.position;
    const table = sections.find((section) => section.form === "table" && section.offset === offset);
    if (table) cursor.position = table.end;
    else if (accept(cursor, "startxref")) readInteger(cursor);
    else {
      const object = readIndirect(cursor);
      if (object.value.kind === "stream") {
        cursor.position = young.streamEnd(object.value);
        expect(cursor, "endstream");
      }
      expect(cursor, "endobj");
      objects.push({ offset, object });
    }
  }
  return objects;
}

/** What lists or holds objects must do so for every reader, also for one that goes through the file from end to end. */
async function checkHolder(young: Revision, sections: readonly XrefSection[], offset: number, { number, value }: IndirectObject): Promise<void> {
  if (value.kind !== "stream") return;
  if (isOfType(value.dict, "XRef") && !sections.some((section) => section.offset === offset)) throw damaged(`Object ${number} looks like a cross-reference section, but is none.`);
  if (!isOfType(value.dict, "ObjStm")) return;
  const held = young.source.containers.get(offset) ?? (await readContainer(young, value));
  for (const [index, { number: own }] of held.entries()) {
    const isListed = sections.some(({ entries }) => {
      const entry = entries.get(own);
      return entry?.kind === "in" && entry.container === number && entry.index === index && isAt(entries.get(number), offset);
    });
    if (!isListed) throw damaged(`Object ${own} was appended without being listed.`);
  }
}

function isAccounted(
  number: number,
  entry: XrefEntry,
  old: Revision,
  objects: ReadonlyMap<number, number>,
  sections: readonly XrefSection[],
): boolean {
  if (entry.kind === "free" || sameEntry(old.entries.get(number), entry)) return true;
  if (entry.kind === "at") return objects.get(entry.offset) === number;
  return sections.some((section) => {
    const container = section.entries.get(entry.container);
    return container?.kind === "at" && objects.has(container.offset);
  });
}

function isAt(entry: XrefEntry | undefined, offset: number): boolean {
  return entry?.kind === "at" && entry.offset === offset;
}

export function sameEntry(one: XrefEntry | undefined, other: XrefEntry | undefined): boolean {
  if (one?.kind === "at") return other?.kind === "at" && one.offset === other.offset && one.generation === other.generation;
  if (one?.kind === "in") return other?.kind === "in" && one.container === other.container && one.index === other.index;
  return other?.kind !== "at" && other?.kind !== "in";
}
