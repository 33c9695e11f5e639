import { describe, expect, test } from "vitest";
import { answerTo, type ChecklistId, type QuestionId } from "#domain";
import { prepareProposals, proposalState, proposeAnswers } from "#scoring";
import type { Session } from "#workbench";
import { tell } from "../../bench/measure.ts";
import { altai, applicable, begin, checklists, crosswalk, level, library, openTab, questionsOf, until } from "./make-workbench.ts";

const core = "common-core" as ChecklistId;
const nist = "nist-ai-rmf" as ChecklistId;
const iso = "iso-42001" as ChecklistId;

/** The common core and lists that it speaks for, the core answered at level `said` throughout. */
async function answeredCore(said: string, chosen: readonly ChecklistId[] = [core, altai, nist, iso]): Promise<Session> {
  const session = await begin(openTab(), { checklists: chosen });
  session.answerAll(applicable(session, core).map((question) => ({ checklist: core, question, answer: level(said) })));
  session.proposals.all();
  await until(() => session.proposals.all().length > 0, "nothing is proposed");
  return session;
}

const told = (session: Session) => JSON.stringify(session.result());

describe("[S17] proposals in an open assessment", () => {
  test("the bundled crosswalk lets the common core propose levels in lists that it covers, and moves no score by that", async () => {
    const session = await begin(openTab(), { checklists: [core, altai, nist, iso] });
    const others = () => JSON.stringify(session.result().checklists.filter((one) => one.id !== core));
    const before = others();
    session.answerAll(applicable(session, core).map((question) => ({ checklist: core, question, answer: level("3") })));
    await until(() => session.proposals.all().length > 0);
    const proposals = session.proposals.all();
    expect(proposals.length).toBeGreaterThanOrEqual(15);
    expect(new Set(proposals.map((one) => one.level))).toEqual(new Set(["3"]));
    session.proposals.preview(proposals, { evidence: true });
    expect(others()).toBe(before);
    expect(session.assessment().answers[altai]).toBeUndefined();
  });

  test("accepting all is one change: the preview comes true, nothing is left to propose, and one undo gives the same bytes", async () => {
    const session = await answeredCore("2");
    const before = told(session);
    const proposals = session.proposals.all();
    const promised = JSON.stringify(session.proposals.preview(proposals, { evidence: true }));
    const events = session.journal().length;
    expect(session.proposals.accept(proposals, { evidence: true })).toBe(proposals.length);
    expect(session.journal()).toHaveLength(events + proposals.length);
    expect(told(session)).toBe(promised);
    expect(promised).not.toBe(before);
    expect(session.proposals.all()).toEqual([]);
    session.undo();
    expect(told(session)).toBe(before);
    expect(session.proposals.all()).toEqual(proposals);
    session.redo();
    expect(told(session)).toBe(promised);
  });

  test("each accepted answer names its source and who accepted it, and says nothing more", async () => {
    const session = await answeredCore("3");
    const [proposal] = session.proposals.all();
    session.proposals.accept([proposal!], { evidence: true });
    const answer = answerTo(session.assessment(), proposal!.checklist, proposal!.question);
    const { checklist, question, relation, basis } = proposal!.sources[0];
    expect(answer).toEqual({ level: "3", source: { checklist, question, relation, basis }, by: "Mei", at: expect.any(String) });
  });

  test("evidence of the source is linked when asked, but for what is withdrawn", async () => {
    const session = await answeredCore("3");
    for (const [id, withdrawn] of [["e1", false], ["e2", true]] as const) session.recordEvidence({ id: id as never, kind: "statement", name: id, withdrawn });
    const [proposal] = session.proposals.all();
    const { checklist, question } = proposal!.sources[0];
    session.answer(checklist, question, level("3", { evidence: ["e1", "e2"] as never }));
    const linked = () => answerTo(session.assessment(), proposal!.checklist, proposal!.question)?.evidence;
    expect(session.proposals.evidence(proposal!.checklist, proposal!.question).map((one) => one.evidence)).toEqual(["e1"]);
    session.proposals.accept(session.proposals.all().slice(0, 1), { evidence: false });
    expect(linked()).toBeUndefined();
    session.undo();
    session.proposals.accept(session.proposals.all().slice(0, 1), { evidence: true });
    expect(linked()).toEqual(["e1"]);
  });

  test("what changed since it was shown is left alone", async () => {
    const session = await answeredCore("3");
    const shown = session.proposals.all();
    const { checklist, question } = shown[0]!.sources[0];
    session.answer(checklist, question, level("1"));
    const same = shown.filter((one) => one.sources.every((source) => source.checklist !== checklist || source.question !== question));
    expect(session.proposals.accept(shown, { evidence: true })).toBe(same.length);
    expect(answerTo(session.assessment(), shown[0]!.checklist, shown[0]!.question)).toBeUndefined();
  });

  test("nothing is loaded or computed before somebody looks", async () => {
    let loads = 0;
    const session = await begin(openTab(undefined, { library: { ...library, crosswalk: async () => ((loads += 1), crosswalk) } }));
    session.answer(altai, applicable(session, altai)[0] as QuestionId, level("3"));
    expect(loads).toBe(0);
    session.proposals.all();
    expect(loads).toBe(1);
  });
});

describe(`${checklists.length} checklists against ${crosswalk.mappings.length} relations`, () => {
  const all = checklists.map((one) => one.checklist);
  const ids = all.map((one) => one.id);

  test("every proposal is found anew within a frame", { timeout: 60_000 }, async () => {
    const session = await answeredCore("2", ids);
    const rules = prepareProposals(crosswalk, all);
    const times = timesOf("proposals found anew", () => {
      expect(proposeAnswers(rules, proposalState(session.assessment(), session.result())).length).toBeGreaterThan(0);
    });
    tell("proposals prepared, once for the lists chosen", "ms", Array.from({ length: 5 }, () => clock(() => prepareProposals(crosswalk, all))));
    expect(times).toBeLessThan(frame);
  });

  test("from an answer to fresh figures and proposals is no more than a frame, everything of it counted", { timeout: 60_000 }, async () => {
    const session = await answeredCore("2", ids);
    const questions = questionsOf(core);
    const times = timesOf("answer to fresh figures and proposals", (step) => {
      session.answer(core, questions[(step * 7) % questions.length] as QuestionId, level(String(step % 5)));
      session.result();
      expect(session.proposals.all().length).toBeGreaterThan(0);
    });
    expect(times).toBeLessThan(frame);
  });
});

/** in milliseconds, of 60 a second */
const frame = 1000 / 60;

function clock(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/** The median of 100 runs in milliseconds, after 20 that do not count. */
function timesOf(figure: string, work: (step: number) => void): number {
  const times = Array.from({ length: 120 }, (_, step) => clock(() => work(step))).slice(20);
  tell(`${figure}, ${checklists.length} checklists, ${crosswalk.mappings.length} relations`, "ms", times);
  return times.toSorted((a, b) => a - b)[times.length / 2] ?? Number.NaN;
}
