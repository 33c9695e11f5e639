import { describe, expect, test } from "vitest";
import type { QuestionId } from "#domain";
import { projectAssessment, verifyJournal } from "#journal";
import { scoreAssessment } from "#scoring";
import { altai, applicable, basicAct, begin, level, openTab, until, type TestTab } from "./make-workbench.ts";
import type { Session } from "#workbench";

const saved = (session: Session) => until(() => session.saveState().kind === "saved", "it was not saved");

async function onDisk(tab: TestTab, session: Session) {
  return projectAssessment(await (await tab.storage).readEvents(session.id))?.assessment;
}

function firstTwo(session: Session): readonly [QuestionId, QuestionId] {
  const [one, two] = applicable(session, altai);
  if (!one || !two) throw new Error("ALTAI has questions that apply");
  return [one, two];
}

describe("an open assessment", () => {
  test("is the same after closing and opening it again, and after the tab was opened anew", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [one, two] = firstTwo(session);
    session.answer(altai, one, level("3", { note: "雙語 note" }));
    session.answer(altai, two, { notApplicable: true, justification: "No personal data." });
    session.describeSystem({ name: "X-ray", purpose: "Narcotics", owner: "Customs" });
    const before = { assessment: session.assessment(), result: session.result(), journal: session.journal() };
    await tab.workbench.close();
    expect(tab.workbench.session()).toBeNull();
    for (const again of [await tab.workbench.open(session.id), await openTab(tab.name).workbench.open(session.id)]) {
      expect({ assessment: again.assessment(), result: again.result(), journal: again.journal() }).toEqual(before);
    }
  });

  test("says that an assessment is not here", async () => {
    const tab = openTab();
    await expect(tab.workbench.open("nowhere" as never)).rejects.toMatchObject({ code: "not-found" });
    expect(tab.workbench.session()).toBeNull();
  });

  test("is opened once, however often it is asked for at a time", async () => {
    const tab = openTab();
    const id = (await begin(tab)).id;
    await tab.workbench.close();
    const [one, two] = await Promise.all([tab.workbench.open(id), tab.workbench.open(id)]);
    expect(one).toBe(two);
    expect(one.isEditing()).toBe(true);
  });

  test("takes an answer that moves the figures at once and is on the disk when it says saved [S5]", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [question] = firstTwo(session);
    const low = () => session.result().checklists[0]?.total.low ?? Number.NaN;
    const before = low();
    session.answer(altai, question, level("4"));
    expect(low()).toBeGreaterThan(before);
    expect(session.saveState().kind).toBe("saving");
    await saved(session);
    expect(await onDisk(tab, session)).toEqual(session.assessment());
    expect(session.assessment().answers[altai]?.[question]).toMatchObject({ level: "4", by: "Mei" });
  });

  test("writes nothing for what is said already", async () => {
    const session = await begin(openTab());
    const [question] = firstTwo(session);
    session.answer(altai, question, level("2", { note: "n" }));
    session.recordEvidence({ id: "ev1" as never, kind: "statement", name: "Said" });
    const events = session.journal().length;
    session.answer(altai, question, { note: "n", level: "2" as never, evidence: [] });
    session.answer(altai, question, session.assessment().answers[altai]?.[question] ?? null);
    session.answer(basicAct, "none" as never, null);
    session.answer(basicAct, "none" as never, { note: "" });
    session.describeSystem({ ...session.assessment().system });
    session.setProfile({ role: ["deployer"], tier: "high" });
    session.setAssessedAt("2026-11-21");
    session.recordEvidence({ name: "Said", kind: "statement", id: "ev1" as never });
    session.adoptVersions();
    await session.chooseChecklists([altai, basicAct]);
    expect(session.journal()).toHaveLength(events);
  });

  test("an answer that says nothing is an answer taken back", async () => {
    const session = await begin(openTab());
    const [question] = firstTwo(session);
    session.answer(altai, question, { note: "n" });
    session.answer(altai, question, { note: "" });
    expect(session.assessment().answers[altai]?.[question]).toBeUndefined();
  });

  test("undoes and redoes, and a new edit clears what could be redone", async () => {
    const session = await begin(openTab());
    const [one, two] = firstTwo(session);
    const levelOf = (question: QuestionId) => session.assessment().answers[altai]?.[question]?.level;
    expect([session.canUndo(), session.canRedo()]).toEqual([false, false]);
    session.answer(altai, one, level("1"));
    session.answer(altai, one, level("3"));
    session.undo();
    expect([levelOf(one), session.canUndo(), session.canRedo()]).toEqual(["1", true, true]);
    session.redo();
    expect([levelOf(one), session.canRedo()]).toEqual(["3", false]);
    session.undo();
    session.undo();
    expect([levelOf(one), session.canUndo()]).toEqual([undefined, false]);
    session.answer(altai, two, level("2"));
    expect(session.canRedo()).toBe(false);
    expect(session.result()).toEqual(scoreAssessment(session.checklists().map((one) => one.checklist), session.assessment()));
  });

  test("shows after any edits what its journal tells, and its journal is whole", async () => {
    const session = await begin(openTab());
    const questions = applicable(session, altai).slice(0, 6);
    for (let step = 0; step < 120; step += 1) {
      const question = questions[(step * 7) % 6] as QuestionId;
      const kinds = [
        () => session.answer(altai, question, level(String(step % 5), { evidence: [`ev${step % 3}` as never] })),
        () => session.recordEvidence({ id: `ev${step % 3}` as never, kind: "statement", name: `Said ${step}` }),
        session.undo,
        () => session.setProfile({ tier: step % 2 ? "high" : "limited", role: ["provider"] }),
        session.redo,
        () => session.answer(altai, question, null),
        session.undo,
      ];
      kinds[(step * 5 + Math.floor(step / 7)) % kinds.length]?.();
      const told = projectAssessment(session.journal())?.assessment;
      expect({ ...session.assessment(), answers: {} }).toEqual({ ...told, answers: {} });
      expect(session.assessment().answers[altai] ?? {}).toEqual(told?.answers[altai] ?? {});
      expect(session.result()).toEqual(scoreAssessment(session.checklists().map((one) => one.checklist), session.assessment()));
    }
    expect(verifyJournal(session.journal(), session.id)).toEqual([]);
  });

  test("replaces half a character, and refuses what its own file could not say", async () => {
    const session = await begin(openTab());
    const [question] = firstTwo(session);
    session.answer(altai, question, { note: "cut \ud83d" });
    expect(session.assessment().answers[altai]?.[question]?.note).toBe("cut \ufffd");
    const events = session.journal().length;
    expect(() => session.setAssessedAt("")).toThrow(expect.objectContaining({ code: "bad-input" }));
    expect(() => session.setProfile({ targets: { [altai]: Number.NaN } })).toThrow(expect.objectContaining({ code: "bad-input" }));
    expect(() => session.recordEvidence({ id: "e" as never, kind: "link", name: "x", url: "javascript:alert(1)" })).toThrow(
      expect.objectContaining({ code: "bad-input" }),
    );
    expect(session.journal()).toHaveLength(events);
  });

  test("keeps the bytes of an evidence file, once", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const file = new File(["bytes of evidence"], "log.txt", { type: "text/plain" });
    const id = await session.attachFile(file, { expires: "2027-01-01" });
    expect(await session.attachFile(new File(["bytes of evidence"], "copy.txt"))).toBe(id);
    const [evidence] = session.assessment().evidence;
    expect(evidence).toMatchObject({ id, kind: "file", name: "log.txt", size: 17, mediaType: "text/plain", expires: "2027-01-01" });
    if (evidence?.kind !== "file") throw new Error("a file was attached");
    expect(new TextDecoder().decode((await session.readFile(evidence.sha256)) ?? undefined)).toBe("bytes of evidence");
    expect(await session.readFile("0".repeat(64))).toBeNull();
  });

  test("refuses an evidence file of more than 50 MB before reading it", async () => {
    const session = await begin(openTab());
    const huge = new File(["x"], "huge.bin");
    Object.defineProperty(huge, "size", { value: 50_000_001 });
    await expect(session.attachFile(huge)).rejects.toMatchObject({ code: "bad-input" });
  });

  test("follows the checklists that are chosen, in their order, and their undoing", async () => {
    const session = await begin(openTab(), { checklists: [altai] });
    const shown = () => session.result().checklists.map((one) => one.id);
    await session.chooseChecklists([basicAct, altai]);
    expect(shown()).toEqual([basicAct, altai]);
    await session.chooseChecklists([basicAct]);
    expect(shown()).toEqual([basicAct]);
    session.undo();
    expect(shown()).toEqual([basicAct, altai]);
    await expect(session.chooseChecklists(["unheard-of" as never])).rejects.toMatchObject({ code: "not-found" });
  });

  test("brings back by undo a checklist that was given up before it was opened", async () => {
    const tab = openTab();
    const session = await begin(tab);
    await session.chooseChecklists([altai]);
    await tab.workbench.close();
    const again = await tab.workbench.open(session.id);
    again.undo();
    await until(() => again.result().checklists.length === 2);
    expect(again.result().checklists.map((one) => one.id)).toEqual([altai, basicAct]);
  });

  test("is listed with its figures, and no more once removed", async () => {
    const tab = openTab();
    const session = await begin(tab);
    session.answer(altai, firstTwo(session)[0], level("4"));
    await saved(session);
    await until(() => tab.workbench.assessments()?.[0]?.events === 2);
    expect(tab.workbench.assessments()?.[0]).toMatchObject({ id: session.id, name: "海關X光 Customs X-ray", exportedAt: null });
    expect(tab.workbench.assessments()?.[0]?.checklists[0]?.total).toEqual(session.result().checklists[0]?.total);
    await tab.workbench.remove(session.id);
    expect(tab.workbench.session()).toBeNull();
    await until(() => tab.workbench.assessments()?.length === 0);
    await expect(tab.workbench.open(session.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
