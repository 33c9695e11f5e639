import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssessmentEvent } from "#domain";
import { projectAssessment, unionJournals, verifyJournal, type Journal } from "#journal";
import { allEvents, copies, pastOf } from "./histories.ts";
import { forged, id, merge, shown, tell, type Copies } from "./notation.ts";

/** Three of the copies, one perhaps twice. */
const three = (all: Copies): readonly [Journal, Journal, Journal] => {
  const [a = [], b = [], c = a] = Object.values(all);
  return [a, b, c];
};

describe("the union of two copies", () => {
  test("has every event of both, once", () => {
    fc.assert(
      fc.property(copies, (all) => {
        const whole = Object.values(all).reduce(merge);
        expect(whole.map((event) => event.id).toSorted()).toEqual(allEvents(all).map((event) => event.id).toSorted());
        expect(verifyJournal(whole, id)).toEqual([]);
      }),
    );
  });

  test("does not depend on who merges: A ∪ B = B ∪ A, event for event", () => {
    fc.assert(
      fc.property(copies, (all) => {
        const [a, b] = three(all);
        expect(JSON.stringify(merge(a, b))).toBe(JSON.stringify(merge(b, a)));
      }),
    );
  });

  test("does not depend on the order of merging: (A ∪ B) ∪ C = A ∪ (B ∪ C)", () => {
    fc.assert(
      fc.property(copies, (all) => {
        const [a, b, c] = three(all);
        expect(JSON.stringify(merge(merge(a, b), c))).toBe(JSON.stringify(merge(a, merge(b, c))));
      }),
    );
  });

  test("adds nothing on a second merging: A ∪ A = A, (A ∪ B) ∪ B = A ∪ B", () => {
    fc.assert(
      fc.property(copies, (all) => {
        const [a, b] = three(all);
        const union = merge(a, b);
        expect(merge(union, b)).toEqual(union);
        expect(merge(union, union)).toEqual(union);
        expect(new Set(merge(a, a))).toEqual(new Set(a));
      }),
    );
  });

  test("lists every event after all that it was written on", () => {
    fc.assert(
      fc.property(copies, (all) => {
        const whole = Object.values(all).reduce(merge);
        const place = new Map<string, number>(whole.map((event, index) => [event.id, index]));
        for (const [index, event] of whole.entries()) {
          for (const known of pastOf(event, whole)) expect(place.get(known)).toBeLessThan(index);
        }
      }),
    );
  });

  test("tells everyone the same state once all have exchanged", () => {
    const { A, B, C } = tell("A! A>B A>C A:a=1 B:b=2 C:a=3 B:c=1 A<>B B<>C C>A");
    expect(shown(A)).toBe("b=2 c=1 a?1|3");
    expect([shown(B), shown(C)]).toEqual([shown(A), shown(A)]);
    expect(projectAssessment(A ?? [])).toEqual(projectAssessment(C ?? []));
  });
});

describe("a union is refused, with reasons", () => {
  const { A = [], B = [] } = tell("A! A>B A:a=1 A:a=2 B:b=1 B:b=2");
  const codes = (own: Journal, other: Journal) => {
    const union = unionJournals(own, other, id);
    return union.ok ? [] : union.problems.map((one) => one.code);
  };
  const altering = (journal: Journal, eventId: string, change: (event: AssessmentEvent) => AssessmentEvent) =>
    journal.map((event) => (event.id === eventId ? change(event) : event));

  test("when the other copy has altered an event", () => {
    expect(codes(A, altering(B, "B:1", (event) => ({ ...event, by: "x" })))).toEqual(["event-altered"]);
  });

  test("when either has altered an event that both have, though its hash was left alone", () => {
    const bad = altering(B, "A:1", (event) => ({ ...event, by: "x" }));
    expect(codes(A, bad)).toEqual(["event-altered"]);
    expect(codes(bad, A)).toEqual(["event-altered"]);
  });

  test("when the two tell different stories of one device", () => {
    const other = altering(A, "A:3", (event) => forged(event, { by: "x" }));
    expect(codes(A, other)).toEqual(["event-forked"]);
    expect(codes(other, A)).toEqual(["event-forked"]);
  });

  test("when the other copy has a gap that one's own does not fill", () => {
    expect(codes(A, B.filter((event) => event.id !== "B:1"))).toContain("event-missing");
    expect(codes(A, B.filter((event) => event.id !== "A:1"))).toEqual([]);
  });

  test("when the other is of another assessment", () => {
    const { A: other = [] } = tell("A!");
    expect(codes(A, [forged(other[0] as AssessmentEvent, { assessment: "b", device: "Z", id: "Z:1" })])).toEqual(["event-of-another-assessment"]);
  });
});
