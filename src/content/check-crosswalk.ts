import { listSections, nearMiss, placeQuestions, type Checklist, type Crosswalk, type Problem } from "#domain";
import type { Unplaced } from "./describe-issue.ts";
import { list, mapping, type Path } from "./loose.ts";

/**
 * What a crosswalk must keep beyond its shape: nothing is related to itself, and no pair is stated twice on one basis,
 * in whichever direction. Two publishers may state the same pair.
 */
export function checkMappings(value: unknown): readonly Unplaced[] {
  const seen = new Map<string, number>();
  return mappingsOf(value).flatMap(({ from, to, basis, path }, index): readonly Unplaced[] => {
    const ends = [from, to].map((end) => JSON.stringify([end["checklist"], end["id"]]));
    if ([from, to].some((end) => typeof end["checklist"] !== "string" || typeof end["id"] !== "string")) return [];
    if (ends[0] === ends[1]) {
      const message = `\`${String(from["id"])}\` is related to itself.`;
      return [{ code: "self-mapping", message, path: [...path, "to"], hint: "Name another question or section, or strike the mapping." }];
    }
    const key = JSON.stringify([...ends.toSorted(), basis["kind"], basis["by"]]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    if (first === undefined) return [];
    const message = `\`${String(from["id"])}\` and \`${String(to["id"])}\` are related already on this basis.`;
    return [{ code: "duplicate-mapping", message, path, hint: `First at mappings.${first}; strike one of the two.` }];
  });
}

/** Every end of a crosswalk that none of `checklists` has. */
export function findUnknownEnds(value: unknown, checklists: readonly Checklist[]): readonly Unplaced[] {
  const known = new Map(checklists.map((checklist) => [checklist.id as string, idsOf(checklist)]));
  return mappingsOf(value).flatMap(({ from, to, path }) =>
    ([["from", from], ["to", to]] as const).flatMap(([side, { checklist, id }]): readonly Unplaced[] => {
      if (typeof checklist !== "string" || typeof id !== "string") return [];
      const ids = known.get(checklist);
      if (!ids) return [{ ...unknown(`There is no checklist \`${checklist}\` here.`, checklist, [...known.keys()]), path: [...path, side, "checklist"] }];
      if (ids.has(id)) return [];
      return [{ ...unknown(`\`${checklist}\` has no question or section \`${id}\`.`, id, [...ids]), path: [...path, side, "id"] }];
    }),
  );
}

/** What is wrong with a crosswalk that is read already, given the checklists it may refer to. Has paths, but no lines. */
export function checkCrosswalk(crosswalk: Crosswalk, checklists: readonly Checklist[]): readonly Problem[] {
  return [...checkMappings(crosswalk), ...findUnknownEnds(crosswalk, checklists)].map(({ path, ...rest }) => ({ ...rest, path: path.map(String).join(".") }));
}

function mappingsOf(value: unknown) {
  return list(mapping(value)["mappings"]).map((one, index) => {
    const { from, to, basis } = mapping(one);
    const path: Path = ["mappings", index];
    return { from: mapping(from), to: mapping(to), basis: mapping(basis), path };
  });
}

function idsOf({ sections }: Checklist): ReadonlySet<string> {
  return new Set([...listSections(sections).map((one) => one.section.id), ...placeQuestions(sections).map((one) => one.question.id)]);
}

function unknown(message: string, word: string, known: readonly string[]): Omit<Unplaced, "path"> {
  const meant = nearMiss(word, known);
  return { code: "unknown-reference", message, hint: meant ? `Did you mean \`${meant}\`?` : "Name one that is there, or strike the mapping." };
}
