/** Random histories of two to four devices that edit, undo, redo, sign and now and then exchange their copies. */
import fc from "fast-check";
import type { AssessmentEvent } from "#domain";
import type { Journal } from "#journal";
import { tell, type Copies } from "./notation.ts";

const edit = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("0", "1", "2", "3", "")).map(([question, level]) => `:${question}=${level}`) },
  { weight: 1, arbitrary: fc.constantFrom("#e", "#f=new", "*X", "*Y", "^") },
  { weight: 2, arbitrary: fc.constantFrom("-", "-", "+") },
);

/** Edits of one device alone. */
export const soloSteps = fc.array(edit, { maxLength: 25 }).map((edits) => ["A!", ...edits.map((one) => `A${one}`)]);

/** At the start every device has what A created. */
export const copies: fc.Arbitrary<Copies> = fc
  .integer({ min: 2, max: 4 })
  .map((count) => ["A", "B", "C", "D"].slice(0, count))
  .chain((devices) => {
    const device = fc.constantFrom(...devices);
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.tuple(device, edit).map(([by, what]) => `${by}${what}`) },
      { weight: 1, arbitrary: fc.tuple(device, device).filter(([from, to]) => from !== to).map(([from, to]) => `${from}>${to}`) },
    );
    const opening = ["A!", ...devices.slice(1).map((one) => `A>${one}`)];
    return fc.array(step, { maxLength: 40 }).map((steps) => tell([...opening, ...steps].join(" ")));
  });

/** Every event that any of the devices has, each once, in no particular order. */
export function allEvents(all: Copies): Journal {
  return [...new Map(Object.values(all).flatMap((journal) => journal.map((event) => [event.id, event] as const))).values()];
}

export function shuffled<T>(list: readonly T[], numbers: Iterator<number>): readonly T[] {
  return list.map((one) => [numbers.next().value as number, one] as const).toSorted(([a], [b]) => a - b).map(([, one]) => one);
}

/** Ids of all that an event was written with knowledge of, found by walking back. */
export function pastOf(event: AssessmentEvent, journal: Journal): ReadonlySet<string> {
  const byId = new Map<string, AssessmentEvent>(journal.map((one) => [one.id, one]));
  const past = new Set<string>();
  const open = [event];
  for (let one = open.pop(); one; one = open.pop()) {
    for (const parent of [...one.parents, `${one.device}:${one.seq - 1}`]) {
      const found = byId.get(parent);
      if (!found || past.has(parent)) continue;
      past.add(parent);
      open.push(found);
    }
  }
  return past;
}
