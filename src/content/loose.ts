import type { Unplaced } from "./describe-issue.ts";

export type Path = readonly PropertyKey[];
export type Loose = Readonly<Record<string, unknown>>;

/** The mapping that `value` is, or an empty one: the schema says what is wrong with it. */
export function mapping(value: unknown): Loose {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Loose) : {};
}

/** The list that `value` is, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reports each id that was seen before. `isItself`: `path` leads to the one holder, not to a list of them. */
export function checkIds(holders: readonly Loose[], path: Path, seen: Map<string, Path>, isItself = false): readonly Unplaced[] {
  const problems: Unplaced[] = [];
  for (const [index, { id }] of holders.entries()) {
    if (typeof id !== "string") continue;
    const own = [...(isItself ? path : [...path, index]), "id"];
    const first = seen.get(id);
    if (!first) seen.set(id, own);
    else problems.push({ code: "duplicate-id", message: `The id \`${id}\` is taken already.`, path: own, hint: `First at ${first.join(".")}.`, facts: { id } });
    if (id in {}) problems.push({ code: "forbidden-key", message: `\`${id}\` is not allowed as an id.`, path: own });
  }
  return problems;
}
