import { describe, expect, test } from "vitest";
import type { Figure, ReportDocument } from "#domain";
import { composeReport } from "#report";
import { only, printed, printedStrings, printedTable } from "./print-report.ts";
import { inputOf, template } from "./sample.ts";

const english = composeReport(inputOf());
const [oversightResult, dutiesResult] = inputOf().result.checklists;

describe("the figures of a report", () => {
  /** The same result with every open interval set to 37–83%, figures that nothing else in the sample prints. */
  function marked(): ReportDocument {
    const input = inputOf();
    const mark = <T>(tree: T): T => {
      if (typeof tree !== "object" || tree === null) return tree;
      if (Array.isArray(tree)) return tree.map(mark) as T;
      const copy = Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, mark(value)]));
      const isOpen = "low" in copy && "high" in copy && copy["low"] !== copy["high"];
      return (isOpen ? { ...copy, low: 0.37, high: 0.83 } : copy) as T;
    };
    return composeReport({ ...input, result: mark(input.result) });
  }

  test("[S6] are never one end of an open interval alone, in any printed string", () => {
    const strings = printedStrings(marked());
    const lone = /(?<![\d.])37(?!\d|–83%)|(?<!37–)(?<![\d.])83(?!\d)/;
    expect(strings.filter((text) => lone.test(text))).toEqual([]);
    expect(strings.filter((text) => text.includes("37–83%")).length).toBeGreaterThan(10);
  });

  test("[S6] are one figure and not a range once every applicable question is answered", () => {
    expect(printed(english.blocks)).toContain("The system reaches 100% of what its targets require.");
    expect(printed(english.blocks)).toContain("The system reaches 40–77% of what its targets require. The range narrows");
  });

  test("[S12] never show the headline of a blocked checklist without saying so beside it", () => {
    const input = inputOf();
    const [first, second] = input.result.checklists;
    if (!first || !second) throw new Error("the sample has two checklists");
    const total: Figure = { ...first.total, low: 0.61, high: 0.79 };
    const document = composeReport({ ...input, result: { ...input.result, checklists: [{ ...first, total }, second] } });
    const words = "Blocked: a knockout question fails";
    const headlines = document.blocks.flatMap((block, index): readonly boolean[] => {
      if (!printed([block]).includes("61–79%")) return [];
      if (block.kind === "cover") return [block.marks[0]?.mark.blocked === true && block.marks[0].note.includes(words)];
      if (block.kind === "bars") return [block.rows[0]?.mark.blocked === true && block.rows[0].note === words];
      if (block.kind === "table") return [printed([{ ...block, rows: block.rows.slice(0, 1) }]).includes(words)];
      return [printed(document.blocks.slice(index - 1, index)).startsWith("Blocked: 1 knockout question")];
    });
    expect(headlines).toEqual([true, true, true, true, true]);
    expect(printedStrings(document).join("\n").split("61–79%")).toHaveLength(6);
  });

  test("[S12] say so beside the headline of the brief summary too", () => {
    const brief = composeReport(inputOf({ template: template([{ part: "summary", detail: "brief" }]) }));
    const [row] = only(brief, "table")[0]?.rows ?? [];
    expect(row?.cells[0]).toMatchObject({ line: [{ text: "Oversight list" }, { text: "\nBlocked: 1 knockout falls short" }] });
    expect(row?.cells[1]).toMatchObject({ mark: { blocked: true, label: "40–77%" } });
  });

  test("[S12] are marked as blocked for the failing checklist only", () => {
    expect(only(english, "cover")[0]?.marks.map(({ mark }) => mark.blocked ?? false)).toEqual([true, false]);
    expect(oversightResult?.blocked).toBe(true);
    expect(dutiesResult?.blocked).toBe(false);
  });

  test("[S14] cut exposures off, so that 3 × (0.6 − 0.2) reads 1.20 and never 1.19", () => {
    const text = printedTable(english, "Findings by exposure, Oversight list");
    expect(text).toContain("2.10");
    expect(text).toContain("0.20");
    expect(text).not.toMatch(/\d\.\d{5}/);
  });

  test("[S8] come with the note that phases overlap", () => {
    expect(printed(english.blocks)).toContain("Phase figures are views of the same answers: they overlap");
  });

  test("[S9] show Plan-Do-Check-Act only for a checklist that marks its sections so", () => {
    const titles = only(english, "table").map(({ title }) => title);
    expect(titles).toContain("Standing by Plan-Do-Check-Act stage, Oversight list");
    expect(titles).not.toContain("Standing by Plan-Do-Check-Act stage, Duties list");
  });

  test("draw a radar from three sections on, and bars below that", () => {
    expect(only(english, "radar").map(({ axes }) => axes.length)).toEqual([3]);
    expect(only(english, "bars").map(({ title }) => title)).toContain("Reach of target by section, Duties list");
  });

  test("leave a heatmap cell blank where no question stands, and dash it where none applies", () => {
    const [map] = only(english, "heatmap");
    expect(map?.columns).toHaveLength(7);
    expect(map?.rows[1]?.cells.map((mark) => mark?.label ?? null)).toEqual([null, "0–100%", "–", "0–100%", null, null, null]);
  });
});
