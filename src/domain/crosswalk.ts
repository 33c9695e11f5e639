import type { ChecklistId, QuestionId, SectionId } from "./ids.ts";
import type { LocalText } from "./text.ts";

/** What `from` is to `to`. Superset: `from` asks for all that `to` asks for, and more. Intersects: no more than related. */
export const relations = ["equal", "superset", "subset", "intersects"] as const;
export type Relation = (typeof relations)[number];

/** Who says that two things are related. `by` and `date` are the publisher's; of a judgement, whose and when. */
export type CrosswalkBasis =
  | { readonly kind: "published"; readonly by: string; readonly date?: string }
  | { readonly kind: "judgement"; readonly by?: string; readonly date?: string };

/** A question of a checklist, or a section: then everything beneath it is meant. */
export interface CrosswalkEnd {
  readonly checklist: ChecklistId;
  readonly id: QuestionId | SectionId;
}

export interface Mapping {
  readonly from: CrosswalkEnd;
  readonly to: CrosswalkEnd;
  readonly relation: Relation;
  readonly basis: CrosswalkBasis;
  readonly note?: LocalText;
}

/** `checklists/crosswalk.yaml` (S17). Related is not equivalent: nothing here moves a score. */
export interface Crosswalk {
  readonly format: "assay-crosswalk/1";
  readonly version: string;
  readonly note?: LocalText;
  readonly mappings: readonly Mapping[];
}

/** One thing related to a question, read from the question's side. */
export interface Related {
  readonly other: CrosswalkEnd;
  /** what `own` is to `other` */
  readonly relation: Relation;
  /** the question itself, or the section above it for which the relation is stated */
  readonly own: QuestionId | SectionId;
  readonly mapping: Mapping;
}

/**
 * S17: everything that a question is related to, by itself or by a section above it, whichever side of a mapping it
 * stands on, in authored order. A mapping of which both ends are the question's own is left out: it says nothing new.
 */
export function relatedTo(
  crosswalk: Crosswalk,
  checklist: ChecklistId,
  question: QuestionId,
  sectionsAbove: readonly SectionId[],
): readonly Related[] {
  const own = new Set<string>([question, ...sectionsAbove]);
  const isOwn = (end: CrosswalkEnd) => end.checklist === checklist && own.has(end.id);
  return crosswalk.mappings.flatMap((mapping): readonly Related[] => {
    const { from, to, relation } = mapping;
    if (isOwn(from) === isOwn(to)) return [];
    if (isOwn(from)) return [{ other: to, relation, own: from.id, mapping }];
    return [{ other: from, relation: reversedRelation[relation], own: to.id, mapping }];
  });
}

/** The same relation, said from the other side. */
export const reversedRelation: Readonly<Record<Relation, Relation>> = {
  equal: "equal",
  superset: "subset",
  subset: "superset",
  intersects: "intersects",
};
