import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { subjectOf, type AssessmentEvent } from "#domain";
import { nextEvent, projectAssessment, type Journal } from "#journal";
import { allEvents, copies, pastOf } from "./histories.ts";
import { answered, id, shown, tell } from "./notation.ts";

describe("conflicts", () => {
  test("two answers to one question, neither known to the other, are both kept and the answer is left out", () => {
    const { A = [] } = tell("A! A>B A:a=1 B:a=2 A:b=3 A<>B");
    const projection = projectAssessment(A);
    expect(projection?.assessment.answers).toEqual({ c: { b: expect.objectContaining({ level: "3" }) } });
    expect(projection?.conflicts).toHaveLength(1);
    expect(projection?.conflicts[0]).toMatchObject({ subject: "answer:c/a", question: { checklist: "c", id: "a" } });
    expect(projection?.conflicts[0]?.events.map((event) => [event.by, event.id])).toEqual([["a", "A:2"], ["b", "B:1"]]);
  });

  for (const [what, steps, state] of [
    ["an answer written with knowledge of the other is no conflict", "A! A:a=1 A>B B:a=2 B>A", "a=2"],
    ["answers to different questions are no conflict", "A! A>B A:a=1 B:b=2 A<>B", "a=1 b=2"],
    ["the same level from two devices is still two answers", "A! A>B A:a=1 B:a=1 A<>B", "a?1|1"],
    ["three devices make one conflict with three values", "A! A>B A>C A:a=1 B:a=2 C:a=3 A<>B C>A", "a?1|2|3"],
    ["only the last word of each device takes part", "A! A>B A:a=1 A:a=0 B:a=2 B:a=3 A<>B", "a?0|3"],
    ["taking an answer back conflicts with changing it", "A! A:a=1 A>B A:a= B:a=2 A<>B", "a?|2"],
    ["an older answer that both had seen takes no part", "A! A:a=0 A>B A:a=1 B:a=2 A<>B", "a?1|2"],
    ["an event written on both resolves it", "A! A>B A:a=1 B:a=2 A<>B A:a=3", "a=3"],
    ["the resolution reaches who had the conflict", "A! A>B A:a=1 B:a=2 A<>B A:a=3 A>B", "a=3"],
    ["an event on another subject resolves nothing", "A! A>B A:a=1 B:a=2 A<>B A:b=3", "b=3 a?1|2"],
    ["two resolutions, neither known to the other, are a conflict again", "A! A>B A:a=1 B:a=2 A<>B A:a=3 B:a=4 A<>B", "a?3|4"],
    ["a third, older value still stands against a resolution that had not seen it", "A! A>B A>C A:a=1 B:a=2 C:a=0 A<>B A:a=3 C>A", "a?0|3"],
    ["an undone resolution shows it again", "A! A>B A:a=1 B:a=2 A<>B A:a=3 A-", "a?1|2"],
    ["a redone resolution resolves it again", "A! A>B A:a=1 B:a=2 A<>B A:a=3 A- A+", "a=3"],
    ["one side taken back by undo leaves the other", "A! A>B A:a=1 B:a=2 B- A<>B", "a=1"],
    ["a side undone after the merge leaves the other", "A! A>B A:a=1 B:a=2 A<>B B-", "a=1"],
    ["undo of what the other side stood on does not touch the other side", "A! A:a=1 A>B B:a=2 A- A<>B", "a=2"],
  ] as const) {
    test(what, () => {
      const { A, B } = tell(steps);
      expect([shown(A), shown(B)]).toContain(state);
      expect(shown(tell(`${steps} A<>B`)["A"])).toBe(state);
    });
  }

  test("of other subjects the last in order is shown, and the conflict still told", () => {
    const { A = [], B } = tell("A! A>B A*First B*Second A<>B");
    expect(projectAssessment(A)?.assessment.system.name).toBe("Second");
    expect(shown(A)).toBe("system?First|Second");
    expect(shown(B)).toBe(shown(A));
    expect(projectAssessment(A)?.conflicts[0]?.question).toBeNull();
  });

  test("evidence recorded twice under one id is a conflict; two attestations never are", () => {
    const { A = [] } = tell("A! A>B A#e=mine B#e=theirs A^ B^ A<>B");
    const projection = projectAssessment(A);
    expect(projection?.conflicts.map((one) => one.subject)).toEqual(["evidence:e"]);
    expect(projection?.assessment.evidence.map((one) => one.name)).toEqual(["theirs"]);
    expect(projection?.assessment.attestations).toHaveLength(2);
  });

  test("an event resolves only what it names: one parent of two leaves the other standing", () => {
    const { A = [] } = tell("A! A>B A:a=1 B:a=2 A<>B");
    const half = A.filter((event) => event.device === "A");
    const event = nextEvent(half, answered("a", "3"), { assessment: id, device: "A" as never, by: "a", at: "2026-11-21T10:00:00.000Z" });
    expect(shown([...A, event])).toBe("a?2|3");
  });
});

/** The conflicts, found by walking back from each event on a subject to all that it had seen. */
function headsByWalking(journal: Journal, effective: ReadonlySet<string>): Record<string, readonly string[]> {
  const heads: Record<string, string[]> = {};
  const told = journal.filter((event) => effective.has(event.id) && subjectOf(event) !== null);
  for (const event of told) {
    const isSeen = told.some((later) => later !== event && subjectOf(later) === subjectOf(event) && pastOf(later, journal).has(event.id));
    if (!isSeen) (heads[subjectOf(event) ?? ""] ??= []).push(event.id);
  }
  return heads;
}

/** Events that stand after every undo has had its word, latest undo first. */
function effectiveByWalking(journal: Journal): ReadonlySet<string> {
  const undone = new Set<string>();
  const standing = (event: AssessmentEvent): boolean => !undone.has(event.id);
  for (const event of journal.toReversed()) if (event.kind === "event-undone" && standing(event)) undone.add(event.target);
  return new Set(journal.filter((event) => standing(event)).map((event) => event.id));
}

test("over random histories the conflicts are those found by walking every path back", () => {
  fc.assert(
    fc.property(copies, (all) => {
      const journal = allEvents(all);
      const projection = projectAssessment(journal);
      const listed = tellingOrder(journal);
      const expected = headsByWalking(listed, effectiveByWalking(listed));
      const conflicts = Object.fromEntries((projection?.conflicts ?? []).map((one) => [one.subject, one.events.map((event) => event.id).toSorted()]));
      expect(conflicts).toEqual(Object.fromEntries(Object.entries(expected).flatMap(([subject, heads]) => (heads.length > 1 ? [[subject, heads.toSorted()]] : []))));
      const shownAnswers = Object.keys(projection?.assessment.answers["c" as never] ?? {});
      const undivided = Object.entries(expected).flatMap(([subject, [head, ...others]]) => {
        const event = journal.find((one) => one.id === head);
        return others.length === 0 && event?.kind === "question-answered" && event.answer ? [subject.replace("answer:c/", "")] : [];
      });
      expect(shownAnswers.toSorted()).toEqual(undivided.toSorted());
    }),
    { numRuns: 200 },
  );
});

/** Any order that puts each event after its past will do, as an undo names only what its author had. */
function tellingOrder(journal: Journal): Journal {
  return journal.toSorted((a, b) => pastOf(a, journal).size - pastOf(b, journal).size);
}
