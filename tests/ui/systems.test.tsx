import { HashRouter, Route } from "@solidjs/router";
import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, expect, test } from "vitest";
import type { AssessmentId, AssessmentMeta } from "#domain";
import { WorkbenchContext, type LiveWorkbench } from "#workbench";
import { ToasterProvider } from "../../src/ui/parts/index.ts";
import { SystemsPage } from "../../src/ui/pages/systems-page.tsx";
import { TextsProvider } from "../../src/ui/texts/index.ts";

afterEach(cleanup);

const rowOf = (place: number): AssessmentMeta => ({
  id: `a${place}` as AssessmentId,
  name: `System ${place}`,
  owner: place % 2 ? "Mei" : "Ana",
  createdAt: "2026-11-21T09:00:00.000Z",
  updatedAt: "2026-11-21T09:00:00.000Z",
  events: 1,
  exportedAt: null,
  exportedEvents: 0,
  checklists: [],
});

function showSystems(count: number, lost = 0) {
  const [rows, setRows] = createSignal<readonly AssessmentMeta[]>(Array.from({ length: count }, (_, place) => rowOf(place)));
  const remove = async (id: AssessmentId) => void setRows(rows().filter((row) => row.id !== id));
  const [gone, setGone] = createSignal(lost);
  const loss = { count: gone, takeNote: () => setGone(0) };
  const workbench = { loss, assessments: rows, persistence: () => null, isFromDisk: false, remove } as unknown as LiveWorkbench;
  render(() => (
    <WorkbenchContext.Provider value={workbench}>
      <TextsProvider language="en">
        <ToasterProvider>
          <HashRouter>
            <Route path="*" component={SystemsPage} />
          </HashRouter>
        </ToasterProvider>
      </TextsProvider>
    </WorkbenchContext.Provider>
  ));
  return { setRows };
}

const names = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
const search = (words: string) => fireEvent.input(screen.getByRole("searchbox"), { target: { value: words } });

test("of many systems the latest thirty stand, and each press shows thirty more and goes to the first of them", () => {
  showSystems(80);
  expect(names()).toHaveLength(30);
  expect(screen.getByText("30 of 80 shown, latest change first")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Show 30 more" }));
  expect(names()).toHaveLength(60);
  expect(document.activeElement?.textContent).toBe("System 30");
  fireEvent.click(screen.getByRole("button", { name: "Show 20 more" }));
  expect(names()).toHaveLength(80);
  expect(screen.queryByRole("button", { name: /^Show \d+ more$/u })).toBeNull();
});

test("a search finds what does not stand yet, and its end leads back to the first thirty", () => {
  showSystems(80);
  search("system 79 mei");
  expect(names()).toEqual(["System 79"]);
  search("mei");
  expect(names()).toHaveLength(30);
  expect(screen.getByRole("button", { name: "Show 10 more" })).toBeTruthy();
  search("");
  expect(names()[0]).toBe("System 0");
  expect(names()).toHaveLength(30);
});

test("a system that changes comes to the front, and the list keeps its length", () => {
  const { setRows } = showSystems(60);
  setRows((rows) => [{ ...rowOf(59), name: "Changed" }, ...rows.slice(0, 59)]);
  expect(names()).toHaveLength(30);
  expect(names()[0]).toBe("Changed");
});

test("a list that the browser has thrown away is said to be lost, until note is taken", () => {
  showSystems(0, 3);
  expect(screen.getByRole("alert").textContent).toContain("The 3 assessments that were listed here are gone");
  fireEvent.click(screen.getByRole("button", { name: "I have noted it" }));
  expect(screen.queryByRole("alert")).toBeNull();
});
