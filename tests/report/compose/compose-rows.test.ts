import { describe, expect, test } from "vitest";
import type { Checklist, Section } from "#domain";
import { composeReport } from "#report";
import { entriesOf, printed, printedTable, rowsOf } from "./print-report.ts";
import { assessment, inputOf } from "./sample.ts";

const english = composeReport(inputOf());

describe("the rows of a report", () => {
  const inState = (state: string) =>
    inputOf().result.checklists.flatMap(({ id, contributions }) =>
      contributions.filter((one) => one.state === state).map(({ question }) => `${id}:${question}`),
    );
  const anchored = (kind: string) => [...rowsOf(english, kind), ...entriesOf(english, kind)].map(({ anchor }) => anchor?.slice(kind.length + 1));

  test("[S11] name every finding exactly once, gravest first", () => {
    const findings = inputOf().result.checklists.flatMap(({ id, findings }) => findings.map(({ question }) => `${id}:${question}`));
    expect(findings.length).toBeGreaterThan(2);
    expect(anchored("finding")).toEqual(findings);
  });

  test("name every unanswered question exactly once, mandatory and heavy ones first", () => {
    expect(anchored("unanswered").toSorted()).toEqual(inState("unanswered").toSorted());
    expect(anchored("unanswered")).toEqual(["oversight:O-1.2.b", "oversight:O-2.b", "oversight:O-2.d"]);
  });

  test("[S3] name every justified ‘not applicable’ exactly once, with its reason", () => {
    expect(anchored("not-applicable")).toEqual(inState("not-applicable"));
    expect(printedTable(english, "Not applicable, Oversight list")).toContain("No own data are used.");
  });

  test("[S2] hold an entry for every question in scope and for no other", () => {
    const inScope = ["answered", "unanswered", "not-applicable"].flatMap(inState);
    expect(anchored("answer").toSorted()).toEqual(inScope.toSorted());
    expect(printed(english.blocks)).toContain("1 question is out of scope for this profile (S2) and not listed.");
  });

  test("name every piece of evidence exactly once, with hash or address and the questions it serves", () => {
    expect(anchored("evidence")).toEqual(assessment.evidence.map(({ id }) => id));
    const index = printedTable(english, "Evidence index");
    expect(index).toContain("12".repeat(32));
    expect(index).toContain("https://example.org/plan");
    expect(index).toContain("No: expired on 31 December 2025");
    expect(index).toContain("No: withdrawn");
    expect(index).toContain("O-1.1.a, O-1.1.b");
  });

  test("name every open point and every conflict before signing", () => {
    const expected = inputOf().result.checklists.flatMap(({ openPoints }) => openPoints).length + 1;
    expect(rowsOf(english, "open-point")).toHaveLength(expected);
    const text = printedTable(english, "Open points, Oversight list");
    expect(text).toContain("2 answers stand side by side");
    expect(text).toContain("A mandatory question has no answer.");
    expect(text).toContain("The target is met, but no evidence is linked.");
    expect(text).toContain("Marked not applicable without a reason");
    expect(text).toContain("New plan (in force only from 1 January 2027)");
    expect(text).toContain("ev-gone, not in this assessment");
    expect(printed(english.blocks)).toContain("Open before signing, 8 points");
  });

  test("[S4] say of every target where it was found", () => {
    const text = printed(english.blocks).replaceAll("\u00A0", " ");
    expect(text).toContain("target 0.60 (set for this assessment at oversight/O-1.2.a)");
    expect(text).toContain("target 0.90 (stated by the checklist at O-1.1)");
    expect(text).toContain("target 0.80 (tier default)");
    expect(printedTable(english, "Targets applied in this report (S4)")).toContain("default of the tier High risk");
  });

  test("[S13] print what a question brings to the sums, with the rules that decided it", () => {
    const answer = entriesOf(english, "answer").find(({ anchor }) => anchor === "answer:oversight:O-1.1.a");
    const figures = answer?.foot.map(({ text }) => text).join("").replaceAll("\u00A0", " ") ?? "";
    expect(figures.split("; ")).toEqual([
      "Lin, 20 November 2026, 08:30 UTC",
      "value 0.20",
      "target 0.90 (stated by the checklist at O-1.1)",
      "gap 70%",
      "exposure 2.10",
      "weight 3",
      "required 2.70",
      "reached 0.60",
      "evidenced 0.60",
      "S1, S4, S5, S6, S7, S11",
    ]);
  });

  test("[S13] draw what each question reaches of what it is asked for", () => {
    const marks = Object.fromEntries(entriesOf(english, "answer").map(({ anchor, mark }) => [anchor, mark]));
    expect(marks["answer:oversight:O-1.1.a"]).toMatchObject({ label: "22%", target: 1 });
    expect(marks["answer:oversight:O-1.2.b"]).toMatchObject({ low: 0, high: 1, label: "0–100%" });
    expect(marks["answer:oversight:O-2.a"]).toMatchObject({ low: null, target: null });
    expect(marks["answer:oversight:O-1.1.b"]?.evidenced).toBe(marks["answer:oversight:O-1.1.b"]?.low);
  });

  test("hold the whole text of a question once, and elsewhere a reference to it", () => {
    const said = "word ".repeat(30).trim();
    const input = inputOf();
    const checklists = input.checklists.map((pinned) => ({ ...pinned, checklist: retold(pinned.checklist, said) }));
    const whole = composeReport({ ...input, checklists });
    const times = printed(whole.blocks).split("\n").filter((text) => text === said).length;
    expect(times).toBe(entriesOf(whole, "answer").length);
    const parts = input.template.parts.filter(({ part }) => part !== "answers");
    const without = composeReport({ ...input, checklists, template: { ...input.template, parts } });
    expect(printed(without.blocks).split("\n").filter((text) => text.endsWith(said)).length).toBeGreaterThan(5);
  });

  test("show an answer with its level, meaning, note, evidence, author and time", () => {
    const text = printedTable(english, "Answers, Alerts");
    expect(text).toContain("Ad hoc: Officers switched the alert off.");
    expect(printedTable(english, "Levels of an answer, Oversight list")).toContain("Ad hoc\n0.20\nAd hoc in practice.");
    expect(text).toContain("Evidence: Override log; Old manual (not in force)");
    expect(text).toContain("Lin, 20 November 2026, 08:30 UTC");
    expect(printed(english.blocks)).toContain("The level “9” is not on the scale; the question counts as unanswered.");
  });
});

/** The checklist with every question worded as `said`. */
function retold(checklist: Checklist, said: string): Checklist {
  const retell = (section: Section): Section => ({
    ...section,
    ...(section.sections ? { sections: section.sections.map(retell) } : {}),
    ...(section.questions ? { questions: section.questions.map((one) => ({ ...one, text: { en: said, "zh-TW": said } })) } : {}),
  });
  return { ...checklist, sections: checklist.sections.map(retell) };
}
