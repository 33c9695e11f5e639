import { describe, expect, test } from "vitest";
import type { Answer, Assessment, QuestionId } from "#domain";
import { composeReport } from "#report";
import { entriesOf, printed } from "./print-report.ts";
import { assessment, duties, inputOf, oversight, template } from "./sample.ts";

const source = { checklist: duties.id, question: "D-a" as QuestionId, relation: "superset", basis: "judgement" } as const;

/** The sample with two answers taken over from the duties list, one of which counts nowhere as its level is unknown. */
const whole: Assessment = {
  ...assessment,
  answers: {
    ...assessment.answers,
    [oversight.id]: { ...assessment.answers[oversight.id], ...withSource("O-1.2.a", "O-2.d") },
  },
};

function withSource(...questions: readonly string[]): Record<string, Answer> {
  return Object.fromEntries(questions.map((id) => [id, { ...assessment.answers[oversight.id]?.[id as QuestionId], source }]));
}

const entryOf = (language: "en" | "zh-TW", question: string) =>
  entriesOf(composeReport(inputOf({ assessment: whole, language })), "answer").find((one) => one.anchor?.endsWith(`:${question}`));
const bodyOf = (language: "en" | "zh-TW", question: string) => entryOf(language, question)?.body.map((one) => one.text).join("") ?? "";

describe("[S17] answers taken over in a report", () => {
  test("name the list, the question, the relation and its basis, in both languages", () => {
    expect(bodyOf("en", "O-1.2.a")).toContain("Taken over from: Duties list, D-a; asks for all of this and more (relation judged, S17)");
    expect(bodyOf("zh-TW", "O-1.2.a")).toContain("採納自：義務清單、D-a；該題涵蓋本題全部要求且更多（對應屬判讀，S17）");
  });

  test("lead to the question that they were taken over from", () => {
    expect(entryOf("en", "O-1.2.a")?.body.find((one) => one.text === "D-a")?.to).toBe("answer:duties:D-a");
  });

  test("of a checklist that the report lacks are named by its id", () => {
    const alone = composeReport(inputOf({ assessment: { ...whole, checklists: whole.checklists.slice(0, 1) }, checklists: inputOf().checklists.slice(0, 1) }));
    expect(printed(alone.blocks)).toContain("Taken over from: duties, D-a");
  });

  test("that count nowhere are not said to be taken over", () => {
    expect(bodyOf("en", "O-2.d")).not.toContain("Taken over");
    expect(bodyOf("en", "O-1.1.b")).not.toContain("Taken over");
  });

  test("are counted for each checklist in the provenance, in full and in brief", () => {
    const answered = inputOf({ assessment: whole }).result.checklists[0]?.contributions.filter((one) => one.state === "answered").length;
    const said = `1 of ${answered} answers were taken over from other checklists, each accepted by a person (S17): 1 from Duties list.`;
    const brief = composeReport(inputOf({ assessment: whole, template: template([{ part: "provenance", detail: "brief" }]) }));
    expect(printed(composeReport(inputOf({ assessment: whole })).blocks)).toContain(said);
    expect(printed(brief.blocks)).toContain(`Oversight list: ${said}`);
    expect(printed(composeReport(inputOf()).blocks)).not.toContain("taken over from other checklists");
  });

  test("are explained with the method", () => {
    expect(printed(composeReport(inputOf()).blocks)).toContain("its level is the highest on the other scale that does not exceed what was answered");
  });
});
