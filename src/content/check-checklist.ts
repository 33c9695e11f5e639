import { nearMiss } from "#domain";
import type { Unplaced } from "./describe-issue.ts";
import { checkIds, list, mapping, type Loose, type Path } from "./loose.ts";

/** Deepest nesting of sections; a report's headings and a reader's patience end before. */
const mostSectionDepth = 8;

/**
 * What a checklist must keep beyond its shape: ids that occur once, levels that rise strictly, scales that exist,
 * phases named once, sections at most eight deep, and questions at the leaves. Looks at data of any shape, so that
 * everything wrong with a file is said in one go.
 */
export function checkChecklist(value: unknown): readonly Unplaced[] {
  const checklist = mapping(value);
  const scales = list(checklist["scales"]).map(mapping);
  const known = new Set(scales.map((scale) => scale["id"]).filter((id) => typeof id === "string"));
  const seen = new Map<string, Path>();
  const { problems, questions } = checkSections(list(checklist["sections"]), ["sections"], 1, { known, seen });
  const isEmpty = Array.isArray(checklist["sections"]) && questions === 0;
  return [
    ...checkIds([checklist], [], new Map(), true),
    ...checkIds(scales, ["scales"], new Map()),
    ...scales.flatMap((scale, index) => checkLevels(list(scale["levels"]).map(mapping), ["scales", index, "levels"])),
    ...problems,
    ...(isEmpty ? [{ code: "no-questions", message: "The checklist asks no question.", path: ["sections"] } as const] : []),
  ];
}

interface Surroundings {
  readonly known: ReadonlySet<string>;
  /** where each id of a section or question was first seen */
  readonly seen: Map<string, Path>;
}

interface Checked {
  readonly problems: readonly Unplaced[];
  readonly questions: number;
}

function checkSections(sections: readonly unknown[], path: Path, depth: number, around: Surroundings): Checked {
  if (depth > mostSectionDepth && sections.length > 0) {
    const message = `Sections are nested more than ${mostSectionDepth} deep.`;
    return { problems: [{ code: "out-of-range", message, path }], questions: 1 };
  }
  const checked = sections.map((one, index) => checkSection(mapping(one), [...path, index], depth, around));
  return {
    problems: checked.flatMap((one) => one.problems),
    questions: checked.reduce((sum, one) => sum + one.questions, 0),
  };
}

function checkSection(section: Loose, path: Path, depth: number, around: Surroundings): Checked {
  const own = list(section["questions"]);
  const ids = checkIds([section], path, around.seen, true);
  const asked = own.flatMap((one, index) => checkQuestion(mapping(one), [...path, "questions", index], around));
  const inner = checkSections(list(section["sections"]), [...path, "sections"], depth + 1, around);
  const questions = own.length + inner.questions;
  const message = `Section \`${String(section["id"])}\` holds no question.`;
  const empty: readonly Unplaced[] = questions === 0 ? [{ code: "no-questions", message, path }] : [];
  return { problems: [...ids, ...empty, ...asked, ...inner.problems], questions };
}

function checkQuestion(question: Loose, path: Path, { known, seen }: Surroundings): readonly Unplaced[] {
  const problems = [...checkIds([question], path, seen, true)];
  const scale = question["scale"];
  if (typeof scale === "string" && !known.has(scale)) {
    const meant = nearMiss(scale, [...known]);
    problems.push({
      code: "unknown-scale",
      message: `The scale \`${scale}\` is not defined in this file.`,
      path: [...path, "scale"],
      hint: meant ? `Did you mean \`${meant}\`?` : `Defined here: ${[...known].join(", ")}.`,
      facts: { known: [...known].join(", ").slice(0, 200), ...(meant ? { meant } : {}) },
    });
  }
  const phases = list(question["phases"]);
  for (const [index, phase] of phases.entries()) {
    if (phases.indexOf(phase) === index) continue;
    problems.push({ code: "duplicate-id", message: `The phase \`${String(phase)}\` is named twice.`, path: [...path, "phases", index] });
  }
  return problems;
}

function checkLevels(levels: readonly Loose[], path: Path): readonly Unplaced[] {
  const falling = levels.flatMap((level, index): readonly Unplaced[] => {
    const before = levels[index - 1]?.["value"];
    const { value } = level;
    if (typeof before !== "number" || typeof value !== "number" || value > before) return [];
    const message = `The values of a scale rise strictly; ${value} follows ${before}.`;
    return [{ code: "scale-not-rising", message, path: [...path, index, "value"] }];
  });
  return [...checkIds(levels, path, new Map()), ...falling];
}
