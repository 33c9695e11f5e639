import { createRoot } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WorkbenchError, type ErrorCode, type QuestionId } from "#domain";
import type { Storage } from "#storage";
import { createCompaction } from "../../src/workbench/create-compaction.ts";
import { altai, applicable, begin, draft, level, openTab, until, type TestTab } from "./make-workbench.ts";
import type { Session, WorkbenchOptions } from "#workbench";

afterEach(() => void vi.useRealTimers());

/** A disk that can be told to refuse every write. */
function moodyTab(options: Partial<WorkbenchOptions> = {}): TestTab & { readonly refuse: (code: ErrorCode | null) => void; readonly writes: number[] } {
  let mood: ErrorCode | null = null;
  const writes: number[] = [];
  const around = (storage: Storage): Storage => ({
    ...storage,
    appendEvents: async (id, events, meta) => {
      if (mood) throw new WorkbenchError(mood, "refused");
      writes.push(events.length);
      return storage.appendEvents(id, events, meta);
    },
    appendAtOnce: (...all) => {
      if (mood) throw new WorkbenchError(mood, "refused");
      return storage.appendAtOnce(...all);
    },
    markExported: async (...all) => {
      if (mood) throw new WorkbenchError(mood, "refused");
      return storage.markExported(...all);
    },
  });
  return { ...openTab(undefined, { around, ...options }), refuse: (code) => void (mood = code), writes };
}

const stateIs = (session: Session, kind: "saved" | "failed") => until(() => session.saveState().kind === kind, `it is not ${kind}`);
const levelsOf = async (tab: TestTab, session: Session) =>
  (await (await tab.storage).readEvents(session.id)).flatMap((event) => (event.kind === "question-answered" ? [event.answer?.level] : []));

describe("a disk that is full", () => {
  test("keeps every edit, shows why it failed, and a retry saves all in their order", async () => {
    const tab = moodyTab();
    const session = await begin(tab);
    const [one, two] = applicable(session, altai) as [QuestionId, QuestionId];
    tab.refuse("storage-full");
    session.answer(altai, one, level("1"));
    await stateIs(session, "failed");
    expect(session.saveState()).toEqual({ kind: "failed", code: "storage-full" });
    session.answer(altai, two, level("2"));
    session.answer(altai, one, level("3"));
    await stateIs(session, "failed");
    expect([await levelsOf(tab, session), tab.workbench.hasUnsaved()]).toEqual([[], true]);
    expect(session.assessment().answers[altai]?.[one]?.level).toBe("3");
    expect(tab.workbench.leave).not.toThrow();
    tab.refuse(null);
    session.retrySave();
    await stateIs(session, "saved");
    expect([await levelsOf(tab, session), tab.workbench.hasUnsaved()]).toEqual([["1", "2", "3"], false]);
  });

  test("still gives a whole file to hand over", async () => {
    const tab = moodyTab();
    const session = await begin(tab);
    tab.refuse("storage-full");
    session.answer(altai, applicable(session, altai)[0] as QuestionId, level("1", { note: "only on the screen" }));
    await stateIs(session, "failed");
    const file = await tab.workbench.exportAssessment(session.id);
    expect(new TextDecoder().decode(file.bytes)).toContain("only on the screen");
    await tab.workbench.close();
    expect(new TextDecoder().decode((await tab.workbench.exportAssessment(session.id)).bytes)).toContain("only on the screen");
  });

  test("what went out in a file and never reached the disk joins what was written after a restart", async () => {
    const kept = new Map([["person", "Mei"]]);
    const preferences = { read: (key: string) => kept.get(key) ?? null, write: (key: string, value: string) => void kept.set(key, value) };
    const tab = moodyTab({ preferences });
    const session = await begin(tab);
    const [one, two] = applicable(session, altai) as [QuestionId, QuestionId];
    tab.refuse("storage-full");
    session.answer(altai, one, level("1"));
    await stateIs(session, "failed");
    const file = await tab.workbench.exportAssessment(session.id);
    const around = (storage: Storage): Storage => ({ ...storage, takeEditLock: async () => ({ exclusive: true, release: () => undefined }) });
    const restarted = openTab(tab.name, { preferences, around });
    const after = await restarted.workbench.open(session.id);
    after.answer(altai, two, level("2"));
    await stateIs(after, "saved");
    const plan = await restarted.workbench.readAssessment(file.bytes);
    if (!plan.ok) throw new Error(plan.problems[0]?.message);
    await plan.value.confirm();
    await until(() => after.assessment().answers[altai]?.[one] !== undefined);
    expect(after.assessment().answers[altai]).toMatchObject({ [one]: { level: "1" }, [two]: { level: "2" } });
  });

  test("loses nothing by closing: what could not be saved is there when it is opened again", async () => {
    const tab = moodyTab();
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    tab.refuse("storage-full");
    session.answer(altai, question, level("1"));
    await tab.workbench.close();
    expect([tab.workbench.session(), tab.workbench.hasUnsaved()]).toEqual([null, true]);
    tab.refuse(null);
    const again = await tab.workbench.open(session.id);
    expect(again.assessment().answers[altai]?.[question]?.level).toBe("1");
    await stateIs(again, "saved");
    expect([await levelsOf(tab, session), tab.workbench.hasUnsaved()]).toEqual([["1"], false]);
  });

  test("holds back an update", async () => {
    const apply = vi.fn(async () => undefined);
    let refuse = true;
    const around = (storage: Storage): Storage => ({
      ...storage,
      appendEvents: (id, events, meta) =>
        refuse && events.some((event) => event.seq > 1) ? Promise.reject(new WorkbenchError("storage-full", "refused")) : storage.appendEvents(id, events, meta),
    });
    const tab = openTab(undefined, { around, updates: { onReady: (listener) => listener(), apply } });
    const session = await begin(tab);
    session.setAssessedAt("2026-11-22");
    expect(tab.workbench.updateReady()).toBe(true);
    await expect(tab.workbench.applyUpdate()).rejects.toMatchObject({ code: "storage-failed" });
    expect(apply).not.toHaveBeenCalled();
    refuse = false;
    session.retrySave();
    await tab.workbench.applyUpdate();
    expect(apply).toHaveBeenCalledOnce();
  });
});

describe("saving", () => {
  test("writes quick edits in few transactions and loses none", async () => {
    const tab = moodyTab();
    const session = await begin(tab);
    tab.writes.length = 0;
    const [question] = applicable(session, altai) as [QuestionId];
    const levels = Array.from({ length: 40 }, (_, index) => String((index + 1) % 5));
    for (const one of levels) session.answer(altai, question, level(one));
    await stateIs(session, "saved");
    expect(await levelsOf(tab, session)).toEqual(levels);
    expect(tab.writes).toEqual([1, 39]);
  });

  test("an edit of an assessment that another tab removed fails, and its retry stores the whole journal again", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    await openTab(tab.name).workbench.remove(session.id);
    session.answer(altai, question, level("2"));
    await stateIs(session, "failed");
    expect(session.saveState()).toEqual({ kind: "failed", code: "not-found" });
    session.retrySave();
    await stateIs(session, "saved");
    expect(await (await tab.storage).readEvents(session.id)).toEqual(session.journal());
  });

  test("the name of this browser is asked for again when it could not be kept", async () => {
    let fails = true;
    const around = (storage: Storage): Storage => ({
      ...storage,
      writeSetting: (...all) => (fails ? Promise.reject(new WorkbenchError("storage-full", "refused")) : storage.writeSetting(...all)),
    });
    const tab = openTab(undefined, { around });
    await expect(tab.workbench.create(draft())).rejects.toMatchObject({ code: "storage-full" });
    fails = false;
    expect(await begin(tab)).toBeTruthy();
  });
});

describe("the log on the disk", () => {
  test("is merged when an assessment with many edits is closed; the close neither waits nor fails", async () => {
    let ended: () => void = () => undefined;
    const compact = vi.fn(() => new Promise<void>((_resolve, reject) => void (ended = () => reject(new Error("damaged")))));
    const tab = openTab(undefined, { around: (storage) => ({ ...storage, compact }) });
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    for (let step = 0; step < 12; step += 1) {
      session.answer(altai, question, level(String(step % 5)));
      await stateIs(session, "saved");
    }
    expect(compact).not.toHaveBeenCalled();
    await tab.workbench.close();
    expect(compact).toHaveBeenCalledOnce();
    expect(compact).toHaveBeenCalledWith(session.id);
    ended();
    expect((await tab.workbench.open(session.id)).journal()).toHaveLength(13);
  });

  test("keeps every event when it is merged", async () => {
    const merged = vi.fn();
    const tab = openTab(undefined, { around: (storage) => ({ ...storage, compact: (id) => storage.compact(id).then(merged) }) });
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    for (let step = 0; step < 12; step += 1) {
      session.answer(altai, question, level(String(step % 5)));
      await stateIs(session, "saved");
    }
    const journal = session.journal();
    await tab.workbench.close();
    await vi.waitFor(() => expect(merged).toHaveBeenCalledOnce(), { timeout: 4000 });
    expect((await tab.workbench.open(session.id)).journal()).toEqual(journal);
  });

  test("is merged while open only after many writes and a quiet while, and again after as many", () => {
    vi.useFakeTimers();
    const compact = vi.fn(() => Promise.reject(new Error("storage-full")));
    const { noteWrite, dispose } = createRoot((dispose) => ({ noteWrite: createCompaction(compact), dispose }));
    const write = (times: number) => {
      for (let count = 0; count < times; count += 1) noteWrite();
    };
    write(63);
    vi.advanceTimersByTime(60_000);
    expect(compact).not.toHaveBeenCalled();
    write(1);
    vi.advanceTimersByTime(14_000);
    write(1);
    vi.advanceTimersByTime(14_000);
    expect(compact).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(compact).toHaveBeenCalledOnce();
    write(64);
    vi.advanceTimersByTime(15_000);
    expect(compact).toHaveBeenCalledTimes(2);
    write(3);
    dispose();
    vi.runAllTimers();
    expect(compact).toHaveBeenCalledTimes(2);
  });
});
