import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { configure } from "@testing-library/dom";
import { afterEach, describe, expect, test } from "vitest";
import { parseChecklist } from "#content";
import { draftOf, type AssessmentMeta } from "#domain";
import { WorkbenchContext } from "#workbench";
import { ChecklistEditorPage } from "../../src/ui/pages/checklist-editor-page.tsx";
import { ToasterProvider } from "../../src/ui/parts/index.ts";
import { texts, TextsProvider } from "../../src/ui/texts/index.ts";
import { ProblemList } from "../../src/ui/views/problem-list.tsx";
import { ChecklistShelf } from "../../src/ui/views/settings/checklist-shelf.tsx";
import { goodChecklist } from "../content/good-checklist.ts";
import { openTab, type TestTab } from "../workbench/make-workbench.ts";

// A draft is checked after a pause, and a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

const en = texts("en");
const words = en.checklistEditor;

function open(tab: TestTab, path: string, language: "en" | "zh-TW" = "en") {
  const history = createMemoryHistory();
  history.set({ value: path });
  return render(() => (
    <WorkbenchContext.Provider value={tab.workbench}>
      <TextsProvider language={language}>
        <ToasterProvider>
          <MemoryRouter history={history}>
            <Route path="/checklists/new" component={ChecklistEditorPage} />
            <Route path="/checklists/:digest/edit" component={ChecklistEditorPage} />
            <Route path="/settings" component={ChecklistShelf} />
          </MemoryRouter>
        </ToasterProvider>
      </TextsProvider>
    </WorkbenchContext.Provider>
  ));
}

const field = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });
const outline = () => screen.getByRole("navigation", { name: words.outline });
const type = async (name: string, text: string) => fireEvent.input(await field(name), { target: { value: text } });
const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

describe("a new checklist", { timeout: 30_000 }, () => {
  test("opens at its first question, and says what is still to do where it is", async () => {
    open(openTab(), "/checklists/new");
    expect(await screen.findByRole("heading", { name: "Question S1.1" })).toBeTruthy();
    const summary = await screen.findByText(/points still to do/, { selector: "summary, summary *" });
    fireEvent.click(summary);
    fireEvent.click(await screen.findByRole("button", { name: "“Title (English)” is empty." , hidden: true }));
    expect(await screen.findByRole("heading", { name: words.about })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.closest("[data-path]")?.getAttribute("data-path")).toBe("title.en"));
  });

  test("shows the words in the outline as they are typed, and the draft is there again after a reload", async () => {
    const tab = openTab();
    open(tab, "/checklists/new");
    const before = await field("Question (English)");
    await type("Question (English)", "Is there a log?");
    expect(await field("Question (English)")).toBe(before);
    expect(within(outline()).getByText("Is there a log?")).toBeTruthy();
    tab.workbench.leave(false);
    await waitFor(() => expect(tab.workbench.hasUnsaved()).toBe(false));
    cleanup();
    open(openTab(tab.name), "/checklists/new");
    expect(await screen.findByText(words.resumed)).toBeTruthy();
    expect(within(outline()).getByText("Is there a log?")).toBeTruthy();
  });

  test("parts are added, duplicated, moved and removed, and each step is taken back", async () => {
    open(openTab(), "/checklists/new");
    await type("Question (English)", "First");
    const lines = () => within(outline()).getAllByRole("button").map((one) => one.querySelector(".editor-line-id")?.textContent).filter(Boolean);
    fireEvent.click(button(words.addNext));
    expect(lines()).toEqual(["S1", "S1.1", "S1.2"]);
    expect(await screen.findByRole("heading", { name: "Question S1.2" })).toBeTruthy();
    fireEvent.click(button(words.moveUp));
    expect(lines()).toEqual(["S1", "S1.2", "S1.1"]);
    fireEvent.click(button(words.duplicate));
    expect(lines()).toEqual(["S1", "S1.2", "S1.3", "S1.1"]);
    fireEvent.click(button(en.common.buttons.remove));
    expect(lines()).toEqual(["S1", "S1.2", "S1.1"]);
    fireEvent.click(within(screen.getByRole("log")).getByRole("button", { name: en.common.buttons.undo }));
    expect(lines()).toEqual(["S1", "S1.2", "S1.3", "S1.1"]);
    for (let steps = 0; steps < 5; steps += 1) fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    expect(lines()).toEqual(["S1", "S1.1"]);
    fireEvent.click(within(outline()).getByRole("button", { name: /^S1\.1/ }));
    expect((await field("Question (English)")).value).toBe("First");
  });

  test("shows a wrong value at once and a blank only once saving is tried", async () => {
    open(openTab(), "/checklists/new");
    await type("Target optional", "most");
    await waitFor(async () => expect((await field("Target optional")).getAttribute("aria-invalid")).toBe("true"));
    expect((await field("Help (English)")).getAttribute("aria-invalid")).toBeNull();
    fireEvent.click(button(words.save));
    await waitFor(async () => expect((await field("Help (English)")).getAttribute("aria-invalid")).toBe("true"));
    expect(await screen.findByText(words.notYet)).toBeTruthy();
  });

  test("has every word in Chinese too", async () => {
    open(openTab(), "/checklists/new", "zh-TW");
    expect(await screen.findByRole("heading", { name: "題目 S1.1" })).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "說明（中文）" })).toBeTruthy();
  });
});

describe("an own checklist", { timeout: 30_000 }, () => {
  async function shelved() {
    const tab = openTab();
    const added = await tab.workbench.addChecklist(new TextEncoder().encode(goodChecklist));
    if (!added.ok) throw new Error(added.problems[0]?.message);
    return { tab, digest: added.value.summaries[0]!.digest };
  }

  test("is saved under the version that is proposed, and stands on the shelf", async () => {
    const { tab, digest } = await shelved();
    open(tab, `/checklists/${digest}/edit`);
    await type("Title (English)", "Renamed");
    fireEvent.click(await screen.findByRole("button", { name: "Use 1.0.1" }));
    expect((await field("Version")).value).toBe("1.0.1");
    fireEvent.click(button(words.save));
    expect(await screen.findByText("Renamed 1.0.1 is on the shelf.")).toBeTruthy();
    expect(await screen.findByRole("region", { name: en.settings.checklists.own })).toBeTruthy();
  });

  test("is removed after a question that counts who uses it, and put back by undo", async () => {
    const { tab } = await shelved();
    const used = { id: "small", version: "1.0.0" };
    const assessments = () => [{ checklists: [used] }, { checklists: [{ ...used, version: "0.9.0" }] }, { checklists: [used] }] as unknown as readonly AssessmentMeta[];
    open({ ...tab, workbench: { ...tab.workbench, assessments } }, "/settings");
    fireEvent.click(await screen.findByRole("button", { name: "Remove: Small checklist", hidden: true }));
    const dialog = await screen.findByRole("dialog", { name: "Remove Small checklist?" });
    expect(dialog.textContent).toContain("2 assessments here use this version and keep their answers");
    fireEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(tab.workbench.checklists().some((one) => one.own)).toBe(false));
    fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(tab.workbench.checklists().some((one) => one.own)).toBe(true));
  });

  test("what comes with the app can be copied and taken away, and not removed", async () => {
    open(openTab(), "/settings");
    const bundled = await screen.findByRole("region", { name: en.settings.checklists.bundled });
    expect(within(bundled).getAllByRole("link", { name: /^Edit a copy: /, hidden: true })).toHaveLength(13);
    expect(within(bundled).getAllByRole("button", { name: /^Download spreadsheet: /, hidden: true })).toHaveLength(13);
    expect(within(bundled).queryByRole("button", { name: /^Remove/, hidden: true })).toBeNull();
  });
});

test("a draft has a field for everything that a checklist says", () => {
  const parsed = parseChecklist(goodChecklist);
  if (!parsed.ok) throw new Error("the good checklist is good");
  const draft = draftOf(parsed.value, () => "k");
  const named: Readonly<Record<string, string>> = words.fields.byKey;
  const [section] = draft.sections;
  const [question] = section!.sections[0]!.questions;
  const unnamed = ["key", "source", "name", "appliesWhen"];
  for (const key of [...Object.keys(draft), ...Object.keys(draft.source), ...Object.keys(section!), ...Object.keys(question!)]) {
    if (!unnamed.includes(key)) expect(named[key], key).toBeTruthy();
  }
});

test("a problem of a spreadsheet names sheet, row and column, and the word that is meant", () => {
  const problem = { code: "unknown-phase", message: "", path: "", sheet: "Questions 題目", line: 12, column: 28, facts: { meant: "retire", name: "Phases 生命週期階段" } } as const;
  for (const [language, place, meant] of [["en", "sheet “Questions 題目”, row 12, column AB", "Did you mean “retire”?"], ["zh-TW", "「Questions 題目」工作表，第12列，AB欄", "是否為「retire」？"]] as const) {
    render(() => (
      <TextsProvider language={language}>
        <ProblemList problems={[problem]} />
      </TextsProvider>
    ));
    expect(screen.getByText(place)).toBeTruthy();
    expect(screen.getByText(new RegExp(meant.replace("?", "\\?")))).toBeTruthy();
    cleanup();
  }
});
