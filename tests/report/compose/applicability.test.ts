import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseTemplate } from "#content";
import {
  languages,
  placeQuestions,
  type Answer,
  type Assessment,
  type Checklist,
  type EvidenceId,
  type LevelId,
  type Question,
  type QuestionId,
  type SectionId,
} from "#domain";
import { composeReport } from "#report";
import { only, printed, rowsOf } from "./print-report.ts";
import { assessment, duties, inputOf, oversight, pin, template } from "./sample.ts";

const root = join(import.meta.dirname, "../../..");

function read<T>(path: string, parse: (bytes: Uint8Array) => { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  const parsed = parse(readFileSync(join(root, path)));
  if (!parsed.ok) throw new Error(`${path} does not parse`);
  return parsed.value;
}

const iso = read("checklists/iso-42001.yaml", parseChecklist);
const statement = read("templates/statement-of-applicability.yaml", parseTemplate);

const both = (text: string) => ({ en: text, "zh-TW": `${text}控制` });
const control = (id: string, more: Partial<Question> = {}): Question => ({
  ...placeQuestions(oversight.sections)[0]!.question,
  id: id as QuestionId,
  ref: id,
  control: both(`Title of ${id}`),
  target: 0.8,
  ...more,
});
const { control: _none, ...plain } = control("plain");

/** An annex of controls of every fate, and a clause that is none. */
const annex: Checklist = {
  ...oversight,
  id: "annex" as Checklist["id"],
  title: both("Annex list"),
  sections: [
    { id: "C" as SectionId, ref: "1", title: both("Clauses"), questions: [plain] },
    {
      id: "A" as SectionId,
      ref: "A",
      title: both("Controls"),
      questions: [
        control("met"),
        control("partly"),
        control("nil"),
        control("excluded"),
        control("unreasoned"),
        control("silent"),
        control("elsewhere", { appliesWhen: { tags: ["generative"] } }),
      ],
    },
  ],
};

const said: Readonly<Record<string, Answer>> = {
  met: { level: "3" as LevelId, note: "Required by the tender.", evidence: ["ev-log", "ev-old"] as unknown as readonly EvidenceId[], by: "Lin", at: "2026-11-20T08:30:00.000Z" },
  partly: { level: "2" as LevelId },
  nil: { level: "0" as LevelId, evidence: ["ev-none" as EvidenceId] },
  excluded: { notApplicable: true, justification: "Nothing is trained here.", by: "Wu", at: "2026-11-19T01:00:00.000Z" },
  unreasoned: { notApplicable: true },
  plain: { level: "4" as LevelId },
};

const whole: Assessment = { ...assessment, answers: { ...assessment.answers, [annex.id]: said }, checklists: [{ id: annex.id, version: "1.2.0" }] };
const stated = (language: "en" | "zh-TW" = "en") =>
  composeReport(inputOf({ assessment: whole, checklists: [pin(oversight), pin(annex)], conflicts: [], template: statement, language }));

const cellsOf = (id: string, document = stated()) =>
  rowsOf(document, "control")
    .find(({ anchor }) => anchor === `control:annex:${id}`)
    ?.cells.map((cell) => (cell.kind === "text" ? cell.line.map((run) => run.text).join("") : cell.kind === "bar" ? cell.mark.label : cell.label));

describe("the Statement of Applicability", () => {
  test("lists every question that names a control, and no other, under its section", () => {
    expect(rowsOf(stated(), "control").map(({ anchor }) => anchor)).toEqual(
      ["met", "partly", "nil", "excluded", "unreasoned", "silent", "elsewhere"].map((id) => `control:annex:${id}`),
    );
    expect(only(stated(), "heading").map(({ text }) => text)).toContain("A Controls");
  });

  test("[S7] says of a control that applies why, how far it has come, on what evidence and whether that is in force, and who said so", () => {
    expect(cellsOf("met")).toEqual([
      "met\nTitle of met",
      "Yes",
      "Required by the tender.\nIn the checklist: must; Lin, 20 November 2026",
      "Implemented\nPractised",
      "Override log (in force)\nOld manual (expired on 31 December 2025)",
    ]);
  });

  test("tells implemented, partly and not at all apart by target and value [S4] [S11]", () => {
    expect(["met", "partly", "nil"].map((id) => cellsOf(id)?.[3])).toEqual(["Implemented\nPractised", "Partly\nDefined", "Not implemented\nAbsent"]);
    expect(cellsOf("partly")?.[2]).toContain("No reason for inclusion is recorded.");
    expect(cellsOf("partly")?.[4]).toBe("No evidence linked");
    expect(cellsOf("nil")?.[4]).toBe("ev-none, not in this assessment");
  });

  test("[S3] excludes only what has a reason, and prints it", () => {
    expect(cellsOf("excluded")?.slice(1, 4)).toEqual(["Excluded", "Nothing is trained here.\nIn the checklist: must; Wu, 19 November 2026", "–"]);
    expect(cellsOf("unreasoned")?.slice(1, 3)).toEqual([
      "Undecided",
      "Marked not applicable without a reason; it counts as unanswered.\nIn the checklist: must; Author and time not recorded",
    ]);
  });

  test("[S6] counts what nobody has answered as undecided, never as in", () => {
    expect(cellsOf("silent")?.slice(1)).toEqual(["Undecided", "Not answered.\nIn the checklist: must", "–", "–"]);
    const warnings = only(stated(), "paragraph").filter(({ tone }) => tone === "warning");
    expect(printed(warnings)).toContain("The statement is not complete while these 2 controls are undecided: unreasoned, silent.");
  });

  test("[S2] says of a control that the profile does not call for that it is out of scope", () => {
    expect(cellsOf("elsewhere")?.slice(1, 3)).toEqual(["Out of scope", "The checklist does not ask for it under this profile (S2).\nIn the checklist: must"]);
  });

  test("adds up: each control has one decision, each applicable one has come so far", () => {
    expect(printed(stated().blocks)).toContain(
      "Of 7 controls, 3 are applicable, 1 excluded with a reason and 2 undecided. 1 is out of scope for this profile (S2). Of the applicable ones, 1 is implemented, 1 partly and 1 not.",
    );
    const counts = only(stated(), "table").find(({ title }) => title.startsWith("Controls by group"));
    expect(counts?.rows.map((row) => printed([{ ...counts, rows: [row] }]).split("\n").slice(-9))).toEqual([
      ["All controls", "7", "3", "1", "1", "1", "1", "2", "1"],
      ["A Controls", "7", "3", "1", "1", "1", "1", "2", "1"],
    ]);
  });

  test("shows where copies disagree on a control", () => {
    const conflicts = [{ checklist: annex.id, question: "silent" as QuestionId, count: 2 }];
    const document = composeReport(inputOf({ assessment: whole, checklists: [pin(annex)], conflicts, template: statement }));
    expect(cellsOf("silent", document)?.[2]).toContain("2 answers stand side by side.");
  });

  test("speaks only of checklists with controls, names the others, and lists only evidence of controls", () => {
    const english = printed(stated().blocks);
    expect(english).toContain("Not part of this statement, as they have no controls: Oversight list.");
    expect(only(stated(), "cover")[0]?.marks.map(({ label }) => label)).toEqual(["Annex list"]);
    expect(english).not.toContain("Director’s statement");
    expect(english).toContain("Linked by: met");
    expect(english).toContain("The evidence linked to the controls, and whether it is in force");
  });

  test("says in one sentence that there is nothing to state when no checklist has a control", () => {
    for (const language of languages) {
      const document = composeReport(inputOf({ template: statement, language }));
      const said = only(document, "paragraph").filter(({ tone }) => tone === "warning").map((block) => printed([block]));
      expect(said).toEqual([
        language === "en"
          ? "This assessment has no checklist with controls to declare, such as ISO/IEC 42001, so there is nothing to state here."
          : "本評估未選用列有控制措施的清單（例如ISO/IEC 42001），因此沒有可聲明的事項。",
      ]);
      expect(only(document, "signature")).toHaveLength(2);
    }
  });

  test("is not read into a checklist without controls", () => {
    const document = composeReport(inputOf({ template: template([{ part: "applicability" }]), checklists: [pin(duties)] }));
    expect(rowsOf(document, "control")).toEqual([]);
  });

  for (const language of languages) {
    test(`has all 38 controls of ISO/IEC 42001 Annex A by number and title in ${language}`, () => {
      const document = composeReport(inputOf({ assessment: { ...whole, answers: {} }, checklists: [pin(iso)], conflicts: [], template: statement, language }));
      const rows = rowsOf(document, "control");
      const controls = placeQuestions(iso.sections).flatMap(({ question }) => (question.control ? [question] : []));
      expect(controls).toHaveLength(38);
      expect(controls.every(({ ref }) => ref.startsWith("A."))).toBe(true);
      expect(rows.map(({ cells: [cell] }) => (cell?.kind === "text" ? cell.line.map((run) => run.text).join("") : ""))).toEqual(
        controls.map((one) => `${one.ref}\n${one.control?.[language]}`),
      );
    });
  }
});
