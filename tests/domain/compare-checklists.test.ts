import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  acceptEarlier,
  carryAnswers,
  compareChecklists,
  isUnchanged,
  placeQuestions,
  type Answer,
  type Checklist,
  type ChecklistId,
  type EvidenceId,
  type LevelId,
  type LocalText,
  type Question,
  type QuestionComparison,
  type QuestionId,
  type ScaleId,
  type Section,
  type SectionId,
} from "#domain";
import { craneQuestion as q, pinnedCrane } from "../fixtures/crane/crane.ts";

const [first, second] = [pinnedCrane("1.0.0"), pinnedCrane("2.0.0")];
const crane = compareChecklists(first.checklist, second.checklist);
const of = (id: string) => crane.questions.find((one) => one.id === q(id));
const ref = { id: first.checklist.id, version: "1.0.0", digest: first.digest };
const versions = { before: first.checklist, after: second.checklist, ref };

describe("two versions of a checklist", () => {
  test("a question in other words says which part differs and shows both, in both languages", () => {
    expect(of("1.a")).toMatchObject({
      kind: "kept",
      reworded: [
        {
          part: "text",
          before: { en: "Can the operator stop the crane at any moment?", "zh-TW": "操作人員能否隨時停止起重機？" },
          after: { en: "Can the operator and the foreman stop the crane at any moment?" },
        },
      ],
      changes: [],
      moved: null,
    });
  });

  test("weight and obligation show what they were and are; the order of phases is no difference", () => {
    expect(of("1.b")).toMatchObject({
      kind: "kept",
      reworded: [],
      changes: [
        { what: "weight", before: 2, after: 3 },
        { what: "obligation", before: "should", after: "must" },
      ],
    });
  });

  test("a question in another section is moved and nothing else", () => {
    expect(of("1.c")).toMatchObject({ kind: "kept", moved: { before: "PC-1", after: "PC-2" }, reworded: [], changes: [] });
  });

  test("a split names its parts, and each part what it came from", () => {
    expect(of("2.a")).toMatchObject({ kind: "removed", replacedBy: ["PC-2.d", "PC-2.e"] });
    expect([of("2.d"), of("2.e")]).toMatchObject([{ kind: "new", replaces: ["PC-2.a"] }, { kind: "new", replaces: ["PC-2.a"] }]);
  });

  test("what is gone without a successor is removed, what comes from nothing is new", () => {
    expect(of("2.b")).toMatchObject({ kind: "removed", replacedBy: [] });
    expect(of("2.f")).toMatchObject({ kind: "new", replaces: [] });
  });

  test("a scale says which level has another value, which is gone and which is new", () => {
    expect(crane.scales.map(({ scale, kind, levels }) => [scale, kind, levels.map((one) => [one.level, one.before?.value, one.after?.value])])).toEqual([
      ["practice", "changed", [["1", 0.5, 0.4]]],
      ["rehearsal", "changed", [["lately", undefined, 0.6], ["once", 0.6, undefined]]],
    ]);
  });

  test("target and scope count where they reach the question, from the sections above too [S2, S4]", () => {
    const [section, ...others] = first.checklist.sections;
    const stricter: Checklist = { ...first.checklist, sections: [{ ...section!, target: 0.9, appliesWhen: { tier: ["high"] } }, ...others] };
    const compared = compareChecklists(first.checklist, stricter).questions;
    expect(compared.map((one) => [one.id, one.kind === "kept" ? one.changes.map(({ what, after }) => [what, after]) : null])).toEqual(
      placeQuestions(first.checklist.sections).map(({ question, sections }) => [
        question.id,
        sections[0] === section ? [["target", 0.9], ["scope", [{ tier: ["high"] }]]] : [],
      ]),
    );
  });

  test("a merger replaces several; a replaced id that is unknown or still asked is passed over", () => {
    const merged = withQuestions(second.checklist, (question) =>
      question.id === q("2.d") ? { ...question, replaces: [q("2.a"), q("2.b"), q("1.a"), "PC-9" as QuestionId] } : question,
    );
    const compared = compareChecklists(first.checklist, merged).questions;
    expect(compared.find((one) => one.id === q("2.d"))).toMatchObject({ replaces: ["PC-2.a", "PC-2.b"] });
    expect(compared.find((one) => one.id === q("2.b"))).toMatchObject({ kind: "removed", replacedBy: ["PC-2.d"] });
  });
});

describe("answers under a later version", () => {
  const said = (level: string): Answer => ({ level: level as LevelId, note: "seen", by: "Mei", at: "2026-11-01T09:00:00.000Z" });
  const answers = { [q("1.a")]: said("2"), [q("1.b")]: said("1"), [q("1.c")]: said("2"), [q("2.a")]: said("2"), [q("2.b")]: said("0"), [q("2.c")]: said("once") };
  const fates = (given: Record<string, Answer>) => Object.fromEntries(carryAnswers(crane, versions, given).map((one) => [one.question, one.fate]));

  test("each has a fate of its own", () => {
    expect(fates(answers)).toEqual({
      "PC-1.a": "to-confirm",
      "PC-1.b": "carried",
      "PC-1.c": "carried",
      "PC-2.a": "proposed",
      "PC-2.b": "kept-to-read",
      "PC-2.c": "level-gone",
    });
  });

  test("each keeps every word, its author and its moment; all but the carried name the version they were given to", () => {
    for (const { question, fate, answer } of carryAnswers(crane, versions, answers)) {
      expect(answer).toEqual(fate === "carried" ? answers[question] : { ...answers[question], saidOf: ref });
    }
  });

  test("one that was given to a still earlier wording goes on naming that", () => {
    const earlier = { id: first.checklist.id, version: "0.9.0" };
    const [carried] = carryAnswers(crane, versions, { [q("1.a")]: { ...said("2"), saidOf: earlier } });
    expect(carried?.answer.saidOf).toEqual(earlier);
  });

  test("a note alone has nothing to confirm; a reason for not applicable does", () => {
    expect(fates({ [q("1.a")]: { note: "ask the foreman" } })).toEqual({ "PC-1.a": "carried" });
    expect(fates({ [q("1.a")]: { notApplicable: true, justification: "no crane" } })).toEqual({ "PC-1.a": "to-confirm" });
  });

  test("a level in other words is confirmed by those who chose it, and by nobody else", () => {
    const reworded: Checklist = {
      ...first.checklist,
      scales: [{ ...first.checklist.scales[0], levels: first.checklist.scales[0].levels.map((level) => (level.id === "2" ? { ...level, meaning: { en: "New", "zh-TW": "新" } } : level)) }, ...first.checklist.scales.slice(1)],
    };
    const carried = carryAnswers(compareChecklists(first.checklist, reworded), { ...versions, after: reworded }, { [q("1.a")]: said("2"), [q("1.b")]: said("1") });
    expect(carried.map((one) => one.fate)).toEqual(["to-confirm", "carried"]);
  });
});

/** Small checklists over few ids, so that two of them share, lose, gain, move and reword questions. */
const words: fc.Arbitrary<LocalText> = fc.constantFrom("a", "b").map((text) => ({ en: text, "zh-TW": text }));
const anyQuestion = fc.record({
  ref: fc.constantFrom("1", "2"),
  text: words,
  help: words,
  evidence: fc.array(words, { minLength: 0, maxLength: 3 }),
  phases: fc.subarray(["plan-design", "retire"] as const, { minLength: 1 }),
  weight: fc.constantFrom(1, 2, 3),
  obligation: fc.constantFrom("must", "may"),
  scale: fc.constantFrom("s", "t", "unknown"),
  replaces: fc.array(fc.constantFrom("q0", "q1", "q2", "q3", "elsewhere"), { minLength: 1, maxLength: 2 }),
}) as unknown as fc.Arbitrary<Question>;
const anyChecklist: fc.Arbitrary<Checklist> = fc
  .tuple(fc.uniqueArray(fc.nat(5), { maxLength: 5 }), fc.array(anyQuestion, { minLength: 5, maxLength: 5 }), fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), fc.subarray(["0", "1", "2"], { minLength: 2 }))
  .map(([ids, bodies, homes, levels]) => {
    const questions = ids.map((id, place) => ({ home: homes[place], question: { ...bodies[place]!, id: `q${id}` as QuestionId } }));
    const sections = [0, 1, 2].map((home): Section => ({
      id: `s${home}` as SectionId,
      ref: "",
      title: { en: "", "zh-TW": "" },
      questions: questions.filter((one) => one.home === home).map((one) => one.question),
    }));
    const scale = (id: string) => ({ id: id as ScaleId, levels: levels.map((level, place) => ({ id: level as LevelId, value: place / 2, label: { en: level, "zh-TW": level }, meaning: { en: "", "zh-TW": "" } })) });
    return { ...first.checklist, scales: [scale("s"), scale("t")], sections };
  });

describe("accepting the answer to a question that is replaced", () => {
  const given: Answer = {
    level: "2" as LevelId,
    note: "as before",
    evidence: ["e1" as EvidenceId],
    source: { checklist: "core" as ChecklistId, question: "C-1" as QuestionId, relation: "superset", basis: "published" },
    saidOf: ref,
    by: "Mei",
    at: "2026-11-21T09:00:00.000Z",
  };

  test("gives what was said there to the question asked now, and keeps the note and evidence that are here", () => {
    const here: Answer = { note: "looked at", evidence: ["e1" as EvidenceId, "e2" as EvidenceId] };
    expect(acceptEarlier(here, given)).toMatchObject({ level: "2", note: "looked at\nas before", evidence: ["e1", "e2"] });
    expect(acceptEarlier(undefined, { notApplicable: true, justification: "no crane" })).toEqual({ notApplicable: true, justification: "no crane" });
  });

  test("[S17] goes on naming the source of a level that was taken over, as a judgement since nobody published it of this question", () => {
    expect(acceptEarlier(undefined, given).source).toEqual({ ...given.source, basis: "judgement" });
    const { level: _level, ...rest } = given;
    expect(acceptEarlier(undefined, rest)).toEqual({ note: "as before", evidence: ["e1"] });
  });
});

describe("the laws of comparing", () => {
  const idsOf = (one: Checklist) => placeQuestions(one.sections).map(({ question }) => question.id);

  test("every question of either version has one entry, whatever the versions", () => {
    fc.assert(
      fc.property(anyChecklist, anyChecklist, (a, b) => {
        const { questions } = compareChecklists(a, b);
        expect(questions.map((one) => one.id).toSorted()).toEqual([...new Set([...idsOf(a), ...idsOf(b)])].toSorted());
        for (const one of questions) expect(one.kind).toBe(idsOf(b).includes(one.id) ? (idsOf(a).includes(one.id) ? "kept" : "new") : "removed");
      }),
    );
  });

  test("a checklist does not differ from itself", () => {
    fc.assert(
      fc.property(anyChecklist, (one) => {
        const { questions, scales } = compareChecklists(one, one);
        expect([questions.every(isUnchanged), scales]).toEqual([true, []]);
      }),
    );
  });

  test("the order in which a file lists its sections, questions and scales is no difference", () => {
    fc.assert(
      fc.property(anyChecklist, anyChecklist, (a, b) => {
        expect(bySorted(compareChecklists(a, turned(b)).questions)).toEqual(bySorted(compareChecklists(a, b).questions));
        expect(bySorted(compareChecklists(turned(a), b).questions)).toEqual(bySorted(compareChecklists(a, b).questions));
      }),
    );
  });

  test("what replaces and what is replaced say the same, and name only what is gone and what is new", () => {
    fc.assert(
      fc.property(anyChecklist, anyChecklist, (a, b) => {
        const { questions } = compareChecklists(a, b);
        const said = questions.flatMap((one) => (one.kind === "new" ? one.replaces.map((old) => `${old}>${one.id}`) : []));
        const heard = questions.flatMap((one) => (one.kind === "removed" ? one.replacedBy.map((id) => `${one.id}>${id}`) : []));
        expect(said.toSorted()).toEqual(heard.toSorted());
      }),
    );
  });

  test("an answer is carried only where its level is still one, and none is lost or altered", () => {
    fc.assert(
      fc.property(anyChecklist, anyChecklist, fc.constantFrom("0", "1", "2"), (a, b, level) => {
        const answers = Object.fromEntries(idsOf(a).map((id) => [id, { level: level as LevelId, note: id }]));
        const carried = carryAnswers(compareChecklists(a, b), { before: a, after: b, ref }, answers);
        expect(carried.map((one) => one.question).toSorted()).toEqual(idsOf(a).toSorted());
        const isLevel = (one: Checklist) => one.scales[0].levels.some((known) => known.id === level);
        for (const { question, fate, answer } of carried) {
          expect(answer).toMatchObject(answers[question]!);
          if (idsOf(b).includes(question) && isLevel(a)) expect(fate === "level-gone").toBe(!isLevel(b));
        }
      }),
    );
  });

  function turned(one: Checklist): Checklist {
    const sections = one.sections.toReversed().map((section) => ({ ...section, questions: (section.questions ?? []).toReversed() }));
    // The first scale is the default, so it stays first.
    return { ...one, sections, scales: [one.scales[0], ...one.scales.slice(1).toReversed()] };
  }

  /** Without the sections that a question stands in, which hold its siblings in their order. */
  function bySorted(questions: readonly QuestionComparison[]): readonly string[] {
    return questions
      .map((one) => JSON.stringify(one, (key, value: unknown) => (key === "sections" ? undefined : key === "replacedBy" ? (value as string[]).toSorted() : value)))
      .toSorted();
  }
});

function withQuestions(checklist: Checklist, change: (question: Question) => Question): Checklist {
  const within = (section: Section): Section => ({ ...section, questions: (section.questions ?? []).map(change) });
  return { ...checklist, sections: checklist.sections.map(within) };
}
