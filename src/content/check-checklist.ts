import { nearMiss } from "#domain";
import type { Unplaced } from "./describe-issue.ts";
import { checkIds, list, mapping, type Loose, type Path } from "./loose.ts";

/** Deepest nesting of sections; a report's headings and a reader's patience end before. */
const mostSectionDepth = 8;

/**
 * What a checklist must keep beyond its shape: ids that occur once, levels that rise strictly, scales that exist,
 * phases named once, sections at most eight deep, questions at the leaves, and replaced questions gone. Looks at data of any shape, so that
 * everything wrong with a file is said in one go.
 */
export function checkChecklist(value: unknown): readonly Unplaced[] {
  const checklist = mapping(value);
  const scales = list(checklist["scales"]).map(mapping);
  const known = new Set(scales.map((scale) => scale["id"]).filter((id) => typeof id === "string"));
  const seen = new Map<string, Path>();
  const replaced: Replaced[] = [];
  const { problems, questions } = checkSections(list(checklist["sections"]), ["sections"], 1, { known, seen, replaced });
  const isEmpty = Array.isArray(checklist["sections"]) && questions === 0;
  return [
    ...checkIds([checklist], [], new Map(), true),
    ...checkIds(scales, ["scales"], new Map()),
    ...scales.flatMap((scale, index) => checkLevels(list(scale["levels"]).map(mapping), ["scales", index, "levels"])),
    ...problems,
    ...checkReplaced(replaced, seen),
    ...(isEmpty ? [{ code: "no-questions", message: "The checklist asks no question.", path: ["sections"] } as const] : []),
  ];
}

interface Surroundings {
  readonly known: ReadonlySet<string>;
  /** where each id of a section or question was first seen */
  readonly seen: Map<string, Path>;
  /** gathered on the way, to be looked at once every id is known */
  readonly replaced: Replaced[];
}

interface Replaced {
  readonly id: string;
  readonly path: Path;
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

function checkQuestion(question: Loose, path: Path, { known, seen, replaced }: Surroundings): readonly Unplaced[] {
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
  for (const [index, id] of list(question["replaces"]).entries()) {
    if (typeof id !== "string") continue;
    if (list(question["replaces"]).indexOf(id) === index) replaced.push({ id, path: [...path, "replaces", index] });
    else problems.push({ code: "duplicate-id", message: `The replaced question \`${id}\` is named twice.`, path: [...path, "replaces", index], facts: { id } });
  }
  return problems;
}

/** A question that stands in the place of another takes over from one that is no longer asked. */
function checkReplaced(replaced: readonly Replaced[], seen: ReadonlyMap<string, Path>): readonly Unplaced[] {
  return replaced.flatMap(({ id, path }): readonly Unplaced[] => {
    const inUse = seen.get(id);
    if (!inUse) return [];
    return [
      {
        code: "replaced-in-use",
        message: `\`${id}\` is said to be replaced, and is still in use in this file.`,
        path,
        hint: `It stands at ${inUse.slice(0, -1).join(".")}. A question that is reworded keeps its id and replaces nothing.`,
        facts: { id },
      },
    ];
  });
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
