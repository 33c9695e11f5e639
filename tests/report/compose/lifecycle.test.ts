import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseLifecycles } from "#content";
import { languages, type Language, type LifecycleView } from "#domain";
import { composeReport, type ReportInput } from "#report";
import { readThrough } from "#scoring";
import { entriesOf, only, printed, printedStrings, rowsOf } from "./print-report.ts";
import { duties, executive, inputOf, oversight, pin, template } from "./sample.ts";

const parsed = parseLifecycles(readFileSync(join(import.meta.dirname, "../../../checklists/lifecycles.yaml")));
if (!parsed.ok) throw new Error("the lifecycles do not parse");
const viewOf = (id: string): LifecycleView => {
  const found = parsed.value.views.find((one) => one.id === id);
  if (!found) throw new Error(`no view ${id}`);
  return found;
};
const fsc = viewOf("tw-fsc");

/** The sample read through `view`. */
function through(view: LifecycleView, more: Partial<ReportInput> = {}): ReportInput {
  const input = inputOf(more);
  return { ...input, lifecycle: readThrough(input.checklists.map((one) => one.checklist), input.result, view) };
}

const cellTexts = (row: ReturnType<typeof rowsOf>[number]) =>
  row.cells.map((cell) => (cell.kind === "text" ? cell.line.map((run) => run.text).join("") : cell.kind === "bar" ? cell.mark.label : cell.label));

describe("a report read through another lifecycle", () => {
  const english = composeReport(through(fsc));

  test("[S8] prints every phase of the view with the figure of its questions", () => {
    const rows = rowsOf(english, "phase").filter(({ anchor }) => anchor?.startsWith("phase:oversight"));
    expect(rows.map((row) => cellTexts(row)[0])).toEqual(fsc.phases.map(({ title }) => title.en));
    const read = through(fsc).lifecycle?.checklists.find((one) => one.checklist === oversight.id);
    expect(rows.map((row) => row.cells[1])).toMatchObject(read!.phases.map(({ figure }) => ({ kind: "bar", mark: { low: figure?.low, high: figure?.high } })));
  });

  test("[S8] says of a phase without a question that it has none, and never 0", () => {
    const rows = rowsOf(english, "phase").filter(({ anchor }) => anchor?.startsWith("phase:duties"));
    expect(rows.map((row) => cellTexts(row).slice(1, 3))).toMatchObject([
      ["No question of this checklist stands here", "–"],
      ["No question of this checklist stands here", "–"],
      ["No question of this checklist stands here", "–"],
      ["100%", "100%"],
    ]);
    const heatmap = only(english, "heatmap").find(({ title }) => title.includes("Duties list"));
    expect(heatmap?.rows[0]?.cells.map((cell) => cell?.label ?? null)).toEqual([null, null, null, "100%"]);
  });

  test("counts the findings of a phase by the phases that it maps", () => {
    const [last] = rowsOf(english, "phase").filter(({ anchor }) => anchor === "phase:oversight:phase4");
    expect(cellTexts(last!)).toContain("O-1.1.a, O-3.b, O-1.1.b");
  });

  test("names the view on the cover, above the phases and in every heatmap, and none of our phases outside the mapping", () => {
    expect(only(english, "cover")[0]?.facts).toContainEqual({ label: "Lifecycle read through", value: fsc.title.en });
    expect(only(english, "heatmap").every(({ title }) => title.endsWith(fsc.title.en))).toBe(true);
    expect(printedStrings(english).filter((text) => text.includes(fsc.note!.en))).toHaveLength(2);
    const mapping = only(english, "table").find(({ title }) => title.startsWith("Which phases of Assay"));
    const elsewhere = english.blocks.filter((block) => block !== mapping);
    expect(printed(elsewhere)).not.toContain("Operate and monitor");
    expect(mapping?.rows.map(cellTexts).at(-1)).toEqual(["4 System deployment and monitoring", "Deploy and use, Operate and monitor, Retire"]);
  });

  test("says in the methodology the view, its source, whose mapping it is and that phases overlap [S8]", () => {
    for (const language of languages) {
      const said = printed(composeReport(through(viewOf("iso-22989"), { language, template: template([{ part: "methodology" }]) })).blocks);
      const { title, source, note } = viewOf("iso-22989");
      for (const part of [title[language], source.name, source.publisher, note![language], source.note![language], "S8"]) expect(said).toContain(part);
    }
  });

  test("places an answer in the phases of the view", () => {
    const [entry] = entriesOf(composeReport(through(viewOf("tw-public-sector-draft"))), "answer").filter(({ anchor }) => anchor === "answer:oversight:O-1.2.a");
    expect(entry?.about.map((run) => run.text).join("")).toContain("1 Use-case assessment, 2 Project initiation");
  });

  test("has one picture of all checklists in the brief form, with every phase of the view", () => {
    const brief = composeReport(through(fsc, { template: template([{ part: "summary", detail: "brief" }, { part: "phases", detail: "brief" }]) }));
    expect(only(brief, "heatmap")[0]).toMatchObject({ columns: fsc.phases.map(({ title }) => title.en), rows: [{ label: "Oversight list" }, { label: "Duties list" }] });
    expect(printed(brief.blocks)).toContain("lowest in the phase 2 Data collection and input, 0–100%");
  });

  test("is not named by a report in which no phase stands", () => {
    const parts = [{ part: "cover" }, { part: "findings" }, { part: "evidence" }] as const;
    expect(printed(composeReport(through(fsc, { template: template(parts) })).blocks)).not.toContain(fsc.title.en);
    expect(printed(composeReport(through(fsc, { template: template(executive) })).blocks)).toContain(fsc.title.en);
  });

  test("does not pass in silence over a checklist that the reading lacks", () => {
    const input = through(fsc);
    const lifecycle = { view: fsc, checklists: input.lifecycle!.checklists.slice(1) };
    expect(() => composeReport({ ...input, lifecycle })).toThrow(/no figures for oversight\/tw-fsc/);
  });
});

test("without a view the phases are ours, and the methodology says whose they are", () => {
  const said = (language: Language) => printed(composeReport(inputOf({ language, checklists: [pin(oversight), pin(duties, "0f")] })).blocks);
  expect(said("en")).toContain("Phases are those that each question names: the six stages of NIST AI RMF");
  expect(said("zh-TW")).toContain("NIST AI RMF圖2的六個階段，另加除役");
  expect(said("en")).not.toContain("Lifecycle read through");
});
