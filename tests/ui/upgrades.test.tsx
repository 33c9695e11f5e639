import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Language } from "#domain";
import type { Session } from "#workbench";
import { App } from "../../src/ui/app.tsx";
import { texts } from "../../src/ui/texts/index.ts";
import { crane, craneQuestion as q } from "../fixtures/crane/crane.ts";
import { openInNewerApp } from "../workbench/crane-tab.ts";

beforeEach(() => {
  window.location.hash = "";
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const patient = { timeout: 25_000 };
vi.setConfig({ testTimeout: 60_000 });
const said = (session: Session, id: string) => session.assessment().answers[crane]?.[q(id)];

async function show(language: Language = "en", question = "1.a") {
  const { tab, session } = await openInNewerApp();
  tab.workbench.settings.setLanguage(language);
  window.location.hash = `#/assess/${session.id}/${crane}/${q(question)}`;
  render(() => <App workbench={tab.workbench} />);
  const t = texts(language);
  await screen.findByRole("region", { name: t.assess.strip }, patient);
  return { tab, session, t };
}

/** As `show`, with the newer version taken over through the dialog, at a question. */
async function showTakenOver(question: string, language: Language = "en") {
  const shown = await show(language);
  shown.session.takeOver(await shown.session.planUpgrade(shown.session.upgrades()[0]!));
  window.location.hash = `#/assess/${shown.session.id}/${crane}/${q(question)}`;
  await screen.findByRole("article", { name: textOf(shown.session, question, language) }, patient);
  return shown;
}

function textOf(session: Session, question: string, language: Language): string {
  const [pinned] = session.checklists();
  const found = pinned?.checklist.sections.flatMap((section) => section.questions ?? []).find((one) => one.id === q(question));
  return found?.text[language] ?? "";
}

describe("a newer version of a checklist", () => {
  for (const language of ["en", "zh-TW"] as const) {
    test(`is shown with every difference before it is taken over, and undone as one (${language})`, async () => {
      const { session, t } = await show(language);
      const before = session.assessment();
      fireEvent.click(await screen.findByRole("button", { name: t.upgrades.notice.open }));
      const dialog = await screen.findByRole("dialog");
      const list = within(dialog);
      await list.findByRole("heading", { name: t.upgrades.list.title }, patient);
      const [answers] = list.getAllByRole("region", { name: t.upgrades.answers.title });
      expect(within(answers!).getAllByRole("listitem").map((one) => one.textContent)).toEqual(
        [["carried", 2], ["to-confirm", 1], ["proposed", 1], ["level-gone", 1], ["kept-to-read", 1]].map(([fate, count]) => t.upgrades.answers.fate[fate as "carried"](count as number)),
      );
      expect(dialog.querySelector("ins")?.textContent).toBe(language === "en" ? "and the foreman " : "與領班");
      expect(dialog.textContent).toContain(t.upgrades.fromTo(t.upgrades.change.weight, "2", "3"));
      fireEvent.click(list.getByRole("button", { name: t.upgrades.dialog.takeOver("2.0.0") }));
      await waitFor(() => expect(session.assessment().checklists[0]?.version).toBe("2.0.0"));
      const toast = await screen.findByText(t.upgrades.dialog.taken(language === "en" ? "Port crane assistant" : "港口起重機輔助系統", "2.0.0"));
      fireEvent.click(within(toast.parentElement!).getByRole("button", { name: t.common.buttons.undo, hidden: true }));
      await waitFor(() => expect(session.assessment()).toEqual(before));
    });
  }

  test("is narrowed to one kind of difference", async () => {
    const { t } = await show();
    fireEvent.click(await screen.findByRole("button", { name: t.upgrades.notice.open }));
    const dialog = await screen.findByRole("dialog");
    const filter = (await within(dialog).findByRole("combobox", { name: t.upgrades.list.filter }, patient)) as HTMLSelectElement;
    const ids = () => [...dialog.querySelectorAll(".differences .difference-head .figures")].map((one) => one.textContent);
    expect(ids()).toHaveLength(8);
    fireEvent.change(filter, { target: { value: "replaced" } });
    expect(ids()).toEqual(["PC-2.d", "PC-2.e", "PC-2.a"]);
  });

  test("that is not wanted now leaves one quiet line, and the version in use", async () => {
    const { session, t } = await show();
    fireEvent.click(await screen.findByRole("button", { name: t.upgrades.notice.later }));
    expect(await screen.findByText(t.upgrades.notice.quiet("Port crane assistant", "1.0.0", "2.0.0"))).toBeTruthy();
    expect(screen.queryByRole("button", { name: t.upgrades.notice.later })).toBeNull();
    expect(session.assessment().checklists[0]?.version).toBe("1.0.0");
  });
});

describe("an answer to an earlier wording", () => {
  for (const language of ["en", "zh-TW"] as const) {
    test(`shows both wordings and is confirmed by saying so (${language})`, async () => {
      const { session, t } = await showTakenOver("1.a", language);
      const panel = await screen.findByRole("region", { name: t.upgrades.earlier.title("1.0.0") });
      await waitFor(() => expect(panel.querySelector("ins")?.textContent).toBe(language === "en" ? "and the foreman " : "與領班"), patient);
      expect(screen.getByRole("button", { name: t.upgrades.earlier.waiting(1) })).toBeTruthy();
      fireEvent.click(within(panel).getByRole("button", { name: t.upgrades.earlier.still }));
      expect(said(session, "1.a")).toMatchObject({ level: "2", note: "seen at 1.a" });
      expect(said(session, "1.a")?.saidOf).toBeUndefined();
      await waitFor(() => expect(screen.queryByRole("region", { name: t.upgrades.earlier.title("1.0.0") })).toBeNull());
      expect(screen.queryByRole("button", { name: t.upgrades.earlier.waiting(1) })).toBeNull();
    });
  }

  test("is confirmed by key, and by answering anew; a note alone confirms nothing", async () => {
    const { session } = await showTakenOver("1.a");
    const note = screen.getByRole("textbox", { name: "Note" });
    fireEvent.input(note, { target: { value: "asked the foreman" } });
    fireEvent.blur(note);
    await waitFor(() => expect(said(session, "1.a")?.note).toBe("asked the foreman"));
    expect(said(session, "1.a")?.saidOf?.version).toBe("1.0.0");
    fireEvent.keyDown(document.body, { key: "y" });
    expect(said(session, "1.a")?.saidOf).toBeUndefined();
    session.undo();
    fireEvent.keyDown(document.body, { key: "1" });
    expect([said(session, "1.a")?.level, said(session, "1.a")?.saidOf]).toEqual(["1", undefined]);
  });

  test("is found by the filter, and counted there", async () => {
    const { t } = await showTakenOver("1.b");
    fireEvent.click(await screen.findByRole("button", { name: t.upgrades.earlier.waiting(1) }));
    await screen.findByRole("article", { name: "Can the operator and the foreman stop the crane at any moment?" });
    fireEvent.click(screen.getByRole("button", { name: t.assess.filter.titleWith(1) }));
    expect(screen.getByRole("option", { name: "Answers to confirm (1)" })).toBeTruthy();
    expect(screen.getAllByText(t.upgrades.earlier.ofBranch(1)).length).toBeGreaterThan(0);
  });

  test("whose level is no longer one says what it was, and cannot be confirmed", async () => {
    const { t } = await showTakenOver("2.c");
    const panel = await screen.findByRole("region", { name: t.upgrades.earlier.title("1.0.0") });
    await waitFor(() => expect(panel.textContent).toContain("Once: It was rehearsed once."), patient);
    expect(within(panel).queryByRole("button", { name: t.upgrades.earlier.still })).toBeNull();
  });
});

describe("an answer to a question that is no longer asked", () => {
  test("stands beside each question that takes its place until that is answered, and is copied by nobody but a person", async () => {
    const { session, t } = await showTakenOver("2.d");
    const panel = await screen.findByRole("region", { name: t.upgrades.proposal.title("PC-2.a") });
    await waitFor(() => expect(panel.textContent).toContain("Are the cameras cleaned and calibrated?"), patient);
    expect(said(session, "2.d")).toBeUndefined();
    fireEvent.click(within(panel).getByRole("button", { name: t.upgrades.proposal.accept }));
    expect(said(session, "2.d")).toMatchObject({ level: "2", note: "seen at 2.a", by: "Mei" });
    expect([said(session, "2.d")?.saidOf, said(session, "2.e")]).toEqual([undefined, undefined]);
    await waitFor(() => expect(screen.queryByRole("region", { name: t.upgrades.proposal.title("PC-2.a") })).toBeNull());
  });

  test("can be read with its old wording", async () => {
    const { t } = await showTakenOver("1.b");
    fireEvent.click(screen.getByRole("button", { name: t.upgrades.gone.button(2) }));
    const dialog = await screen.findByRole("dialog", { name: t.upgrades.gone.title });
    await waitFor(() => expect(dialog.textContent).toContain("Is the paper logbook kept beside the screen?"), patient);
    expect(dialog.textContent).toContain("seen at 2.b");
    expect(within(dialog).getByRole("button", { name: "PC-2.e" })).toBeTruthy();
  });
});
