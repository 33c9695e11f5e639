import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptProposal, answerTo, scaleOf, placeQuestions, type Assessment, type Checklist, type Crosswalk } from "#domain";
import { prepareProposals, proposalState, proposeAnswers, scoreAssessment } from "#scoring";
import { assessmentOf, crosswalkOf, listsOf } from "./proposal-notation.ts";

const lists = listsOf({
  a: "# A\na1\na2\n## AA\na3 scale=duty\na4 tags=generative",
  b: "# B\nb1\nb2 w3 knockout\n# B2\nb3 scale=duty\nb4 t1",
  c: "# C\nc1\nc2 t.5\nc3\nc4",
});
const ends = ["a/a1", "a/a2", "a/a3", "a/a4", "a/A", "a/AA", "b/b1", "b/b2", "b/b3", "b/b4", "b/B", "c/c1", "c/c2", "c/c3", "c/c4"];
const questions = ends.filter((one) => /\d$/.test(one));

const end = fc.constantFrom(...ends);
const relation = fc.constantFrom("equal", "equal", "superset", "superset", "subset", "intersects");
const mappings = fc.array(
  fc.tuple(end, relation, end, fc.constantFrom("", " published")).map(([from, said, to, basis]) => `${from} ${said} ${to}${basis}`),
  { minLength: 6, maxLength: 24 },
);
const saying = fc.oneof(fc.constantFrom("0", "1", "2", "2+e1", "1+e1+e2"), fc.constantFrom("na", "na/none", "+e1"));
const answers = fc.uniqueArray(fc.tuple(fc.constantFrom(...questions), saying), { selector: ([place]) => place, maxLength: 10 });
const worlds = fc.record({ mappings, answers, tags: fc.constantFrom([], ["generative"]) }).map(({ mappings: lines, answers: given, tags }) => ({
  crosswalk: crosswalkOf(lines),
  told: assessmentOf({
    lists: { a: "", b: "", c: "" },
    mappings: [],
    said: given.map(([place, said]) => `${place}:${said}`).join(" "),
    evidence: "e1 e2:withdrawn",
    profile: { tags },
  }),
}));

const propose = (crosswalk: Crosswalk, told: Assessment, among: readonly Checklist[] = lists) =>
  proposeAnswers(prepareProposals(crosswalk, among), proposalState(told, scoreAssessment(among, told)));

const valueOf = (checklist: string, question: string, level: string) => {
  const list = lists.find((one) => one.id === checklist)!;
  const placed = placeQuestions(list.sections).find((one) => one.question.id === question)!;
  return scaleOf(list, placed.question).levels.find((one) => one.id === level)!.value;
};

function acceptAll(told: Assessment, proposals: ReturnType<typeof propose>): Assessment {
  const next = { ...told.answers } as Record<string, Record<string, unknown>>;
  for (const one of proposals) {
    next[one.checklist] = { ...next[one.checklist], [one.question]: acceptProposal(answerTo(told, one.checklist, one.question), one, []) };
  }
  return { ...told, answers: next as unknown as Assessment["answers"] };
}

describe("[S17] the laws of proposals", () => {
  test("worlds do hold proposals, single and of several sources", () => {
    const counts = fc.sample(worlds, 200).map(({ crosswalk, told }) => propose(crosswalk, told));
    expect(counts.filter((one) => one.length > 0).length).toBeGreaterThan(50);
    expect(counts.some((one) => one.some((proposal) => proposal.sources.length > 1))).toBe(true);
  });

  test("no proposal is worth more than any of its sources said", () => {
    fc.assert(
      fc.property(worlds, ({ crosswalk, told }) => {
        for (const { checklist, question, level, sources } of propose(crosswalk, told)) {
          const worth = valueOf(checklist, question, level);
          for (const source of sources) {
            const said = answerTo(told, source.checklist, source.question)?.level;
            expect(said).toBeDefined();
            expect(worth).toBeLessThanOrEqual(valueOf(source.checklist, source.question, said!));
          }
        }
      }),
    );
  });

  test("the order of mappings, of answers and of checklists changes nothing", () => {
    const bare = (proposals: ReturnType<typeof propose>) =>
      proposals
        .map(({ checklist, question, level, sources }) => JSON.stringify([checklist, question, level, sources.map((one) => [one.checklist, one.question, one.relation, one.basis])]))
        .toSorted();
    const turned = (told: Assessment): Assessment => ({
      ...told,
      answers: Object.fromEntries(
        Object.entries(told.answers).toReversed().map(([list, given]) => [list, Object.fromEntries(Object.entries(given).toReversed())]),
      ),
    });
    fc.assert(
      fc.property(worlds, ({ crosswalk, told }) => {
        const other = { ...crosswalk, mappings: crosswalk.mappings.toReversed() };
        expect(bare(propose(other, turned(told), lists.toReversed()))).toEqual(bare(propose(crosswalk, told)));
      }),
    );
  });

  test("accepting all leaves nothing to propose: a chain of lists hands no answer on", () => {
    fc.assert(
      fc.property(worlds, ({ crosswalk, told }) => {
        expect(propose(crosswalk, acceptAll(told, propose(crosswalk, told)))).toEqual([]);
      }),
    );
  });

  test("accepting keeps every interval within the one before, and no answer given before is touched", () => {
    fc.assert(
      fc.property(worlds, ({ crosswalk, told }) => {
        const after = acceptAll(told, propose(crosswalk, told));
        const [one, other] = [scoreAssessment(lists, told), scoreAssessment(lists, after)];
        one.checklists.forEach((before, index) => {
          const now = other.checklists[index]!.total;
          expect(now.low ?? 0).toBeGreaterThanOrEqual((before.total.low ?? 0) - 1e-9);
          expect(now.high ?? 0).toBeLessThanOrEqual((before.total.high ?? 0) + 1e-9);
          expect(now.evidenced ?? 0).toBeGreaterThanOrEqual((before.total.evidenced ?? 0) - 1e-9);
        });
        for (const [list, given] of Object.entries(told.answers)) {
          for (const [question, answer] of Object.entries(given)) {
            if (answer.level !== undefined || answer.notApplicable) expect(after.answers[list as never]?.[question as never]).toBe(answer);
          }
        }
      }),
    );
  });
});
