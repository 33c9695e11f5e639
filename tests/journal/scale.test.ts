/** Long and hostile histories: each is told, verified and merged in time that grows with its size. */
import { describe, expect, test } from "vitest";
import type { AssessmentEvent, DeviceId, EventBody, EventId } from "#domain";
import { hashEvent, headsOf, nextEvent, projectAssessment, undoTargets, unionJournals, verifyJournal, type Journal } from "#journal";
import { answered, claimed, created, id, shown } from "./notation.ts";

/** Time of the processor, so that a busy machine does not fail a test. */
function timed<T>(what: string, work: () => T): { readonly value: T; readonly ms: number } {
  const started = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  console.log(`${what}: ${ms.toFixed(0)} ms`);
  return { value, ms };
}

/** An event as projection reads it: nobody checks its hash here. */
function unsealed(device: string, seq: number, parents: readonly string[], body: EventBody): AssessmentEvent {
  return { ...body, id: `${device}:${seq}` as EventId, assessment: id, device: device as DeviceId, seq, parents: parents as EventId[], at: "2026-11-21T09:00:00.000Z", by: "x", prev: null, hash: "sha256-00" };
}

/** One device's chain of answers, each to a question of its own, as read from a file. */
function chain(length: number, write: typeof unsealed | typeof claimed): Journal {
  const journal: AssessmentEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const last = journal.at(-1);
    journal.push(write("A", seq, last ? [last.id] : [], seq === 1 ? created() : answered(`q${seq}`, `${seq % 5}`), last?.hash ?? null));
  }
  return JSON.parse(JSON.stringify(journal)) as Journal;
}

/** Far above what a quiet machine needs, far below what growth with the square would take. */
const bearable = 10_000;
const first = unsealed("A", 1, [], created());

describe("long histories", () => {
  const long = chain(20_000, unsealed);

  test("20,000 answers to 20,000 questions are projected without copying them over and over", () => {
    projectAssessment(long.slice(0, 2_000));
    timed("projection of 2,000 events", () => projectAssessment(long.slice(0, 2_000)));
    const { value, ms } = timed("projection of 20,000 events", () => projectAssessment(long));
    expect(Object.keys(value?.assessment.answers["c" as never] ?? {})).toHaveLength(19_999);
    expect(ms).toBeLessThan(bearable);
  });

  test("20,000 answers to few questions are projected as fast", () => {
    const few = long.map((event, index) => (index === 0 ? event : { ...event, ...answered(`q${index % 100}`, "1") }));
    const { value, ms } = timed("projection of 20,000 events on 100 questions", () => projectAssessment(few));
    expect(Object.keys(value?.assessment.answers["c" as never] ?? {})).toHaveLength(100);
    expect(ms).toBeLessThan(bearable);
  });

  test("5,000 events are verified and merged in seconds", () => {
    const sealed = chain(5_000, claimed);
    expect(timed("verifying 5,000 events", () => verifyJournal(sealed, id)).value).toEqual([]);
    const { value, ms } = timed("merging 5,000 events with a copy of them", () => unionJournals(sealed, structuredClone(sealed), id));
    expect(value.ok).toBe(true);
    expect(ms).toBeLessThan(bearable);
  });

  test("5,000 edits and 5,000 undos leave what to undo and redo at hand", () => {
    const undos = Array.from({ length: 5_000 }, (_, index) => unsealed("A", 5_002 + index, [`A:${5_001 + index}`], { kind: "event-undone", target: `A:${5_001 - index}` as never }));
    const journal = [...long.slice(0, 5_001), ...undos];
    const { value, ms } = timed("undo targets of 10,000 events", () => undoTargets(journal, "A" as never));
    expect(value).toEqual({ undo: null, redo: "A:10001" });
    expect(ms).toBeLessThan(bearable);
    expect(shown(journal)).toBe("");
  });

  test("five devices that write 4,000 events each at once have 4,000 conflicts", () => {
    const events = ["B", "C", "D", "E", "F"].flatMap((device) =>
      Array.from({ length: 4_000 }, (_, index) => unsealed(device, index + 1, [index === 0 ? "A:1" : `${device}:${index}`], answered(`q${index}`, "1"))),
    );
    const { value, ms } = timed("projection of 20,000 events of five devices", () => projectAssessment([first, ...events]));
    expect(value?.conflicts).toHaveLength(4_000);
    expect(ms).toBeLessThan(bearable);
  });

  test("appending to a long journal takes no longer than reading through it", () => {
    const author = { assessment: id, device: "A" as never, by: "a", at: "2026-11-21T09:00:00.000Z" };
    const { value, ms } = timed("100 appends to 20,000 events", () => Array.from({ length: 100 }, () => nextEvent(long, answered("a", "1"), author)));
    expect(value[0]?.parents).toEqual(["A:20000"]);
    expect(ms).toBeLessThan(bearable);
  });
});

describe("hostile histories", () => {
  const soon = (what: string, journal: Journal): ReturnType<typeof projectAssessment> => {
    const { value, ms } = timed(`projection, ${what}`, () => projectAssessment(journal));
    expect(ms).toBeLessThan(bearable);
    return value;
  };

  test("10,000 devices that all name one parent and answer one question are one conflict", () => {
    const journal = [first, ...Array.from({ length: 10_000 }, (_, index) => unsealed(`D${index}`, 1, ["A:1"], answered("a", "1")))];
    expect(soon("10,000 events on one parent", journal)?.conflicts[0]?.events).toHaveLength(10_000);
    expect(headsOf(journal)).toHaveLength(10_000);
  });

  test("10,000 devices in one line, each on the one before, leave one answer", () => {
    const journal = [first, ...Array.from({ length: 10_000 }, (_, index) => unsealed(`D${index}`, 1, [index === 0 ? "A:1" : `D${index - 1}:1`], answered("a", `${index % 5}`)))];
    expect(soon("10,000 devices in a line", journal)?.conflicts).toEqual([]);
    expect(shown(journal)).toBe("a=4");
  });

  test("one event that names 5,000 parents resolves 5,000 answers", () => {
    const branches = Array.from({ length: 5_000 }, (_, index) => unsealed(`D${index}`, 1, ["A:1"], answered("a", "1")));
    const join = unsealed("Z", 1, branches.map((event) => event.id), answered("a", "2"));
    expect(soon("5,000 parents in one event", [first, ...branches, join])?.conflicts).toEqual([]);
    expect(headsOf([first, ...branches, join])).toEqual([join]);
  });

  test("one event that names 200,000 parents, all missing, is one problem and no overflow", () => {
    const parents = Array.from({ length: 200_000 }, (_, index) => `X${index}:1`);
    const journal = [claimed("A", 1, [], created()), claimed("B", 1, parents, answered("a", "1"))];
    soon("200,000 parents in one event", journal);
    expect(verifyJournal(journal, id)).toMatchObject([{ code: "event-missing", message: expect.stringContaining("199999 more") as string }]);
  });

  test("1,000 events that each name all before them stay fast", () => {
    const ids = ["A:1"];
    const journal: AssessmentEvent[] = [first];
    for (let index = 0; index < 1_000; index += 1) {
      journal.push(unsealed(`D${index}`, 1, [...ids], answered("a", "1")));
      ids.push(`D${index}:1`);
    }
    expect(soon("1,000 events naming all before", journal)?.conflicts).toEqual([]);
  });

  test("a circle through 10,000 events is left out without a hang", () => {
    const ring = Array.from({ length: 10_000 }, (_, index) => unsealed(`D${index}`, 1, [`D${(index + 1) % 10_000}:1`], answered("a", "1")));
    expect(soon("a circle of 10,000 events", [first, ...ring])?.assessment.answers).toEqual({});
  });

  test("undo of undo of undo, 10,000 deep, is told without recursion", () => {
    const journal = [first, unsealed("A", 2, ["A:1"], answered("a", "1"))];
    for (let seq = 3; seq <= 10_002; seq += 1) journal.push(unsealed("A", seq, [`A:${seq - 1}`], { kind: "event-undone", target: `A:${seq - 1}` as never }));
    soon("10,000 undos of undos", journal);
    expect(shown(journal)).toBe("a=1");
  });

  test("a value nested 100,000 deep is reported, not thrown", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    const odd = { ...first, system: deep } as unknown as AssessmentEvent;
    expect(() => hashEvent(odd)).toThrow(RangeError);
    expect(verifyJournal([odd], id).map((one) => one.code)).toEqual(["event-altered"]);
  });
});
