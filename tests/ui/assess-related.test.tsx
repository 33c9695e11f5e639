import { cleanup, fireEvent, render, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChecklistId, Crosswalk, Mapping, QuestionId, SectionId } from "#domain";
import type { Session } from "#workbench";
import { App } from "../../src/ui/app.tsx";
import { altai, begin, checklists, crosswalk, level, library, openTab, until, type TestTab } from "../workbench/make-workbench.ts";

const nist = "nist-ai-rmf" as ChecklistId;
const iso = "iso-42001" as ChecklistId;
const aiAct = "eu-ai-act" as ChecklistId;
const first = "ALTAI-1.2.a" as QuestionId;
const related = "MAP-3.5" as QuestionId;

// The first test loads every page of the app.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  window.location.hash = "";
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

/** ALTAI and NIST AI RMF side by side, open at a question of ALTAI-1.2, which the crosswalk relates to NIST, ISO and the AI Act. */
async function show(tab: TestTab = openTab(), question: QuestionId = first): Promise<Session> {
  const session = await begin(tab, { checklists: [altai, nist] });
  window.location.hash = `#/assess/${session.id}/${altai}/${question}`;
  render(() => <App workbench={tab.workbench} />);
  await screen.findByRole("region", { name: "Where the checklist stands" }, { timeout: 10_000 });
  return session;
}

async function open(): Promise<HTMLElement> {
  const summary = await screen.findByText(/^Also asked by \(\d+\)$/);
  const details = summary.closest("details") as HTMLDetailsElement;
  expect(details.open).toBe(false);
  fireEvent.click(summary.closest("summary") as HTMLElement);
  await within(details).findAllByRole("list");
  return details;
}

const titleOf = (id: ChecklistId) => checklists.find((one) => one.checklist.id === id)?.checklist.title.en ?? "";
const group = (details: HTMLElement, id: ChecklistId) => within(details).getByRole("region", { name: titleOf(id) });

/** A tab whose crosswalk holds these mappings alone. */
const tabWith = (mappings: readonly Mapping[]) => openTab(undefined, { library: { ...library, crosswalk: async () => ({ ...crosswalk, mappings }) } });

function mapping(to: ChecklistId, id: string, more: Partial<Mapping> = {}): Mapping {
  const from = { checklist: altai, id: "ALTAI-1.2" as SectionId };
  return { from, to: { checklist: to, id: id as SectionId }, relation: "intersects", basis: { kind: "judgement", by: "Assay", date: "2026-11-21" }, ...more };
}

describe("also asked by", () => {
  test("names what is related in another checklist, by whose word, and that no score moves [S17]", async () => {
    await show();
    const details = await open();
    const words = group(details, nist).textContent ?? "";
    expect(words).toContain("Section ALTAI-1.2 is related to it, no more.");
    expect(words).toContain("Assay’s judgement, 21 November 2026.");
    expect(words).not.toContain("Not part of this assessment.");
    const ids = within(group(details, nist)).getAllByRole("link").map((link) => link.querySelector(".related-id")?.textContent);
    expect(ids).toContain(related);
    expect(within(details).getByText(/moves no score here/)).toBeTruthy();
  });

  test("a checklist that is not part of the assessment is named, without words or a link", async () => {
    await show(tabWith([mapping(iso, "ISO-A.6.1.3"), mapping(iso, "ISO-A.9.2")]));
    expect(await screen.findByText("Also asked by (2)")).toBeTruthy();
    const outside = group(await open(), iso);
    expect(outside.textContent).toContain("Not part of this assessment.");
    expect(within(outside).getAllByRole("listitem").map((row) => row.textContent)).toEqual(["ISO-A.6.1.3", "ISO-A.9.2"]);
    expect(within(outside).queryByRole("link")).toBeNull();
  });

  test("a note that holds for all of a group stands once", async () => {
    const note = { en: "For high risk only.", "zh-TW": "僅適用於高風險。" };
    await show(tabWith([mapping(aiAct, "AIA-14", { note }), mapping(aiAct, "AIA-26", { note }), mapping(nist, "MAP-3.5", { note }), mapping(nist, "GOVERN-3.2")]));
    const details = await open();
    expect(within(group(details, aiAct)).getAllByText(note.en)).toHaveLength(1);
    const [withNote, without] = within(group(details, nist)).getAllByRole("listitem");
    expect([withNote?.textContent?.includes(note.en), without?.textContent?.includes(note.en)]).toEqual([true, false]);
  });

  test("an answer there shows here at once, and the figures here stay as they were [S17]", async () => {
    const session = await show();
    const rows = within(group(await open(), nist));
    const before = JSON.stringify(session.result().checklists[0]);
    const row = () => rows.getAllByRole("listitem").find((one) => one.textContent?.includes(related))?.textContent ?? "";
    expect(row()).toMatch(/Not answered$/);
    session.answer(nist, related, level("3"));
    await waitFor(() => expect(row()).toMatch(/Practised$/));
    expect(JSON.stringify(session.result().checklists[0])).toBe(before);
    expect(session.assessment().answers[altai]).toBeUndefined();
  });

  test("the link leads to the related question", async () => {
    await show(tabWith([mapping(nist, related)]));
    const link = within(group(await open(), nist)).getAllByRole("link")[0] as HTMLAnchorElement;
    fireEvent.click(link);
    await until(() => window.location.hash.includes(`${nist}/${related}`));
    await waitFor(() => expect(document.querySelector(".question-id")?.textContent).toBe(related));
    expect(document.activeElement?.tagName).toBe("H2");
  });

  test("a question that nothing is related to has no such line", async () => {
    await show(tabWith([mapping(nist, related)]), "ALTAI-0.a" as QuestionId);
    await screen.findByRole("button", { name: "Add evidence" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/^Also asked by/)).toBeNull();
  });

  test("what a publisher relates is said to be published by it, in its own relation, read from either side", async () => {
    const from = { checklist: nist, id: related };
    await show(tabWith([mapping(altai, first, { from, relation: "superset", basis: { kind: "published", by: "NIST", date: "2023-01-26" } })]));
    const words = group(await open(), nist).textContent ?? "";
    expect(words).toContain("This question asks for a part of it. Published by NIST, 26 January 2023.");
  });

  test("a crosswalk that cannot be loaded takes nothing else away, and is tried again at the next question", async () => {
    let tries = 0;
    const flaky = async (): Promise<Crosswalk> => {
      tries += 1;
      if (tries === 1) throw new Error("offline");
      return crosswalk;
    };
    await show(openTab(undefined, { library: { ...library, crosswalk: flaky } }));
    expect(screen.queryByText(/^Also asked by/)).toBeNull();
    fireEvent.keyDown(document.body, { key: "j" });
    expect(await screen.findByText(/^Also asked by/)).toBeTruthy();
    expect(tries).toBe(2);
  });
});
