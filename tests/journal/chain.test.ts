import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentEvent } from "#domain";
import { headsOf, nextEvent, projectAssessment, verifyJournal, type Journal } from "#journal";
import { allEvents, copies, shuffled } from "./histories.ts";
import { answered, claimed, created, forged, id, tell } from "./notation.ts";

const codes = (journal: Journal) => verifyJournal(journal, id).map((one) => one.code);
const idsOf = (events: readonly AssessmentEvent[]) => events.map((event) => event.id);

describe("appending", () => {
  test("a device's events count from 1, each holding the hash of the one before", () => {
    const { A = [] } = tell("A! A:a=1 A:a=2");
    expect(A.map(({ id, seq, prev }) => [id, seq, prev])).toEqual([
      ["A:1", 1, null],
      ["A:2", 2, A[0]?.hash],
      ["A:3", 3, A[1]?.hash],
    ]);
  });

  test("an event is written on all heads that its author has", () => {
    const { A = [] } = tell("A! A>B A:a=1 B:b=1 B>A A:c=1");
    expect(A.map(({ id, parents }) => [id, parents])).toEqual([
      ["A:1", []],
      ["A:2", ["A:1"]],
      ["B:1", ["A:1"]],
      ["A:3", ["A:2", "B:1"]],
    ]);
  });

  test("chains are per device: another's events do not come between", () => {
    const { B = [] } = tell("A! A>B B:a=1 A:b=1 A>B B:a=2");
    const own = B.filter((event) => event.device === "B");
    expect(own.map((event) => event.prev)).toEqual([null, own[0]?.hash]);
  });

  test("appending changes nothing that is there", () => {
    const { A = [] } = tell("A! A:a=1");
    const before = JSON.stringify(A);
    nextEvent(Object.freeze([...A]), answered("a", "2"), { assessment: id, device: "A" as never, by: "a", at: "2026-11-21T09:00:00.000Z" });
    expect(JSON.stringify(A)).toBe(before);
  });

  test("heads are what nothing was written on, in any listing", () => {
    expect(idsOf(headsOf([]))).toEqual([]);
    const { A = [], B = [] } = tell("A! A>B A:a=1 A:a=2 B:b=1 A<>B");
    expect(idsOf(headsOf(A))).toEqual(["A:3", "B:1"]);
    expect(idsOf(headsOf(B.toReversed()))).toEqual(["A:3", "B:1"]);
    const { A: alone = [] } = tell("A! A:a=1 A:a=2");
    expect(idsOf(headsOf(alone.toReversed()))).toEqual(["A:3"]);
  });
});

describe("verifying", () => {
  const { A: told = [] } = tell("A! A>B A:a=1 A:b=2 B:c=3 A<>B A:a=2");
  const at = (eventId: string) => told.find((event) => event.id === eventId) as AssessmentEvent;
  const withOther = (eventId: string, other: AssessmentEvent) => told.map((event) => (event.id === eventId ? other : event));

  test("an untouched journal has nothing wrong with it, nor has an empty one", () => {
    expect(codes(told)).toEqual([]);
    expect(codes([])).toEqual([]);
  });

  for (const [what, changes] of [
    ["answer", { answer: { level: "4" } }],
    ["author", { by: "somebody else" }],
    ["time", { at: "2020-01-01T00:00:00.000Z" }],
    ["parents", { parents: [] }],
    ["kind", { kind: "event-undone", target: "A:3" }],
    ["hash", { hash: "sha256-00" }],
  ] as const) {
    test(`an altered ${what} is reported`, () => {
      const problems = verifyJournal(withOther("A:2", { ...at("A:2"), ...changes } as AssessmentEvent), id);
      expect(problems[0]).toMatchObject({ code: "event-altered", path: "journal.A:2", facts: { event: "A:2" } });
    });
  }

  test("an alteration with a hash made to fit shows in the event after it", () => {
    const problems = verifyJournal(withOther("A:2", forged(at("A:2"), { answer: { level: "4" } })), id);
    expect(problems).toMatchObject([{ code: "event-altered", facts: { event: "A:3" } }]);
  });

  test("a removed event is reported by what followed it and by what was written on it", () => {
    expect(codes(told.filter((event) => event.id !== "A:2"))).toEqual(["event-missing", "event-missing"]);
    expect(codes(told.filter((event) => event.id !== "B:1"))).toEqual(["event-missing"]);
    expect(codes(told.slice(1))).toContain("event-missing");
  });

  test("events cut off the end of every chain cannot show: the printed heads are there for that", () => {
    expect(codes(told.slice(0, -1))).toEqual([]);
    expect(headsOf(told.slice(0, -1))).not.toEqual(headsOf(told));
  });

  test("two events that changed places on their chain are reported", () => {
    const [second, third] = [at("A:2"), at("A:3")];
    const places = ({ id, seq, prev, parents }: AssessmentEvent) => ({ id, seq, prev, parents });
    const swapped = told.map((event) => (event === second ? forged(third, places(second)) : event === third ? forged(second, places(third)) : event));
    expect(codes(swapped)).toContain("event-altered");
    const renumbered = told.map((event) => (event === second ? { ...third, ...places(second) } : event === third ? { ...second, ...places(third) } : event));
    expect(new Set(codes(renumbered))).toEqual(new Set(["event-altered"]));
  });

  test("an event that stands twice is reported, whether the two differ or not, whichever comes first", () => {
    expect(codes([...told, at("A:2")])).toEqual(["event-forked"]);
    const altered = { ...at("A:2"), by: "somebody else" };
    expect(codes([...told, altered])).toContain("event-altered");
    expect(codes([altered, ...told])).toContain("event-altered");
  });

  test("an event written again under the next number is reported", () => {
    const replayed = { ...at("A:2"), id: "A:5" as never, seq: 5 };
    expect(new Set(codes([...told, replayed]))).toEqual(new Set(["event-altered"]));
  });

  test("a second story of one device is reported as a fork", () => {
    expect(codes([...told, forged(at("A:4"), { answer: { level: "0" } })])).toEqual(["event-forked"]);
  });

  test("an event forged into the middle of a chain is reported", () => {
    const shifted = told.flatMap((event) => (event.id === "A:3" ? [claimed("A", 3, ["A:2"], answered("a", "4"), at("A:2").hash)] : [event]));
    expect(codes(shifted)).toContain("event-altered");
  });

  test("an id that is not the event's place on its chain is reported", () => {
    expect(codes(withOther("A:4", forged(at("A:4"), { id: "Z:9" })))).toContain("event-altered");
  });

  test("an event of another assessment is reported", () => {
    expect(codes(withOther("A:4", forged(at("A:4"), { assessment: "other" })))).toEqual(["event-of-another-assessment"]);
  });

  test("a first event that claims a predecessor, and a number below 1, are reported", () => {
    expect(codes([forged(told[0] as AssessmentEvent, { prev: "sha256-00" })])).toEqual(["event-altered"]);
    expect(codes([claimed("A", 0, [], created())])).toEqual(["event-missing"]);
    expect(codes([claimed("A", 1.5, [], created())])).toEqual(["event-missing"]);
  });

  test("what JSON cannot say is reported as altered, not thrown", () => {
    expect(codes(withOther("A:4", { ...at("A:4"), by: "\ud800" }))).toEqual(["event-altered"]);
    const bottomless: { again?: unknown } = {};
    bottomless.again = bottomless;
    expect(codes(withOther("A:4", { ...at("A:4"), answer: bottomless } as AssessmentEvent))).toEqual(["event-altered"]);
  });

  test("a circle of parents is reported and its events stand nowhere; the rest is told", () => {
    const journal = [claimed("A", 1, [], created()), claimed("B", 1, ["C:1"], answered("a", "1")), claimed("C", 1, ["B:1"], answered("b", "1")), claimed("D", 1, ["D:1"], answered("c", "1"))];
    expect(verifyJournal(journal, id).map((one) => [one.code, one.facts?.["event"]])).toEqual([
      ["event-missing", "B:1"],
      ["event-missing", "C:1"],
      ["event-missing", "D:1"],
    ]);
    expect(projectAssessment(journal)?.assessment.answers).toEqual({});
  });

  test("the order in which events are listed means nothing", () => {
    fc.assert(
      fc.property(copies, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const listed = allEvents(all);
        const otherwise = shuffled(listed, numbers);
        expect(codes(otherwise)).toEqual([]);
        expect(JSON.stringify(projectAssessment(otherwise))).toBe(JSON.stringify(projectAssessment(listed)));
        expect(headsOf(otherwise)).toEqual(headsOf(listed));
      }),
    );
  });

  test("any one event altered, or taken from beneath others, is reported in any history", () => {
    fc.assert(
      fc.property(copies, fc.nat(), fc.constantFrom("at", "by", "seq", "device", "prev", "hash", "kind", "id"), (all, number, field) => {
        const journal = allEvents(all);
        const victim = journal[number % journal.length] as AssessmentEvent;
        const altered = journal.map((event) => (event === victim ? ({ ...event, [field]: field === "seq" ? 99 : "0" } as AssessmentEvent) : event));
        expect(codes(altered)).not.toEqual([]);
        const isStoodOn = journal.some((event) => event.parents.includes(victim.id) || (event.device === victim.device && event.seq > victim.seq));
        const without = codes(journal.filter((event) => event !== victim));
        if (isStoodOn) expect(without).toContain("event-missing");
        else expect(without).toEqual([]);
      }),
    );
  });
});
