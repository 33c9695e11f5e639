import { describe, expect, test } from "vitest";
import { projectAssessment, undoTargets, verifyJournal } from "#journal";
import { claimed, created, id, shown, tell } from "./notation.ts";

describe("undo and redo", () => {
  for (const [what, steps, state] of [
    ["undo shows the value before", "A! A:a=1 A:a=2 A-", "a=1"],
    ["undo of a first answer leaves none", "A! A:a=1 A-", ""],
    ["undo twice goes back two steps", "A! A:a=1 A:a=2 A:a=3 A- A-", "a=1"],
    ["redo brings back what was undone", "A! A:a=1 A:a=2 A- A+", "a=2"],
    ["undo, undo, redo, redo comes back in order", "A! A:a=1 A:b=2 A- A- A+ A+", "a=1 b=2"],
    ["one redo of two brings back the earlier", "A! A:a=1 A:b=2 A- A- A+", "a=1"],
    ["undo after redo undoes again", "A! A:a=1 A:a=2 A- A+ A-", "a=1"],
    ["undo and redo ten times over is redo", "A! A:a=1 A:a=2 A- A+ A- A+ A- A+ A- A+ A- A+", "a=2"],
    ["a new edit clears redo", "A! A:a=1 A:a=2 A- A:b=3 A+", "a=1 b=3"],
    ["undo after a new edit undoes that edit", "A! A:a=1 A:a=2 A- A:b=3 A-", "a=1"],
    ["undo beyond the first edit does nothing", "A! A:a=1 A- A- A-", ""],
    ["redo with nothing undone does nothing", "A! A:a=1 A+", "a=1"],
    ["taking an answer back can be undone", "A! A:a=1 A:a= A-", "a=1"],
    ["undo is one's own: what came from another device stays", "A! A>B A:a=1 B:b=2 B>A A-", "b=2"],
    ["undo passes over another's later answer and leaves it standing", "A! A:a=1 A>B B:a=2 B>A A-", "a=2"],
    ["another's answer undone by its author brings back one's own", "A! A:a=1 A>B B:a=2 B- B>A", "a=1"],
    ["receiving another's edits does not clear redo", "A! A>B A:a=1 A- B:b=2 B>A A+", "a=1 b=2"],
    ["several answers given as one change are undone as one", "A! A:a=1 A:a=2&b=3&c=4 A-", "a=1"],
    ["several answers undone as one are redone as one", "A! A:a=1 A:a=2&b=3 A- A+", "a=2 b=3"],
    ["undo after one change of several goes back to the edit before it", "A! A:a=1 A:a=2&b=3 A- A-", ""],
    ["a later edit of one of several is undone alone", "A! A:a=1&b=1 A:b=2 A-", "a=1 b=1"],
    ["one change of several undone here is undone in the other copy", "A! A>B A:a=1&b=1 A>B A- A>B B>A", ""],
    ["undo travels: the other copy shows it too", "A! A:a=1 A:a=2 A>B A- A>B B>A", "a=1"],
  ] as const) {
    test(what, () => {
      expect(shown(tell(steps)["A"])).toBe(state);
    });
  }

  test("undo and redo are events on the chain; nothing that was written is gone", () => {
    const { A = [] } = tell("A! A:a=1 A- A+");
    expect(A.map((event) => [event.kind, event.kind === "event-undone" ? event.target : null])).toEqual([
      ["assessment-created", null],
      ["question-answered", null],
      ["event-undone", "A:2"],
      ["event-undone", "A:3"],
    ]);
    expect(verifyJournal(A, id)).toEqual([]);
  });

  test("undo names a device's own last edit, redo its last undo; a new edit leaves no redo", () => {
    const targets = (steps: string, device = "A") => undoTargets(tell(steps)["A"] ?? [], device as never);
    expect(targets("A!")).toEqual({ undo: null, redo: null });
    expect(targets("A! A:a=1 A:b=1")).toEqual({ undo: "A:3", redo: null });
    expect(targets("A! A:a=1 A:b=1 A-")).toEqual({ undo: "A:2", redo: "A:4" });
    expect(targets("A! A:a=1 A:b=1 A- A-")).toEqual({ undo: null, redo: "A:5" });
    expect(targets("A! A:a=1 A:b=1 A- A- A+")).toEqual({ undo: "A:2", redo: "A:4" });
    expect(targets("A! A:a=1 A- A:b=1")).toEqual({ undo: "A:4", redo: null });
    expect(targets("A! A>B A:a=1 B:b=2 A<>B", "B")).toEqual({ undo: "B:1", redo: null });
    expect(targets("A! A:a=1", "B")).toEqual({ undo: null, redo: null });
  });

  test("that there is an assessment and that a report was signed cannot be undone, even by an event that says so", () => {
    const { A = [] } = tell("A! A^");
    expect(undoTargets(A, "A" as never)).toEqual({ undo: null, redo: null });
    const body = (target: string) => ({ kind: "event-undone", target: target as never }) as const;
    const journal = [...A, claimed("B", 1, ["A:2"], body("A:1")), claimed("C", 1, ["A:2"], body("A:2"))];
    const projection = projectAssessment(journal);
    expect(projection?.assessment.system.name).toBe("S");
    expect(projection?.assessment.attestations).toHaveLength(1);
  });

  test("an undo of nothing, of itself or of what comes later changes nothing", () => {
    const body = (target: string) => ({ kind: "event-undone", target: target as never }) as const;
    const base = claimed("A", 1, [], created());
    const journal = [base, claimed("B", 1, ["A:1"], body("Z:9")), claimed("C", 1, ["A:1"], body("C:1"))];
    expect(projectAssessment(journal)?.assessment).toEqual(projectAssessment([base])?.assessment);
    expect(undoTargets(journal, "C" as never)).toEqual({ undo: null, redo: "C:1" });
  });
});
