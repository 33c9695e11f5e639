import { createRoot } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { QuestionId } from "#domain";
import { verifyJournal } from "#journal";
import { altai, applicable, begin, level, openTab, until } from "./make-workbench.ts";

afterEach(() => void vi.unstubAllGlobals());

describe("two tabs on one assessment", () => {
  test("one edits, the other follows live and may not edit; it may once the first has closed, and the chain goes on", async () => {
    const first = openTab();
    const here = await begin(first);
    const [one, two] = applicable(here, altai) as [QuestionId, QuestionId];
    const second = openTab(first.name);
    const there = await second.workbench.open(here.id);
    expect([here.isEditing(), there.isEditing()]).toEqual([true, false]);

    here.answer(altai, one, level("3"));
    await until(() => there.assessment().answers[altai]?.[one]?.level === "3", "the other tab did not follow");
    expect(there.result()).toEqual(here.result());
    expect(() => there.answer(altai, two, level("1"))).toThrow(expect.objectContaining({ code: "locked-elsewhere" }));
    expect([there.canUndo(), there.assessment().answers[altai]?.[two]]).toEqual([false, undefined]);

    here.answer(altai, one, level("4"));
    await first.workbench.close();
    await until(() => there.isEditing(), "the other tab did not get the lock");
    expect(there.assessment().answers[altai]?.[one]?.level).toBe("4");
    there.answer(altai, two, level("1"));
    await until(() => there.saveState().kind === "saved");
    expect(verifyJournal(await (await second.storage).readEvents(here.id), here.id)).toEqual([]);
    expect(new Set(there.journal().map((event) => event.device)).size).toBe(1);
  });

  test("a checklist chosen in one is scored in the other", async () => {
    const first = openTab();
    const here = await begin(first, { checklists: [altai] });
    const there = await openTab(first.name).workbench.open(here.id);
    await here.chooseChecklists([altai, "nist-ai-rmf" as never]);
    await until(() => there.result().checklists.length === 2, "the other tab did not follow");
    expect(there.result()).toEqual(here.result());
  });

  test("a closed session writes nothing more", async () => {
    const tab = openTab();
    const session = await begin(tab);
    await tab.workbench.close();
    expect(() => session.setAssessedAt("2026-12-01")).toThrow(expect.objectContaining({ code: "locked-elsewhere" }));
  });

  test("in a browser without locks both edit, and no answer of either is lost", async () => {
    const locks = vi.spyOn(navigator, "locks", "get").mockReturnValue(undefined as never);
    const first = openTab();
    const here = await begin(first);
    const [one, two] = applicable(here, altai) as [QuestionId, QuestionId];
    const there = await openTab(first.name).workbench.open(here.id);
    expect([here.isEditing(), there.isEditing()]).toEqual([true, true]);
    here.answer(altai, one, level("3"));
    there.answer(altai, two, level("2"));
    here.answer(altai, two, level("1"));
    await until(() => [here, there].every((session) => session.saveState().kind === "saved" && session.journal().length === 4));
    expect(here.conflicts().map((one) => one.question?.id)).toEqual([two]);
    expect(there.conflicts()).toEqual(here.conflicts());
    expect(verifyJournal(await (await first.storage).readEvents(here.id), here.id)).toEqual([]);
    locks.mockRestore();
  });

  test("commit what is being typed in each before an update starts in one", async () => {
    const apply = vi.fn(async () => undefined);
    const first = openTab(undefined, { updates: { onReady: () => undefined, apply } });
    const second = openTab(first.name);
    const here = await begin(second);
    const taken: string[] = [];
    createRoot(() => second.workbench.drafts.make({ value: () => "", commit: (text) => taken.push(text) })).setText("half");
    const updating = first.workbench.applyUpdate();
    await until(() => taken.length === 1);
    await updating;
    expect([taken, apply.mock.calls.length, here.saveState().kind]).toEqual([["half"], 1, "saved"]);
  });
});
