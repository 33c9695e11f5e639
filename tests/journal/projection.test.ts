import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEvent, type Assessment, type AssessmentEvent } from "#domain";
import { projectAssessment, type Journal } from "#journal";
import { soloSteps } from "./histories.ts";
import { claimed, created, shown, tell } from "./notation.ts";

const told = (journal: Journal) => projectAssessment(journal)?.assessment ?? null;
const stepByStep = (events: readonly AssessmentEvent[]) => events.reduce<Assessment | null>(applyEvent, null);

/** What one person would expect of undo and redo: a pile of edits that stand and a pile of those taken back. */
function standing(journal: Journal): readonly AssessmentEvent[] {
  const done: AssessmentEvent[] = [];
  const undone: AssessmentEvent[] = [];
  const undos = new Set<string>();
  for (const event of journal) {
    if (event.kind === "event-undone" && undos.has(event.target)) done.push(undone.pop() as AssessmentEvent);
    else if (event.kind === "event-undone") {
      undos.add(event.id);
      const last = done.findLastIndex((one) => one.kind !== "report-signed" && one.kind !== "assessment-created");
      undone.push(...done.splice(last, 1));
    } else {
      done.push(event);
      if (event.kind !== "report-signed") undone.length = 0;
    }
  }
  return done;
}

/** Evidence and attestations in any order; keys carry no meaning. */
const meaning = (assessment: Assessment | null) =>
  assessment && { ...assessment, evidence: assessment.evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1)), answers: { c: {}, ...assessment.answers } };

describe("the state that a journal tells", () => {
  test("for one device is what applying its events one after another gives", () => {
    fc.assert(
      fc.property(soloSteps, (steps) => {
        const { A = [] } = tell(steps.filter((step) => step !== "A-" && step !== "A+").join(" "));
        expect(meaning(told(A))).toEqual(meaning(stepByStep(A)));
      }),
    );
  });

  test("with undo and redo is what applying the edits that stand gives", () => {
    fc.assert(
      fc.property(soloSteps, (steps) => {
        const { A = [] } = tell(steps.join(" "));
        expect(meaning(told(A))).toEqual(meaning(stepByStep(standing(A))));
      }),
      { numRuns: 300 },
    );
  });

  test("of every beginning of a history is the state at that time", () => {
    fc.assert(
      fc.property(soloSteps, (steps) => {
        const { A = [] } = tell(steps.join(" "));
        for (const length of A.keys()) expect(meaning(told(A.slice(0, length)))).toEqual(meaning(stepByStep(standing(A.slice(0, length)))));
      }),
      { numRuns: 50 },
    );
  });

  test("is as whole as can be where an event was lost: a device's later word still stands over its earlier", () => {
    const { A = [] } = tell("A! A:a=1 A:b=1 A:a=2 A:c=1");
    expect(shown(A.filter((event) => event.id !== "A:3"))).toBe("a=2 c=1");
  });

  test("of no events is nothing", () => {
    expect(projectAssessment([])).toBeNull();
  });

  test("names who answered and when, from the event, unless the answer brings its own", () => {
    const answer = { level: "1" as never, by: "elsewhere", at: "2020-01-01T00:00:00.000Z" };
    const body = (question: string, own: boolean) =>
      ({ kind: "question-answered", checklist: "c" as never, question: question as never, answer: own ? answer : { level: "1" as never } }) as const;
    const journal = [claimed("A", 1, [], created()), claimed("A", 2, ["A:1"], body("a", false)), claimed("A", 3, ["A:2"], body("b", true))];
    expect(told(journal)?.answers).toEqual({
      c: { a: { level: "1", by: "x", at: "2026-11-21T09:00:00.000Z" }, b: { level: "1", by: "elsewhere", at: "2020-01-01T00:00:00.000Z" } },
    });
  });

  test("keeps evidence in the order in which it was first recorded, each with its last word", () => {
    const { A = [] } = tell("A! A#e=1 A#f=1 A#e=2 A#g=1");
    expect(told(A)?.evidence.map((one) => [one.id, one.name])).toEqual([["e", "2"], ["f", "1"], ["g", "1"]]);
  });

  test("takes ids that every object inherits for ids like any other", () => {
    const odd = ["__proto__", "constructor", "hasOwnProperty"];
    const journal = odd.reduce<Journal>(
      (sum, name, index) => [...sum, claimed("A", index + 2, [`A:${index + 1}`], { kind: "question-answered", checklist: name as never, question: name as never, answer: { level: "1" as never } })],
      [claimed("A", 1, [], created())],
    );
    const answers = told(journal)?.answers ?? {};
    expect(Object.keys(answers)).toEqual(odd);
    for (const name of odd) expect(Object.keys(Object.getOwnPropertyDescriptor(answers, name)?.value as object)).toEqual([name]);
    expect(Object.getPrototypeOf({})).not.toHaveProperty("level");
  });
});
