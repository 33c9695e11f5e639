import { describe, expect, test } from "vitest";
import type { AssessmentEvent, AssessmentId, QuestionId } from "#domain";
import { headsOf, verifyJournal } from "#journal";
import type { ImportPlan, LiveWorkbench, Session } from "#workbench";
import { altai, applicable, basicAct, begin, level, openTab, until, type TestTab } from "./make-workbench.ts";

async function planOf(workbench: LiveWorkbench, bytes: Uint8Array): Promise<ImportPlan> {
  const plan = await workbench.readAssessment(bytes);
  if (!plan.ok) throw new Error(plan.problems.map((one) => one.message).join("\n"));
  return plan.value;
}

const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));
const fileOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

/** Changes an exported file behind the back of its journal, or the journal itself, and says what became of it. */
async function problemsOf(bytes: Uint8Array, change: (file: Record<string, never>) => void, tab: TestTab = openTab()) {
  const file = fileOf(bytes);
  change(file);
  const read = await tab.workbench.readAssessment(bytesOf(file));
  expect(await (await tab.storage).listMeta()).toEqual([]);
  return read.ok ? [] : read.problems.map((one) => one.code);
}

async function answered(tab: TestTab): Promise<{ readonly session: Session; readonly questions: readonly QuestionId[] }> {
  const session = await begin(tab);
  const questions = applicable(session, altai);
  session.recordEvidence({ id: "ev1" as never, kind: "link", name: "Wiki", url: "https://example.org/", expires: null });
  for (const [index, question] of questions.slice(0, 8).entries()) session.answer(altai, question, level(String(index % 5), { evidence: ["ev1" as never] }));
  session.answer(altai, questions[0] as QuestionId, null);
  session.undo();
  return { session, questions };
}

const handWritten = {
  format: "assay-assessment/1",
  id: "by-hand",
  system: { name: "Loan scoring", purpose: "Scores applications" },
  assessedAt: "2026-11-21",
  profile: { tier: "high", role: ["deployer"] },
  checklists: [{ id: basicAct, version: "1.0.0" }],
  answers: { [basicAct]: {} as Record<string, object> },
  evidence: [{ id: "e1", kind: "statement", name: "Said so" }],
};

describe("a file that is handed over", () => {
  test("gives the same journal, heads and figures in an empty browser", async () => {
    const tab = openTab();
    const { session } = await answered(tab);
    const file = await tab.workbench.exportAssessment(session.id);
    expect(file).toMatchObject({ name: "海關X光 Customs X-ray.assay.json", mediaType: "application/json" });
    await until(() => tab.workbench.assessments()?.[0]?.exportedEvents === session.journal().length);

    const other = openTab();
    const plan = await planOf(other.workbench, file.bytes);
    expect(plan).toMatchObject({ id: session.id, answers: 8, events: session.journal().length, joins: null, differences: [] });
    expect(await (await other.storage).listMeta()).toEqual([]);
    const there = await other.workbench.open(await plan.confirm());
    expect(there.journal()).toEqual(session.journal());
    expect(headsOf(there.journal())).toEqual(headsOf(session.journal()));
    expect([there.assessment(), there.result()]).toEqual([session.assessment(), session.result()]);
    expect((await other.workbench.exportAssessment(session.id)).bytes).toEqual(file.bytes);
  });

  test("adds nothing when it is opened twice", async () => {
    const tab = openTab();
    const { session } = await answered(tab);
    const plan = await planOf(tab.workbench, (await tab.workbench.exportAssessment(session.id)).bytes);
    expect(plan.joins).toEqual({ newEvents: 0, conflicts: 0 });
    await plan.confirm();
    expect(await (await tab.storage).readEvents(session.id)).toEqual(session.journal());
  });

  test("is refused, and nothing stored, when its plain part does not say what its journal says", async () => {
    const tab = openTab();
    const { session, questions } = await answered(tab);
    const { bytes } = await tab.workbench.exportAssessment(session.id);
    const changes: readonly ((file: never) => void)[] = [
      (file: { answers: Record<string, Record<string, { level: string }>> }) => void (file.answers[altai]![questions[1]!]!.level = "4"),
      (file: { answers: Record<string, object> }) => void (file.answers[basicAct] = { [questions[0]!]: { level: "4" } }),
      (file: { system: { name: string } }) => void (file.system.name = "Another"),
      (file: { profile: object }) => void (file.profile = { tier: "minimal" }),
      (file: { assessedAt: string }) => void (file.assessedAt = "2020-01-01"),
      (file: { evidence: object[] }) => void (file.evidence = []),
      (file: { checklists: object[] }) => void file.checklists.pop(),
      (file: { attestations: object[] }) =>
        void (file.attestations = [
          { digest: `sha256-${"a".repeat(64)}`, template: "t", language: "en", signer: "Nobody", fingerprint: "f", heads: [], at: "2026-11-21T09:00:00.000Z" },
        ]),
    ];
    for (const change of changes) expect(await problemsOf(bytes, change as never)).toEqual(["journal-disagrees"]);
    expect(await problemsOf(bytes, () => undefined)).toEqual([]);
  });

  test("is refused when its journal was altered or shortened", async () => {
    const tab = openTab();
    const { session } = await answered(tab);
    const { bytes } = await tab.workbench.exportAssessment(session.id);
    type File = { journal: (AssessmentEvent & { by: string })[] };
    expect(await problemsOf(bytes, ((file: File) => void (file.journal[3] = { ...file.journal[3]!, by: "Another" })) as never)).toContain("event-altered");
    expect(await problemsOf(bytes, ((file: File) => void file.journal.splice(4, 1)) as never)).toContain("event-missing");
    expect(await problemsOf(bytes, ((file: File) => void file.journal.pop()) as never)).toEqual(["journal-disagrees"]);
    expect(await problemsOf(bytes, ((file: { id: string }) => void (file.id = "another")) as never)).toContain("event-of-another-assessment");
  });
});

describe("two copies of one assessment", () => {
  async function copies() {
    const mine = openTab();
    const { session, questions } = await answered(mine);
    const theirs = openTab(undefined, { preferences: { read: (key) => (key === "person" ? "Lin" : null), write: () => undefined } });
    const plan = await planOf(theirs.workbench, (await mine.workbench.exportAssessment(session.id)).bytes);
    return { mine, session, questions, theirs, other: await theirs.workbench.open(await plan.confirm()) };
  }

  test("are joined: what both answered differently is listed, withheld, and settled by answering", async () => {
    const { mine, session, questions, theirs, other } = await copies();
    const [one, two, three] = questions as [QuestionId, QuestionId, QuestionId];
    session.answer(altai, one, level("4"));
    session.answer(altai, two, level("2"));
    other.answer(altai, one, level("2", { note: "Lin saw otherwise" }));
    other.answer(altai, three, level("0"));
    const low = session.result().checklists[0]?.total.low ?? 0;

    const plan = await planOf(mine.workbench, (await theirs.workbench.exportAssessment(session.id)).bytes);
    expect(plan.joins).toEqual({ newEvents: 2, conflicts: 1 });
    await plan.confirm();
    await until(() => session.conflicts().length === 1, "the open session did not follow the join");
    expect(session.conflicts()[0]?.question).toEqual({ checklist: altai, id: one });
    expect(session.conflicts()[0]?.events.map((event) => event.by).toSorted()).toEqual(["Lin", "Mei"]);
    expect(session.assessment().answers[altai]?.[one]).toBeUndefined();
    expect(session.assessment().answers[altai]).toMatchObject({ [two]: { level: "2" }, [three]: { level: "0", by: "Lin" } });
    expect(session.result().checklists[0]?.total.low).toBeLessThan(low);

    session.answer(altai, two, level("1"));
    expect(session.conflicts()).toHaveLength(1);
    session.answer(altai, one, level("4"));
    expect(session.conflicts()).toEqual([]);
    expect(session.assessment().answers[altai]?.[one]).toMatchObject({ level: "4", by: "Mei" });

    await (await planOf(theirs.workbench, (await mine.workbench.exportAssessment(session.id)).bytes)).confirm();
    await until(() => other.conflicts().length === 0 && other.assessment().answers[altai]?.[one]?.level === "4");
    expect(other.result()).toEqual(session.result());
  });

  test("a conflict is settled by taking the answer back, too", async () => {
    const { mine, session, questions, theirs, other } = await copies();
    const [one] = questions as [QuestionId];
    session.answer(altai, one, level("4"));
    other.answer(altai, one, level("2"));
    await (await planOf(mine.workbench, (await theirs.workbench.exportAssessment(session.id)).bytes)).confirm();
    await until(() => session.conflicts().length === 1);
    session.answer(altai, one, null);
    expect([session.conflicts(), session.assessment().answers[altai]?.[one]]).toEqual([[], undefined]);
    session.undo();
    expect(session.conflicts()).toHaveLength(1);
  });

  test("list a conflict about the system, and describing it settles that", async () => {
    const { mine, session, theirs, other } = await copies();
    session.describeSystem({ name: "Mine", purpose: "p" });
    other.describeSystem({ name: "Theirs", purpose: "p" });
    await (await planOf(mine.workbench, (await theirs.workbench.exportAssessment(session.id)).bytes)).confirm();
    await until(() => session.conflicts().length === 1);
    expect(session.conflicts()[0]).toMatchObject({ subject: "system", question: null });
    session.describeSystem({ ...session.assessment().system });
    expect(session.conflicts()).toEqual([]);
  });

  test("edits made between reading a file and confirming stay", async () => {
    const { mine, session, questions, theirs, other } = await copies();
    other.answer(altai, questions[2] as QuestionId, level("0"));
    const plan = await planOf(mine.workbench, (await theirs.workbench.exportAssessment(session.id)).bytes);
    session.answer(altai, questions[5] as QuestionId, level("0"));
    await until(() => session.saveState().kind === "saved");
    await plan.confirm();
    await until(() => session.assessment().answers[altai]?.[questions[2] as QuestionId]?.level === "0");
    expect(session.assessment().answers[altai]?.[questions[5] as QuestionId]?.level).toBe("0");
    expect(verifyJournal(await (await mine.storage).readEvents(session.id), session.id)).toEqual([]);
    await until(() => mine.workbench.assessments()?.[0]?.events === session.journal().length);
  });
});

describe("a file that was written by hand", () => {
  const questions = async () => {
    const session = await begin(openTab(), { checklists: [basicAct] });
    return applicable(session, basicAct) as [QuestionId, QuestionId, QuestionId];
  };
  const withAnswers = (answers: Record<string, object>) => bytesOf({ ...handWritten, answers: { [basicAct]: answers } });
  const id = handWritten.id as AssessmentId;

  test("keeps who gave each answer and when", async () => {
    const [one, two] = await questions();
    const tab = openTab();
    const bytes = withAnswers({ [one]: { level: "3", by: "Hsu", at: "2026-03-01" }, [two]: { level: "1", evidence: ["e1"] } });
    const session = await tab.workbench.open(await (await planOf(tab.workbench, bytes)).confirm());
    expect(session.assessment().answers[basicAct]?.[one]).toEqual({ level: "3", by: "Hsu", at: "2026-03-01T00:00:00.000Z" });
    expect(session.assessment().answers[basicAct]?.[two]).toMatchObject({ level: "1", evidence: ["e1"] });
    expect(session.assessment()).toMatchObject({ system: handWritten.system, profile: handWritten.profile, evidence: handWritten.evidence });
    expect([session.canUndo(), verifyJournal(session.journal(), id)]).toEqual([false, []]);
    session.answer(basicAct, one, level("3", { note: "seen" }));
    expect(session.assessment().answers[basicAct]?.[one]?.by).toBe("Mei");
  });

  test("keeps answers to a checklist that it does not name", async () => {
    const tab = openTab();
    const bytes = bytesOf({ ...handWritten, answers: { "own-list": { Q1: { level: "1" } } } });
    const plan = await planOf(tab.workbench, bytes);
    expect(plan.differences.map((one) => one.code)).toContain("unknown-checklist");
    const session = await tab.workbench.open(await plan.confirm());
    expect(session.assessment().answers["own-list" as never]?.["Q1" as never]).toMatchObject({ level: "1" });
  });

  test("adds nothing when it is opened twice, whether or not the assessment went on meanwhile", async () => {
    const [one, two] = await questions();
    const tab = openTab();
    const bytes = withAnswers({ [one]: { level: "3" } });
    await (await planOf(tab.workbench, bytes)).confirm();
    expect((await planOf(tab.workbench, bytes)).joins).toEqual({ newEvents: 0, conflicts: 0 });
    const session = await tab.workbench.open(id);
    session.answer(basicAct, one, level("1"));
    session.answer(basicAct, two, level("1"));
    expect((await planOf(tab.workbench, bytes)).joins).toEqual({ newEvents: 0, conflicts: 0 });
  });

  test("opened by two colleagues, is one assessment whose copies join without a conflict", async () => {
    const [one, two, three] = await questions();
    const bytes = withAnswers({ [one]: { level: "3" }, [two]: { level: "2" } });
    const mine = openTab();
    const theirs = openTab();
    const here = await mine.workbench.open(await (await planOf(mine.workbench, bytes)).confirm());
    const there = await theirs.workbench.open(await (await planOf(theirs.workbench, bytes)).confirm());
    here.answer(basicAct, one, level("1"));
    there.answer(basicAct, three, level("4"));
    const plan = await planOf(mine.workbench, (await theirs.workbench.exportAssessment(id)).bytes);
    expect(plan.joins).toEqual({ newEvents: 1, conflicts: 0 });
  });

  test("joins what is here: what differs from an answer given here is a conflict and overwrites nothing", async () => {
    const [one, two, three] = await questions();
    const tab = openTab();
    await (await planOf(tab.workbench, withAnswers({ [one]: { level: "3" }, [two]: { level: "3" } }))).confirm();
    const session = await tab.workbench.open(id);
    session.answer(basicAct, one, level("2"));
    const changed = withAnswers({ [one]: { level: "4" }, [three]: { level: "1" } });
    const plan = await planOf(tab.workbench, changed);
    expect(plan.joins).toEqual({ newEvents: 2, conflicts: 1 });
    await plan.confirm();
    await until(() => session.conflicts().length === 1);
    expect(session.assessment().answers[basicAct]).toMatchObject({ [two]: { level: "3" }, [three]: { level: "1" } });
    session.answer(basicAct, one, level("4"));
    expect(session.conflicts()).toEqual([]);
    expect((await planOf(tab.workbench, changed)).joins?.newEvents).toBe(0);
  });

  test("that is faulty is refused with line numbers", async () => {
    const text = JSON.stringify({ ...handWritten, assessedAt: "tomorrow" }, null, 2);
    const read = await openTab().workbench.readAssessment(new TextEncoder().encode(text));
    expect(read).toMatchObject({ ok: false, problems: [{ code: "bad-pattern", line: 8 }] });
  });
});
