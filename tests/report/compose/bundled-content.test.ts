import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseChecklist, parseTemplate } from "#content";
import { languages, placeQuestions, type Answer, type EvidenceId, type LevelId, type Parsed } from "#domain";
import { composeReport } from "#report";
import { anchorsOf, inlinesOf, printedStrings } from "./print-report.ts";
import { assessment, inputOf, pin } from "./sample.ts";

const root = resolve(import.meta.dirname, "../../..");

function readAll<T>(folder: string, parse: (source: Uint8Array) => Parsed<T>): readonly T[] {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith(".yaml"));
  return files.flatMap((name) => {
    const parsed = parse(readFileSync(join(root, folder, name)));
    return parsed.ok ? [parsed.value] : [];
  });
}

const checklists = readAll("checklists", parseChecklist);
const templates = readAll("templates", parseTemplate);

/** Four questions in five answered, by turns at each level, every second with evidence. */
const answers = Object.fromEntries(
  checklists.map((checklist) => [
    checklist.id,
    Object.fromEntries(
      placeQuestions(checklist.sections).flatMap(({ question }, index): readonly (readonly [string, Answer])[] =>
        index % 5 === 4
          ? []
          : [[question.id, { level: String((index * 7) % 5) as LevelId, evidence: index % 2 ? ["ev-log" as EvidenceId] : [] }]],
      ),
    ),
  ]),
);
const whole = { ...assessment, answers, checklists: checklists.map(({ id, version }) => ({ id, version })) };
const input = inputOf({ assessment: whole, checklists: checklists.map((checklist) => pin(checklist)), conflicts: [] });

describe("the bundled checklists and templates", () => {
  test("are there to be composed", () => {
    expect(checklists.length).toBeGreaterThan(1);
    expect(templates.map(({ id }) => id)).toContain("full-report");
  });

  for (const template of templates) {
    for (const language of languages) {
      test(`make the template ${template.id} in ${language} without an empty string, a loose link or a word “undefined”`, () => {
        const document = composeReport({ ...input, template, language });
        const anchors = new Set(anchorsOf(document.blocks));
        expect(inlinesOf(document.blocks).filter(({ to }) => to !== undefined && !anchors.has(to))).toEqual([]);
        expect(inlinesOf(document.blocks).filter(({ text }) => text === "")).toEqual([]);
        expect(printedStrings(document).filter((text) => /undefined|\[object|NaN/.test(text))).toEqual([]);
      });
    }
  }
});
