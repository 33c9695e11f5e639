import { describe, expect, test } from "vitest";
import { carryAnswers, compareChecklists, type Answer, type Assessment, type LevelId } from "#domain";
import { composeReport, type ReportInput } from "#report";
import { scoreAssessment } from "#scoring";
import { craneQuestion as q, pinnedCrane } from "../../fixtures/crane/crane.ts";
import { printedStrings } from "./print-report.ts";

const [first, second] = [pinnedCrane("1.0.0"), pinnedCrane("2.0.0")];
const ref = { id: first.checklist.id, version: "1.0.0", digest: first.digest };
const said = (level: string): Answer => ({ level: level as LevelId, note: `note of ${level}`, by: "Mei", at: "2026-11-01T09:00:00.000Z" });
const given = { [q("1.a")]: said("2"), [q("1.b")]: said("1"), [q("2.b")]: said("0") };
const carried = carryAnswers(compareChecklists(first.checklist, second.checklist), { before: first.checklist, after: second.checklist, ref }, given);

function printedWith(answers: Readonly<Record<string, Answer>>, language: "en" | "zh-TW", earlier: ReportInput["earlier"] = [first]): string {
  const assessment = {
    id: "a", system: { name: "Crane", purpose: "Lifts" }, assessedAt: "2026-11-21", profile: { tier: "high" },
    checklists: [{ id: second.checklist.id, version: "2.0.0", digest: second.digest }],
    answers: { [second.checklist.id]: answers }, evidence: [], attestations: [], classifications: [],
  } as unknown as Assessment;
  return printedStrings(
    composeReport({
      template: { format: "assay-template/1", id: "t", version: "1.0.0", title: { en: "R", "zh-TW": "報告" }, description: { en: "", "zh-TW": "" }, paper: "A4", parts: [{ part: "summary" }, { part: "answers" }] } as unknown as ReportInput["template"],
      language,
      checklists: [second],
      earlier: earlier ?? [],
      assessment,
      result: scoreAssessment([second.checklist], assessment),
      conflicts: [],
      provenance: { appVersion: "0", createdAt: "2026-11-21T09:00:00.000Z", heads: [], events: 0 },
    }),
  ).join("\n");
}

const takenOver = Object.fromEntries(carried.map((one) => [one.question, one.answer]));

describe("answers to an earlier version in a report", () => {
  test("that wait to be confirmed are counted beside the headline and marked where they stand", () => {
    const paper = printedWith(takenOver, "en");
    expect(paper).toContain("1 answer was given to an earlier wording of the question and not confirmed since");
    expect(paper).toContain("Given to the wording of version 1.0.0 and not confirmed since.");
    expect(printedWith(takenOver, "zh-TW")).toContain("有1題依舊版題目文字作答");
  });

  test("to questions no longer asked are printed with the words that were asked and said", () => {
    const paper = printedWith(takenOver, "en");
    for (const words of ["Answers to questions no longer asked", "PC-2.b", "Is the paper logbook kept beside the screen?", "Absent", "note of 0", "Mei"]) expect(paper).toContain(words);
    expect(printedWith(takenOver, "zh-TW")).toContain("紙本日誌是否放在螢幕旁？");
  });

  test("whose wording is not at hand are printed all the same", () => {
    const paper = printedWith(takenOver, "en", []);
    for (const words of ["The wording of the question was not at hand.", "PC-2.b", "note of 0"]) expect(paper).toContain(words);
  });

  test("change no word where there are none", () => {
    const paper = printedWith({ [q("1.b")]: said("1") }, "en");
    for (const words of ["no longer asked", "earlier wording", "version 1.0.0"]) expect(paper).not.toContain(words);
  });
});
