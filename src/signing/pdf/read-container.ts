import { damaged } from "./damaged.ts";
import { type Cursor, type IndirectObject, readInteger, readValue, skipSpace } from "./read-value.ts";
import type { Revision } from "./revision.ts";
import { isOfType, streamData } from "./stream-data.ts";
import { type PdfValue, numberIn } from "./values.ts";

/**
 * The objects of an object stream (ISO 32000-1, 7.5.7), by index. Throws unless they stand one behind the other, with
 * nothing between them, each number once and none a mere reference, so that every reader finds the same objects. /Extends
 * is never followed: it tells nothing that the cross-reference section does not.
 */
export async function readContainer(revision: Revision, value: PdfValue): Promise<readonly IndirectObject[]> {
  if (value.kind !== "stream" || !isOfType(value.dict, "ObjStm")) throw damaged("An object stream of the PDF is missing.");
  const bytes = await streamData(revision.cursorAt(value.dict.start), value, revision.resolve);
  const cursorAt = (position: number, end: number): Cursor => ({ bytes, position, end, budget: revision.source.budget });
  const first = numberIn(value.dict, "First") ?? 0;
  const places = readPlaces(cursorAt(0, Math.min(first, bytes.length)), numberIn(value.dict, "N") ?? 0);
  return places.map(({ number, offset }, index) => {
    const cursor = cursorAt(first + offset, Math.min(bytes.length, first + (places[index + 1]?.offset ?? bytes.length)));
    const own = readValue(cursor);
    skipSpace(cursor);
    if (cursor.position < cursor.end || own.kind === "ref") throw damaged(`Object ${number} of the PDF stands in an object stream as none may.`);
    return { number, generation: 0, value: own };
  });
}

interface Place {
  readonly number: number;
  /** from the first object */
  readonly offset: number;
}

function readPlaces(cursor: Cursor, count: number): readonly Place[] {
  const places: Place[] = [];
  const numbers = new Set<number>();
  if (!Number.isInteger(count) || count < 0) throw damaged("An object stream of the PDF does not say how many objects it holds.");
  while (places.length < count) {
    const place = { number: readInteger(cursor), offset: readInteger(cursor) };
    if (numbers.has(place.number)) throw damaged(`An object stream of the PDF holds object ${place.number} twice, so readers may disagree about it.`);
    if (place.offset <= (places.at(-1)?.offset ?? -1)) throw damaged("The objects of an object stream of the PDF overlap.");
    numbers.add(place.number);
    places.push(place);
  }
  return places;
}
