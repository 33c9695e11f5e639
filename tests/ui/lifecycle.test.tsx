import { cleanup, fireEvent, screen, within } from "@solidjs/testing-library";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSignal, type JSX } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseLifecycles } from "#content";
import { languages, placeQuestions, summarizeViews, type Checklist, type Language, type LifecycleViewId } from "#domain";
import { readThrough, scoreAssessment } from "#scoring";
import type { PhaseReading, Settings } from "#workbench";
import { StatusMark } from "../../src/ui/parts/index.ts";
import { texts } from "../../src/ui/texts/index.ts";
import { ChecklistGaps } from "../../src/ui/views/gaps/checklist-gaps.tsx";
import { ExplainTable } from "../../src/ui/views/gaps/explain-dialog.tsx";
import { BeforeSigning } from "../../src/ui/views/report/before-signing.tsx";
import { assessment, checklist, pinned, result, showCase, whole } from "./show-case.tsx";

afterEach(cleanup);

const parsed = parseLifecycles(readFileSync(join(import.meta.dirname, "../../checklists/lifecycles.yaml")));
if (!parsed.ok) throw new Error("the lifecycles do not parse");
const lifecycles = parsed.value;
const fsc = lifecycles.views.find((one) => one.id === "tw-fsc")!;

interface Given {
  readonly language?: Language;
  readonly phases?: PhaseReading;
}

/** `part` in a workbench that keeps the lifecycle chosen. */
function show(part: () => JSX.Element, { language = "en", phases }: Given = {}) {
  const [lifecycle, setLifecycle] = createSignal<LifecycleViewId | null>(null);
  const reading = (): PhaseReading =>
    phases ?? (lifecycle() ? { kind: "view", reading: readThrough([checklist], whole, fsc) } : { kind: "own" });
  showCase(part, {
    language,
    session: { phases: reading },
    workbench: { lifecycles: summarizeViews(lifecycles), settings: { person: () => "", lifecycle, setLifecycle } as unknown as Settings },
  });
  return { lifecycle };
}

const gaps = (language?: Language, phases?: PhaseReading) =>
  show(() => <ChecklistGaps pinned={pinned} result={result} />, { ...(language ? { language } : {}), ...(phases ? { phases } : {}) });
const bars = (name: string) => within(screen.getByRole("list", { name })).getAllByRole("listitem");
const words = (element: Element) => (element.textContent ?? "").replace(/\d+(–\d+)?%$/, "");

describe("the lifecycle on the Gaps page", () => {
  for (const language of languages) {
    test(`is ours at first, and in ${language} the bars and the heatmap follow the one chosen`, () => {
      const t = texts(language);
      const { lifecycle } = gaps(language);
      expect(bars(t.gaps.phases)[0]?.textContent).toContain(t.common.phase["plan-design"]);
      fireEvent.change(screen.getByLabelText(t.lifecycle.label), { target: { value: "tw-fsc" } });
      expect(lifecycle()).toBe("tw-fsc");
      const titles = fsc.phases.map(({ title }) => title[language]);
      expect(bars(t.gaps.phases).map((bar) => titles.find((title) => bar.textContent?.startsWith(title)))).toEqual(titles);
      const heatmap = screen.getByRole("table", { name: t.gaps.heatmap });
      expect(within(heatmap).getAllByRole("columnheader").slice(1).map((head) => head.textContent)).toEqual(titles);
      expect(screen.getByText(fsc.note![language])).toBeTruthy();
      expect(screen.getByText(t.lifecycle.overlap)).toBeTruthy();
      fireEvent.change(screen.getByLabelText(t.lifecycle.label), { target: { value: "own" } });
      expect(lifecycle()).toBeNull();
      expect(bars(t.gaps.phases)[0]?.textContent).toContain(t.common.phase["plan-design"]);
    });
  }

  test("[S8] a phase without a question says so; it has no figure and cannot be pressed", () => {
    const t = texts("en");
    const phases = fsc.phases.map((phase, index) => ({ ...phase, maps: index === 1 ? [] : phase.maps }));
    gaps("en", { kind: "view", reading: readThrough([checklist], whole, { ...fsc, phases }) });
    const [first, second] = bars(t.gaps.phases);
    expect(words(second!)).toBe(`2 Data collection and input${t.lifecycle.noQuestion}`);
    expect(within(second!).queryByRole("button")).toBeNull();
    expect(within(second!).queryByRole("img")).toBeNull();
    expect(within(first!).getByRole("button")).toBeTruthy();
  });

  test("that is not here yet shows no figure; one that cannot be opened says so and can be tried again", () => {
    const t = texts("en");
    gaps("en", { kind: "loading" });
    expect(screen.getByText(t.lifecycle.loading)).toBeTruthy();
    expect(screen.queryByRole("list", { name: t.gaps.phases })).toBeNull();
    expect(screen.queryByRole("table", { name: t.gaps.heatmap })).toBeNull();
    cleanup();
    const retry = vi.fn();
    gaps("en", { kind: "failed", retry });
    expect(screen.getByText(t.lifecycle.failed)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: t.common.buttons.retry }));
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe("[S9] Plan-Do-Check-Act on the Gaps page", () => {
  const marked: Checklist = { ...checklist, sections: checklist.sections.map((one, index) => (index === 0 ? one : { ...one, pdca: index % 2 ? "plan" : "act" })) };
  const scored = scoreAssessment([marked], assessment);
  const own = scored.checklists[0]!;

  test("has a bar for each stage that is marked, and says how many questions stand under no mark", () => {
    const t = texts("en");
    show(() => <ChecklistGaps pinned={{ checklist: marked, digest: pinned.digest }} result={own} />);
    expect(bars(t.gaps.pdca).map(words)).toEqual(["Plan", "Act"]);
    const unmarked = placeQuestions(marked.sections).filter(({ sections }) => sections.every((one) => one.pdca === undefined)).length;
    expect(unmarked).toBeGreaterThan(0);
    expect(screen.getByText(t.gaps.pdcaUnmarked(unmarked))).toBeTruthy();
  });

  test("[S13] opens the questions of which a stage is made", () => {
    const t = texts("en");
    show(() => <ExplainTable explained={{ title: t.common.pdca.act, figure: own.pdca.act!, within: { pdca: "act" } }} checklist={marked} result={own} />);
    const required = within(screen.getByRole("table")).getAllByRole("row").slice(1)
      .map((row) => Number(within(row).getAllByRole("cell")[3]?.textContent?.split(" / ")[1]));
    expect(required.reduce((sum, one) => sum + one, 0)).toBeCloseTo(own.pdca.act!.required, 9);
  });

  test("is not there where a checklist has no such mark", () => {
    const t = texts("en");
    const { sections, ...rest } = checklist;
    const bare = { ...rest, sections: sections.map(({ pdca: _mark, ...section }) => section) } as Checklist;
    show(() => <ChecklistGaps pinned={{ checklist: bare, digest: pinned.digest }} result={scoreAssessment([bare], assessment).checklists[0]!} />);
    expect(screen.queryByRole("heading", { name: t.gaps.pdca })).toBeNull();
  });
});

test("before signing, a report of controls speaks of no other checklist", () => {
  const t = texts("en");
  const statement = { id: "s" as never, title: checklist.title, description: checklist.title, namesPhases: false, checklists: "with-controls" } as const;
  show(() => <BeforeSigning template={statement} />);
  expect(screen.getByText(t.report.before.clean)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});

test("a status mark says the words it is given, else its own", () => {
  show(() => (
    <>
      <StatusMark status="partially-satisfied" label={"Partly\nDefined"} />
      <StatusMark status="satisfied" />
    </>
  ));
  expect(screen.getByText(/Partly\s+Defined/)).toBeTruthy();
  expect(screen.getByText(texts("en").common.status.satisfied)).toBeTruthy();
});
