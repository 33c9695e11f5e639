import { describe, expect, test } from "vitest";
import { relatedTo, type ChecklistId, type Crosswalk, type QuestionId, type Relation, type SectionId } from "#domain";

/** "a/1 subset b/2": from, relation, to. */
function crosswalk(...lines: readonly string[]): Crosswalk {
  const end = (said = "") => {
    const [checklist, id] = said.split("/");
    return { checklist: checklist as ChecklistId, id: id as QuestionId };
  };
  const mappings = lines.map((line) => {
    const [from, relation, to] = line.split(" ");
    return { from: end(from), to: end(to), relation: relation as Relation, basis: { kind: "judgement" } as const };
  });
  return { format: "assay-crosswalk/1", version: "1.0.0", mappings };
}

/** Of question a/1.1.x in sections 1 and 1.1, as "own relation other". */
function related(...lines: readonly string[]): readonly string[] {
  const found = relatedTo(crosswalk(...lines), "a" as ChecklistId, "1.1.x" as QuestionId, ["1", "1.1"] as unknown as SectionId[]);
  return found.map(({ own, relation, other }) => `${own} ${relation} ${other.checklist}/${other.id}`);
}

describe("[S17] what a question is related to", () => {
  test("is said of it or of a section above it, on either side of a mapping, in authored order", () => {
    expect(related("a/1.1.x equal b/1", "b/2 equal a/1.1", "a/1 intersects c/3", "b/9 equal c/9")).toEqual(["1.1.x equal b/1", "1.1 equal b/2", "1 intersects c/3"]);
  });

  test("is read from its own side: a subset turned round is a superset", () => {
    expect(related("a/1.1.x subset b/1", "b/2 subset a/1.1.x", "b/3 superset a/1")).toEqual(["1.1.x subset b/1", "1.1.x superset b/2", "1 subset b/3"]);
  });

  test("is not what another section or the same id of another checklist is related to", () => {
    expect(related("a/1.2 equal b/1", "b/1.1.x equal c/1", "a/2 equal b/2")).toEqual([]);
  });

  test("may stand in the same checklist, but not above the question itself", () => {
    expect(related("a/1.1.x intersects a/2.1", "a/1.1.x subset a/1")).toEqual(["1.1.x intersects a/2.1"]);
  });
});
