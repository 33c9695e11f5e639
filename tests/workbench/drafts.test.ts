import { createRenderEffect, createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { QuestionId } from "#domain";
import type { Draft, Session } from "#workbench";
import { createDrafts } from "../../src/workbench/create-drafts.ts";
import { altai, applicable, begin, level, openTab, until, type TestTab } from "./make-workbench.ts";

describe("a text that is being typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function make(commit: (text: string) => void = () => undefined) {
    const drafts = createDrafts();
    const [value, setValue] = createSignal("stored");
    const taken: string[] = [];
    const source = {
      value,
      commit: (text: string) => {
        commit(text);
        taken.push(text);
        setValue(text);
      },
    };
    const { draft, dispose } = createRoot((dispose) => ({ draft: drafts.make(source), dispose }));
    return { drafts, draft, dispose, taken, setValue };
  }

  test("shows what is stored until somebody types, and then what is typed", () => {
    const { draft, setValue } = make();
    setValue("changed in another tab");
    expect(draft.text()).toBe("changed in another tab");
    draft.setText("typed");
    setValue("changed again");
    expect(draft.text()).toBe("typed");
  });

  test("is committed once, after a pause", () => {
    const { drafts, draft, taken } = make();
    for (const text of ["a", "ab", "abc"]) {
      draft.setText(text);
      vi.advanceTimersByTime(200);
    }
    expect([taken, drafts.areOpen()]).toEqual([[], true]);
    vi.advanceTimersByTime(200);
    expect([taken, drafts.areOpen(), draft.text()]).toEqual([["abc"], false, "abc"]);
  });

  test("is committed on flush, alone or with all others, and when its owner goes away", () => {
    const { drafts, draft, dispose, taken } = make();
    draft.setText("left the field");
    draft.flush();
    draft.setText("left the page");
    drafts.flush();
    draft.setText("left the question");
    dispose();
    vi.runAllTimers();
    expect(taken).toEqual(["left the field", "left the page", "left the question"]);
  });

  test("is told of while it is open, so that nothing is called saved before it is", () => {
    const { drafts, draft } = make();
    const seen: boolean[] = [];
    const stop = createRoot((dispose) => {
      createRenderEffect(() => void seen.push(drafts.areOpen()));
      return dispose;
    });
    draft.setText("a");
    draft.setText("ab");
    vi.advanceTimersByTime(400);
    expect(seen).toEqual([false, true, false]);
    stop();
  });

  test("commits nothing when it was typed back to what is stored", () => {
    const { drafts, draft, taken } = make();
    draft.setText("stored!");
    draft.setText("stored");
    drafts.flush();
    expect([taken, drafts.areOpen()]).toEqual([[], false]);
  });

  test("that is refused stays as typed and is tried again, and stops no other", () => {
    let refuses = true;
    const { drafts, draft, taken } = make(() => {
      if (refuses) throw new Error("locked elsewhere");
    });
    const other = createRoot(() => drafts.make({ value: () => "", commit: (text) => taken.push(text) }));
    draft.setText("kept");
    other.setText("the other");
    expect(drafts.flush).not.toThrow();
    expect([taken, draft.text(), drafts.areOpen()]).toEqual([["the other"], "kept", true]);
    refuses = false;
    drafts.flush();
    expect([taken, drafts.areOpen()]).toEqual([["the other", "kept"], false]);
  });
});

describe("a note that is being typed", () => {
  function noteOn(tab: TestTab, session: Session, question: QuestionId): { readonly draft: Draft; readonly dispose: () => void } {
    const answer = () => session.assessment().answers[altai]?.[question];
    return createRoot((dispose) => ({
      dispose,
      draft: tab.workbench.drafts.make({
        value: () => answer()?.note ?? "",
        commit: (note) => session.answer(altai, question, { ...answer(), note }),
      }),
    }));
  }

  test("lands on its own question when the next is shown before the pause is over, beside a level chosen meanwhile", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [one, two] = applicable(session, altai) as [QuestionId, QuestionId];
    const first = noteOn(tab, session, one);
    first.draft.setText("about the first");
    session.answer(altai, one, level("3"));
    first.dispose();
    const second = noteOn(tab, session, two);
    expect(second.draft.text()).toBe("");
    expect(session.assessment().answers[altai]).toMatchObject({ [one]: { note: "about the first", level: "3" } });
    expect(session.assessment().answers[altai]?.[two]).toBeUndefined();
  });

  test("is on the disk when the page is left in the middle of a word", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    noteOn(tab, session, question).draft.setText("half a wo");
    expect(tab.workbench.hasUnsaved()).toBe(true);
    tab.workbench.leave(true);
    const after = await openTab(tab.name).workbench.open(session.id);
    expect(after.assessment().answers[altai]?.[question]?.note).toBe("half a wo");
    await until(() => !tab.workbench.hasUnsaved());
    expect((await (await tab.storage).readEvents(session.id)).length).toBe(2);
  });

  test("is committed before its assessment is closed or exported", async () => {
    const tab = openTab();
    const session = await begin(tab);
    const [question] = applicable(session, altai) as [QuestionId];
    const { draft } = noteOn(tab, session, question);
    draft.setText("for the file");
    const file = await tab.workbench.exportAssessment(session.id);
    expect(new TextDecoder().decode(file.bytes)).toContain("for the file");
    draft.setText("for the disk");
    await tab.workbench.close();
    expect((await tab.workbench.open(session.id)).assessment().answers[altai]?.[question]?.note).toBe("for the disk");
  });
});
