import { list, mapping, type Loose, type Path } from "../loose.ts";
import { textOf } from "./values.ts";

/** A question that a requirement puts in words of its own. */
export interface Asked {
  readonly question: Loose;
  /** of the question; null when it has none */
  readonly urn: string | null;
  readonly type: string;
  readonly choices: readonly unknown[];
  /** from the requirement */
  readonly path: Path;
  readonly choicesPath: Path;
}

/**
 * The questions of a requirement, as `questions` (a mapping by URN, or a list) or in the older form as `question`, where
 * all share one type and one list of choices.
 */
export function askedBy(node: Loose): readonly Asked[] {
  const older = mapping(node["question"]);
  const shared = { type: textOf(older["question_type"]) ?? "text", choices: list(older["question_choices"]) };
  const fromOlder = list(older["questions"]).map((value, index): Asked => {
    const question = mapping(value);
    return { question, urn: textOf(question["urn"]), ...shared, path: ["question", "questions", index], choicesPath: ["question", "question_choices"] };
  });
  const given = node["questions"];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(given) ? [...given.entries()] : Object.entries(mapping(given));
  const fromNewer = entries.map(([key, value]): Asked => {
    const question = mapping(value);
    const urn = textOf(question["urn"]) ?? (typeof key === "string" ? key : null);
    const path = ["questions", key];
    return { question, urn, type: textOf(question["type"]) ?? "text", choices: list(question["choices"]), path, choicesPath: [...path, "choices"] };
  });
  return [...fromOlder, ...fromNewer];
}

/** The texts that more than one of these requirements ask, as in "Result of the check" beneath each. */
export function repeatedTexts(nodes: readonly Loose[]): ReadonlySet<string> {
  const once = new Set<string>();
  const often = new Set<string>();
  for (const node of nodes) {
    const own = new Set(askedBy(node).flatMap(({ question }) => textOf(question["text"]) ?? []));
    for (const text of own) (once.has(text) ? often : once).add(text);
  }
  return often;
}
