import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answerTo, placeQuestions, type ChecklistId, type QuestionId } from "#domain";
import type { LiveWorkbench, Session } from "#workbench";
import { App } from "../../src/ui/app.tsx";
import { altai, basicAct, begin, draft, level, openTab, until, type TestTab } from "../workbench/make-workbench.ts";

const first = "ALTAI-0.a" as QuestionId;
const second = "ALTAI-0.b" as QuestionId;
const third = "ALTAI-0.c" as QuestionId;

beforeEach(() => {
  window.location.hash = "";
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function show(workbench: LiveWorkbench, hash: string) {
  window.location.hash = hash;
  return render(() => <App workbench={workbench} />);
}

/** An assessment of ALTAI alone, open on its first question. */
async function showFirst(tab: TestTab = openTab(), query = ""): Promise<Session> {
  const session = await begin(tab, { checklists: [altai], profile: { tier: "high", tags: ["personal-data"] } });
  show(tab.workbench, `#/assess/${session.id}/${altai}/${first}${query}`);
  await screen.findByRole("region", { name: "Where the checklist stands" }, { timeout: 10_000 });
  return session;
}

function textOf(session: Session, question: QuestionId): string {
  const placed = session.checklists().flatMap(({ checklist }) => placeQuestions(checklist.sections));
  return placed.find((one) => one.question.id === question)?.question.text.en ?? "";
}

/** An assessment open in one tab, joined with a copy that answered the first question otherwise, shown at `question`. */
async function disagreeing(question: QuestionId = first): Promise<Session> {
  const [mine, theirs] = [openTab(), openTab()];
  const { id, answer } = await begin(mine, { checklists: [altai] });
  const handedOver = (await mine.workbench.exportAssessment(id)).bytes;
  answer(altai, first, level("1", { note: "seen here" }));
  await mine.workbench.close();
  await join(theirs, handedOver);
  (await theirs.workbench.open(id)).answer(altai, first, level("4"));
  const back = (await theirs.workbench.exportAssessment(id)).bytes;
  await theirs.workbench.close();
  await join(mine, back);
  const session = await mine.workbench.open(id);
  show(mine.workbench, `#/assess/${id}/${altai}/${question}`);
  return session;
}

async function join(tab: TestTab, bytes: Uint8Array): Promise<void> {
  const plan = await tab.workbench.readAssessment(bytes);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  await plan.value.confirm();
}

const standing = () => within(screen.getByRole("region", { name: "Where the checklist stands" })).getByRole("status").textContent ?? "";
const press = (key: string, more: Partial<KeyboardEventInit> = {}) => fireEvent.keyDown(document.body, { key, ...more });
const said = (session: Session, question: QuestionId, checklist: ChecklistId = altai) => answerTo(session.assessment(), checklist, question);
const low = (session: Session) => session.result().checklists[0]?.total.low ?? 0;

describe("answering by keys", () => {
  test("a number sets the level and the figures follow at once [S5]", async () => {
    const session = await showFirst();
    const strip = screen.getByRole("region", { name: "Where the checklist stands" });
    expect(within(strip).getByRole("status").textContent).toContain("0% answered");
    press("3");
    expect(said(session, first)?.level).toBe("3");
    expect(low(session)).toBeGreaterThan(0);
    expect((screen.getByRole("radio", { name: "Practised" }) as HTMLInputElement).checked).toBe(true);
    expect(within(strip).getByRole("status").textContent).not.toContain("0% answered");
  });

  test("a knockout that begins to fail, or no longer does, is said once beside the figures [S12]", async () => {
    const session = await showFirst();
    const knockout = "ALTAI-2.3.b" as QuestionId;
    session.answer(altai, knockout, level("0"));
    expect(standing()).toContain("Knockout fails: ALTAI-2.3.b; the checklist cannot be read as passed.");
    session.answer(altai, knockout, level("0", { note: "seen again" }));
    expect(standing()).toContain("Knockout fails: ALTAI-2.3.b");
    session.answer(altai, first, level("3"));
    expect(standing()).not.toContain("Knockout");
    session.answer(altai, knockout, level("4"));
    expect(standing()).toContain("Knockout no longer fails: ALTAI-2.3.b; none fails now.");
  });

  test("a number that is typed into the note is no answer", async () => {
    const session = await showFirst();
    const note = screen.getByRole("textbox", { name: "Note" });
    fireEvent.keyDown(note, { key: "3" });
    expect(said(session, first)).toBeUndefined();
  });

  test("j and k go back and forth, u to the next unanswered question", async () => {
    const session = await showFirst();
    press("j");
    await screen.findByRole("heading", { level: 2, name: textOf(session, second) });
    press("k");
    await screen.findByRole("heading", { level: 2, name: textOf(session, first) });
    session.answer(altai, second, level("2"));
    press("u");
    await screen.findByRole("heading", { level: 2, name: textOf(session, third) });
  });

  test("undo takes the answer back and redo gives it again", async () => {
    const session = await showFirst();
    press("2");
    press("z", { ctrlKey: true });
    expect(said(session, first)).toBeUndefined();
    press("z", { ctrlKey: true, shiftKey: true });
    expect(said(session, first)?.level).toBe("2");
    expect(await screen.findByText("Redone: answer to ALTAI-0.a")).toBeTruthy();
  });

  test("undo goes to the question that it changes", async () => {
    const session = await showFirst();
    press("2");
    press("j");
    await screen.findByRole("heading", { level: 2, name: textOf(session, second) });
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await screen.findByRole("heading", { level: 2, name: textOf(session, first) });
    expect(said(session, first)).toBeUndefined();
  });

  test("a question mark shows every key", async () => {
    await showFirst();
    press("?");
    expect(await screen.findByRole("dialog", { name: "Keys" })).toBeTruthy();
  });
});

describe("not applicable", () => {
  test("without a reason it counts as unanswered and says so [S3]", async () => {
    const session = await showFirst();
    press("n");
    expect(said(session, first)).toMatchObject({ notApplicable: true });
    const reason = screen.getByRole("textbox", { name: "Why the question does not apply" });
    expect(document.activeElement).toBe(reason);
    expect(reason.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText(/Without a reason the question counts as unanswered/)).toBeTruthy();
    expect(session.result().checklists[0]?.contributions[0]?.state).toBe("unanswered");
    fireEvent.input(reason, { target: { value: "It never meets a person." } });
    fireEvent.focusOut(reason);
    expect(session.result().checklists[0]?.contributions[0]?.state).toBe("not-applicable");
    expect(screen.queryByText(/Without a reason the question counts as unanswered/)).toBeNull();
  });
});

describe("notes", () => {
  test("what is being typed lands on its own question when one goes on", async () => {
    const session = await showFirst();
    fireEvent.input(screen.getByRole("textbox", { name: "Note" }), { target: { value: "belongs to a" } });
    fireEvent.click(screen.getAllByRole("button", { name: "Next" })[0] as HTMLElement);
    await screen.findByRole("heading", { level: 2, name: textOf(session, second) });
    expect(said(session, first)?.note).toBe("belongs to a");
    expect(said(session, second)).toBeUndefined();
    expect((screen.getByRole("textbox", { name: "Note" }) as HTMLTextAreaElement).value).toBe("");
  });

  test("a change of language keeps what is being typed", async () => {
    const tab = openTab();
    await showFirst(tab);
    fireEvent.input(screen.getByRole("textbox", { name: "Note" }), { target: { value: "half a sent" } });
    tab.workbench.settings.setLanguage("zh-TW");
    expect((screen.getByRole("textbox", { name: "說明" }) as HTMLTextAreaElement).value).toBe("half a sent");
  });
});

describe("the filter", () => {
  test("goes on to questions that match and says how many do", async () => {
    const tab = openTab();
    const session = await begin(tab, { checklists: [altai], profile: { tier: "high" } });
    session.answer(altai, second, level("0"));
    session.answer(altai, third, level("1"));
    show(tab.workbench, `#/assess/${session.id}/${altai}/${first}?show=gap`);
    await screen.findByRole("heading", { level: 2, name: textOf(session, first) });
    expect(screen.getByText("2 of 92 questions")).toBeTruthy();
    press("j");
    await screen.findByRole("heading", { level: 2, name: textOf(session, second) });
    press("j");
    await screen.findByRole("heading", { level: 2, name: textOf(session, third) });
    expect((screen.getAllByRole("button", { name: "Next" })[0] as HTMLButtonElement).disabled).toBe(true);
  });

  test("narrows a list of the section, whose rows are answered in place", async () => {
    const session = await showFirst(openTab(), "?view=list");
    const rows = () => screen.getAllByRole("listitem").filter((row) => row.hasAttribute("data-question"));
    await waitFor(() => expect(rows().length).toBeGreaterThan(3));
    const button = within(rows()[1] as HTMLElement).getByRole("button");
    button.focus();
    await until(() => window.location.hash.includes(second));
    fireEvent.keyDown(button, { key: "4" });
    expect(said(session, second)?.level).toBe("4");
    expect(rows()[1]?.textContent).toContain("Assured");
  });
});

describe("evidence", () => {
  test("a statement is recorded once and linked to the question", async () => {
    const session = await showFirst();
    press("e");
    const dialog = await screen.findByRole("dialog", { name: "Add evidence" });
    fireEvent.click(within(dialog).getByRole("tab", { name: "Statement" }));
    const panel = await within(dialog).findByRole("tabpanel", { name: "Statement" });
    fireEvent.input(within(panel).getByRole("textbox", { name: /^Name/ }), { target: { value: "Interview" } });
    fireEvent.input(within(panel).getByRole("textbox", { name: /Who states what/ }), { target: { value: "Said on 3 March." } });
    fireEvent.click(within(panel).getByRole("button", { name: "Attach" }));
    await until(() => said(session, first)?.evidence?.length === 1);
    expect(session.assessment().evidence).toMatchObject([{ kind: "statement", name: "Interview", description: "Said on 3 March." }]);
    expect(await screen.findByRole("article", { name: "Interview" })).toBeTruthy();
  });

  test("a link that would run as a program is refused", async () => {
    const session = await showFirst();
    press("e");
    const dialog = await screen.findByRole("dialog", { name: "Add evidence" });
    fireEvent.click(within(dialog).getByRole("tab", { name: "Link" }));
    const panel = await within(dialog).findByRole("tabpanel", { name: "Link" });
    fireEvent.input(within(panel).getByRole("textbox", { name: /^Address/ }), { target: { value: "javascript:alert(1)" } });
    fireEvent.input(within(panel).getByRole("textbox", { name: /^Name/ }), { target: { value: "Bad" } });
    fireEvent.click(within(panel).getByRole("button", { name: "Attach" }));
    expect(within(panel).getByText(/An address begins with https:/)).toBeTruthy();
    expect(session.assessment().evidence).toEqual([]);
  });
});

describe("two copies that disagree", () => {
  test("both values stand side by side until one is chosen [S6]", async () => {
    const session = await disagreeing();
    const panel = await screen.findByRole("region", { name: "Copies disagree" });
    expect(within(panel).getAllByRole("listitem").map((one) => /Ad hoc|Assured/.exec(one.textContent ?? "")?.[0]).toSorted()).toEqual(["Ad hoc", "Assured"]);
    expect(session.result().checklists[0]?.contributions[0]?.state).toBe("unanswered");
    const assured = within(panel).getAllByRole("listitem").find((one) => one.textContent?.includes("Assured"));
    fireEvent.click(within(assured as HTMLElement).getByRole("button", { name: "Keep this answer" }));
    expect(session.conflicts()).toEqual([]);
    expect(said(session, first)?.level).toBe("4");
  });

  test("are announced on every other question, with the way there", async () => {
    const session = await disagreeing(third);
    expect(await screen.findByText(/Copies of this assessment disagree on 1 question,/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Show them" }));
    await screen.findByRole("heading", { level: 2, name: textOf(session, first) });
    expect(await screen.findByRole("region", { name: "Copies disagree" })).toBeTruthy();
    expect(screen.queryByText(/Copies of this assessment disagree on/)).toBeNull();
  });

  test("are settled by another level as well", async () => {
    const session = await disagreeing();
    await screen.findByRole("region", { name: "Copies disagree" });
    press("3");
    expect(session.conflicts()).toEqual([]);
    expect(said(session, first)?.level).toBe("3");
  });
});

describe("while another tab edits", () => {
  test("every control of the answer is shut", async () => {
    const editing = openTab();
    const session = await begin(editing, { checklists: [altai] });
    const reading = openTab(editing.name);
    const { isEditing } = await reading.workbench.open(session.id);
    await until(() => !isEditing());
    show(reading.workbench, `#/assess/${session.id}/${altai}/${first}`);
    const note = await screen.findByRole("textbox", { name: "Note" });
    press("3");
    expect((note as HTMLTextAreaElement).disabled).toBe(true);
    expect(screen.getByRole("radiogroup", { name: "Level reached" }).hasAttribute("disabled")).toBe(true);
    expect((screen.getByRole("button", { name: "Add evidence" }) as HTMLButtonElement).disabled).toBe(true);
    expect(said(session, first)).toBeUndefined();
  });
});

describe("a system", () => {
  test("that is half described is not left without asking", async () => {
    const tab = openTab();
    show(tab.workbench, "#/new");
    fireEvent.input(await screen.findByRole("textbox", { name: "Name" }), { target: { value: "Triage" } });
    fireEvent.click(screen.getByRole("link", { name: "Cancel" }));
    const question = await screen.findByRole("dialog", { name: "Leave without saving?" });
    fireEvent.click(within(question).getByRole("button", { name: "Cancel" }));
    expect((screen.getByRole("textbox", { name: "Name", hidden: true }) as HTMLInputElement).value).toBe("Triage");
  });

  test("is created only when it has a name, a purpose and a checklist, and leads to its first question", async () => {
    const tab = openTab();
    show(tab.workbench, "#/new");
    fireEvent.click(await screen.findByRole("button", { name: "Create and begin" }));
    expect(screen.getByText("The system needs a name.")).toBeTruthy();
    expect(screen.getByText("Choose at least one checklist.")).toBeTruthy();
    fireEvent.input(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Triage" } });
    fireEvent.input(screen.getByRole("textbox", { name: "Purpose" }), { target: { value: "Sorts patients." } });
    fireEvent.click(screen.getByRole("checkbox", { name: "Generative AI" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Taiwan AI Basic Act" }));
    tab.workbench.settings.setLanguage("zh-TW");
    expect((screen.getByRole("textbox", { name: "名稱" }) as HTMLInputElement).value).toBe("Triage");
    fireEvent.click(screen.getByRole("button", { name: "建立並開始評估" }));
    await until(() => tab.workbench.session() !== null);
    const assessment = tab.workbench.session()?.assessment();
    expect(assessment).toMatchObject({ system: { name: "Triage", purpose: "Sorts patients." }, profile: { tags: ["generative"] } });
    expect(assessment?.checklists.map((one) => one.id)).toEqual([basicAct]);
    expect(await screen.findByRole("heading", { level: 1, name: "Triage" })).toBeTruthy();
  });

  test("is edited by one event for each part that changed", async () => {
    const tab = openTab();
    const session = await begin(tab, draft({ checklists: [altai] }));
    show(tab.workbench, `#/assess/${session.id}`);
    const before = session.journal().length;
    fireEvent.click(await screen.findByRole("button", { name: "Edit system and profile" }));
    const dialog = await screen.findByRole("dialog", { name: "System and profile" });
    fireEvent.click(within(dialog).getByRole("radio", { name: "Limited risk" }));
    fireEvent.click(within(dialog).getByRole("button", { name: "Save" }));
    await until(() => session.assessment().profile.tier === "limited");
    expect(session.journal().slice(before).map((event) => event.kind)).toEqual(["profile-set"]);
  });
});
