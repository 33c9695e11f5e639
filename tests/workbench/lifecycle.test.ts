import { describe, expect, test } from "vitest";
import type { LifecycleViewId, TemplateId } from "#domain";
import type { BundledLibrary, Preferences } from "#workbench";
import { altai, applicable, begin, level, library, lifecycles, openTab, until } from "./make-workbench.ts";

const fsc = "tw-fsc" as LifecycleViewId;
const iso = "iso-22989" as LifecycleViewId;

/** Preferences as a browser keeps them. */
function kept(first: Readonly<Record<string, string>> = {}): Preferences & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(first));
  return { all, read: (key) => all.get(key) ?? null, write: (key, value) => void all.set(key, value) };
}

/** The library, counting how often the views are loaded; they fail to load as often as `failing` says. */
function counting(failing = 0): { readonly library: BundledLibrary; readonly loads: () => number } {
  let loads = 0;
  const load = async () => {
    loads += 1;
    if (loads <= failing) throw new Error("offline");
    return lifecycles;
  };
  return { library: { ...library, lifecycles: { ...library.lifecycles, load } }, loads: () => loads };
}

describe("the lifecycle that gaps and reports are read through", () => {
  test("is ours until one is chosen, and then nothing is loaded", async () => {
    const { library: counted, loads } = counting();
    const tab = openTab(undefined, { library: counted });
    const session = await begin(tab);
    expect(tab.workbench.lifecycles.map(({ id }) => id)).toEqual(["nist-ai-rmf", "tw-fsc", "tw-public-sector-draft", "iso-22989"]);
    expect(session.phases()).toEqual({ kind: "own" });
    await session.composeReport("full-report" as TemplateId, "en");
    expect(loads()).toBe(0);
  });

  test("is kept in this browser, and ours again when the app no longer has it", () => {
    const preferences = kept();
    openTab(undefined, { preferences }).workbench.settings.setLifecycle(fsc);
    expect(openTab(undefined, { preferences }).workbench.settings.lifecycle()).toBe(fsc);
    openTab(undefined, { preferences }).workbench.settings.setLifecycle(null);
    expect(openTab(undefined, { preferences }).workbench.settings.lifecycle()).toBeNull();
    expect(openTab(undefined, { preferences: kept({ lifecycle: "waterfall" }) }).workbench.settings.lifecycle()).toBeNull();
  });

  test("[S8] is followed by the figures of every phase, answer by answer", async () => {
    const tab = openTab(undefined, { preferences: kept({ lifecycle: fsc }) });
    const session = await begin(tab);
    expect(session.phases()).toEqual({ kind: "loading" });
    await until(() => session.phases().kind === "view");
    const figures = () => {
      const read = session.phases();
      const own = read.kind === "view" ? read.reading.checklists.find((one) => one.checklist === altai) : undefined;
      return own?.phases.map(({ figure }) => figure?.coverage ?? null) ?? [];
    };
    expect(figures()).toEqual([0, 0, 0, 0]);
    for (const question of applicable(session, altai)) session.answer(altai, question, level("3"));
    expect(figures()).toEqual([1, 1, 1, 1]);
  });

  test("can be changed while it is shown", async () => {
    const tab = openTab(undefined, { preferences: kept({ lifecycle: fsc }) });
    const session = await begin(tab);
    const shown = () => {
      const read = session.phases();
      return read.kind === "view" ? read.reading.view.id : null;
    };
    await until(() => shown() === fsc);
    tab.workbench.settings.setLifecycle(iso);
    await until(() => shown() === iso);
    tab.workbench.settings.setLifecycle(null);
    expect(session.phases()).toEqual({ kind: "own" });
  });

  test("that cannot be loaded says so, shows no figure of another, and can be tried again", async () => {
    const { library: counted, loads } = counting(1);
    const tab = openTab(undefined, { library: counted, preferences: kept({ lifecycle: fsc }) });
    const session = await begin(tab);
    await until(() => session.phases().kind === "failed");
    expect(loads()).toBe(1);
    const failed = session.phases();
    if (failed.kind === "failed") failed.retry();
    await until(() => session.phases().kind === "view");
    expect(loads()).toBe(2);
  });

  test("stands in the report that is composed, and a report is not composed through another in silence", async () => {
    const { library: counted } = counting(1);
    const tab = openTab(undefined, { library: counted, preferences: kept({ lifecycle: fsc }) });
    const session = await begin(tab);
    const compose = () => session.composeReport("executive-summary" as TemplateId, "zh-TW");
    await expect(compose()).rejects.toMatchObject({ code: "report-failed" });
    const text = JSON.stringify(await compose());
    expect(text).toContain("金管會金融業運用AI指引（四階段）");
    expect(text).toContain("4 系統佈署及監控");
    tab.workbench.settings.setLifecycle(null);
    expect(JSON.stringify(await compose())).not.toContain("4 系統佈署及監控");
  });
});

test("a template says whether it names phases and of which checklists it speaks", () => {
  const { workbench } = openTab();
  expect(workbench.templates().map(({ id, namesPhases, checklists }) => [id, namesPhases, checklists ?? "all"]).toSorted()).toEqual([
    ["executive-summary", true, "all"],
    ["full-report", true, "all"],
    ["statement-of-applicability", false, "with-controls"],
  ]);
});
