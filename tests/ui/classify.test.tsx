import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { inLanguage, languages, walkTree, type ChoiceId, type ConcludedWalk, type DecisionTree, type Language, type NodeId } from "#domain";
import type { Session } from "#workbench";
import { App } from "../../src/ui/app.tsx";
import { texts } from "../../src/ui/texts/index.ts";
import { altai, begin, library, openTab, trees, until, type TestTab } from "../workbench/make-workbench.ts";

const act = trees.find((one) => one.id === "eu-ai-act-tier")!;
const noes = Object.fromEntries(act.nodes.map((node) => [node.id, "no"]));
const highRisk = { ...noes, "ai-system": "system", union: "yes", role: "deployer", area: "employment", "area-4": "yes", profiling: "yes" };
const limited = { ...highRisk, interaction: "yes", area: "none" };

// The first test loads every page of the app.
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  window.location.hash = "";
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

function walked(answers: Readonly<Record<string, string>>): ConcludedWalk {
  const walk = walkTree(act, answers as Record<NodeId, ChoiceId>);
  if (walk.kind !== "concluded") throw new Error(`it asks ${walk.next.id}`);
  return walk;
}

async function show(tab: TestTab, session: Session): Promise<void> {
  window.location.hash = `#/assess/${session.id}`;
  render(() => <App workbench={tab.workbench} />);
  await screen.findByRole("heading", { level: 1, name: /Customs X-ray/ }, { timeout: 20_000 });
}

async function openTree(language: Language, verb: "new" | "begun" | "recorded"): Promise<HTMLElement> {
  const { openNamed, open } = texts(language).classify;
  fireEvent.click(await screen.findByRole("button", { name: openNamed(open[verb], inLanguage(act.title, language)), hidden: true }, { timeout: 20_000 }));
  return screen.findByRole("dialog", { name: inLanguage(act.title, language) }, { timeout: 20_000 });
}

/** Answers by number key until the tree concludes; each key is pressed where the focus is. */
async function walkByKeys(dialog: HTMLElement, answers: Readonly<Record<string, string>>, language: Language): Promise<void> {
  for (const { node, choice } of walked(answers).path) {
    const heading = await within(dialog).findByRole("heading", { level: 3, name: inLanguage(node.question, language) });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    fireEvent.keyDown(heading, { key: String(node.answers.indexOf(choice) + 1) });
  }
}

const button = (dialog: HTMLElement, name: string) => within(dialog).getByRole("button", { name }) as HTMLButtonElement;
const hasText = (text: string) => (_: string, element: Element | null) => element?.tagName === "P" && (element.textContent ?? "").includes(text);

for (const language of languages) {
  test(`a system is classified by number keys, seen before it is recorded, and recorded in ${language}`, async () => {
    const t = texts(language);
    const tab = openTab(undefined, { preferredLanguages: [language] });
    const session = await begin(tab, { checklists: [altai], profile: { tags: ["children"] } });
    await show(tab, session);
    const dialog = await openTree(language, "new");
    expect(button(dialog, t.classify.record).disabled).toBe(true);
    await walkByKeys(dialog, highRisk, language);
    const end = walked(highRisk).conclusion;
    await within(dialog).findByRole("heading", { name: inLanguage(end.title, language) });
    expect(dialog.textContent).toContain(inLanguage(end.text, language));
    expect(dialog.textContent).toContain(inLanguage(act.source.note!, language));
    expect(dialog.textContent).toContain(t.classify.caution);
    const profile = within(dialog).getByRole("table", { name: t.classify.preview.profile });
    expect(within(profile).getByRole("row", { name: new RegExp(t.classify.preview.tier) }).textContent).toContain(t.common.tier.high);
    const checklists = await within(dialog).findByRole("table", { name: t.classify.preview.checklists });
    expect(within(checklists).getAllByRole("row")).toHaveLength(2);
    expect(session.assessment().classifications).toEqual([]);
    fireEvent.click(button(dialog, t.classify.record));
    await waitFor(() => expect(session.assessment().classifications).toHaveLength(1));
    expect(session.assessment().profile).toEqual({ tier: "high", role: ["deployer"], tags: ["children", "personal-data"] });
    await screen.findByText(hasText(t.classify.standing.recorded(t.common.date(session.assessment().classifications[0]!.on), "Mei")));
  });
}

describe("a way that was begun", () => {
  test("is there again after closing, and can be started over and taken back", async () => {
    const tab = openTab();
    const t = texts("en").classify;
    await show(tab, await begin(tab, { checklists: [altai] }));
    const first = await openTree("en", "new");
    fireEvent.click(await within(first).findByRole("button", { name: /An AI system/ }));
    fireEvent.click(await within(first).findByRole("button", { name: /Yes, in at least one/ }));
    fireEvent.click(button(first, "Cancel"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const again = await openTree("en", "begun");
    const way = within(within(again).getByRole("region", { name: t.way }));
    expect(way.getAllByRole("listitem")).toHaveLength(2);
    fireEvent.click(button(again, t.startOver));
    await waitFor(() => expect(way.queryAllByRole("listitem")).toHaveLength(0));
    fireEvent.click(button(again, t.restore));
    await waitFor(() => expect(way.getAllByRole("listitem")).toHaveLength(2));
  });

  test("goes back by Backspace, and Enter keeps the answer that is marked", async () => {
    const tab = openTab();
    await show(tab, await begin(tab, { checklists: [altai] }));
    const dialog = await openTree("en", "new");
    const headed = async (name: RegExp) => {
      const heading = await within(dialog).findByRole("heading", { level: 3, name });
      await waitFor(() => expect(document.activeElement).toBe(heading));
      return heading;
    };
    fireEvent.keyDown(await headed(/What is being assessed/), { key: "1" });
    fireEvent.keyDown(await headed(/reach the European Union/), { key: "Backspace" });
    fireEvent.keyDown(await headed(/What is being assessed/), { key: "Enter" });
    await headed(/reach the European Union/);
  });
});

describe("a recorded classification", () => {
  test("opens on its outcome; a changed turn says what would differ, and nothing is recorded by looking", async () => {
    const tab = openTab();
    const t = texts("en").classify;
    const session = await begin(tab, { checklists: [altai], profile: {} });
    session.classify(act, walked(highRisk), { on: "2026-11-20", note: "Sifts applications." });
    const events = session.journal().length;
    await show(tab, session);
    const dialog = await openTree("en", "recorded");
    await within(dialog).findByRole("heading", { name: "High-risk through its use (Annex III)" });
    expect(dialog.textContent).toContain(t.recordedFacts("20 November 2026", "Mei", act.version));
    expect((within(dialog).getByRole("textbox") as HTMLTextAreaElement).value).toBe("Sifts applications.");
    const turn = act.nodes.find((node) => node.id === "profiling")!.question.en;
    fireEvent.click(button(dialog, t.changeNamed(turn)));
    fireEvent.click(await within(dialog).findByRole("button", { name: /^\D*No$/ }));
    fireEvent.click(await within(dialog).findByRole("button", { name: /Yes, and the reasons/ }));
    await within(dialog).findByRole("heading", { name: "Listed in Annex III, but not high-risk" });
    expect(dialog.textContent).toContain(t.recordedOutcome("High-risk through its use (Annex III)"));
    expect(dialog.textContent).toContain(t.wasAnswered("Yes"));
    const tier = within(within(dialog).getByRole("table", { name: t.preview.profile })).getByRole("row", { name: /^Tier/ });
    expect(tier.textContent).toMatch(/High risk.*goes out.*Minimal risk.*added/);
    expect(session.journal()).toHaveLength(events);
    fireEvent.click(button(dialog, t.toRecorded));
    await within(dialog).findByRole("heading", { name: "High-risk through its use (Annex III)" });
  });

  test("says where a later version of the tree departs", async () => {
    const added = { ...act.nodes[1]!, id: "added" as NodeId, question: { en: "Is it new?", "zh-TW": "是新的嗎？" } };
    const toUnion = added.answers.map((choice) => (choice.id === "yes" ? { ...choice, next: "union" as NodeId } : choice));
    const nodes = act.nodes.map((node) => (node.id === "ai-system" ? { ...node, answers: node.answers.map((choice) => (choice.id === "system" ? { ...choice, next: added.id } : choice)) } : node));
    const later = { ...act, version: "2.0.0", nodes: [...nodes, { ...added, answers: toUnion }] } as unknown as DecisionTree;
    const tab = openTab(undefined, { library: { ...library, trees: [{ summary: later, load: async () => later }] } });
    const session = await begin(tab, { checklists: [altai], profile: {} });
    session.classify(act, walked(highRisk), { on: "2026-11-20" });
    await show(tab, session);
    const dialog = await openTree("en", "recorded");
    const t = texts("en").classify;
    expect(await within(dialog).findByText(t.otherVersion(act.version, "2.0.0"))).toBeTruthy();
    expect(dialog.textContent).toContain(t.departs(1, walked(highRisk).path.length, "Is it new?"));
    await within(dialog).findByRole("heading", { level: 3, name: "Is it new?" });
  });

  test("is said to differ once the tier was changed by hand", async () => {
    const tab = openTab();
    const t = texts("en").classify;
    const session = await begin(tab, { checklists: [altai], profile: {} });
    session.classify(act, walked(limited), { on: "2026-11-20" });
    await show(tab, session);
    expect(screen.queryByText(t.differsShort)).toBeNull();
    session.setProfile({ ...session.assessment().profile, tier: "minimal" });
    expect(await screen.findByText(t.differsShort)).toBeTruthy();
    expect(screen.getByText(hasText(t.differs("tier limited risk")))).toBeTruthy();
  });
});

test("on the page of a new system the walk fills the form and is recorded with the creation", async () => {
  const tab = openTab();
  window.location.hash = "#/new";
  render(() => <App workbench={tab.workbench} />);
  const dialog = await openTree("en", "new");
  await walkByKeys(dialog, limited, "en");
  fireEvent.click(await within(dialog).findByRole("button", { name: "Enter in the form" }));
  await waitFor(() => expect((screen.getByRole("radio", { name: "Limited risk" }) as HTMLInputElement).checked).toBe(true));
  expect((screen.getByRole("checkbox", { name: "Deployer" }) as HTMLInputElement).checked).toBe(true);
  fireEvent.input(screen.getByRole("textbox", { name: /^Name/ }), { target: { value: "Chatbot" } });
  fireEvent.input(screen.getByRole("textbox", { name: /^Purpose/ }), { target: { value: "Answers." } });
  fireEvent.click(screen.getByRole("checkbox", { name: /ALTAI/ }));
  fireEvent.click(screen.getByRole("button", { name: "Create and begin" }));
  await until(() => tab.workbench.session() !== null);
  const made = tab.workbench.session()!.assessment();
  expect(made.profile).toEqual({ tier: "limited", role: ["deployer"] });
  expect(made.classifications).toMatchObject([{ tree: act.id, conclusion: "not-high", by: "Mei" }]);
});
