import {
  findQuestion,
  listSections,
  placeQuestions,
  type Checklist,
  type ChecklistId,
  type CrosswalkBasis,
  type CrosswalkEnd,
  type LocalText,
  type PinnedChecklist,
  type Question,
  type QuestionId,
  type Related,
  type Relation,
  type Section,
  type SectionId,
} from "#domain";

/** What is related to a question in one checklist, for one reason. */
export interface RelatedGroup {
  readonly checklist: ChecklistId;
  readonly relation: Relation;
  readonly own: QuestionId | SectionId;
  readonly basis: CrosswalkBasis;
  /** said of all; null when there is none or each has its own */
  readonly note: LocalText | null;
  readonly items: readonly RelatedItem[];
}

export interface RelatedItem {
  readonly end: CrosswalkEnd;
  /** null when the group says it */
  readonly note: LocalText | null;
}

/** What is said once for several stands once. Groups and items keep the order of their first. */
export function groupRelated(related: readonly Related[]): readonly RelatedGroup[] {
  const keyOf = ({ other, relation, own, mapping }: Related) =>
    JSON.stringify([other.checklist, relation, own, mapping.basis.kind, mapping.basis.by, mapping.basis.date]);
  return [...new Set(related.map(keyOf))].flatMap((key): readonly RelatedGroup[] => {
    const members = related.filter((one) => keyOf(one) === key);
    const [first] = members;
    if (!first) return [];
    const { other, relation, own, mapping } = first;
    const isShared = members.every((one) => JSON.stringify(one.mapping.note) === JSON.stringify(mapping.note));
    const items = members.map((one) => ({ end: one.other, note: isShared ? null : (one.mapping.note ?? null) }));
    return [{ checklist: other.checklist, relation, own, basis: mapping.basis, note: isShared ? (mapping.note ?? null) : null, items }];
  });
}

/** One end of a mapping, found in a checklist of the assessment. */
export type FoundEnd =
  | { readonly kind: "question"; readonly checklist: Checklist; readonly question: Question }
  | { readonly kind: "section"; readonly checklist: Checklist; readonly section: Section; readonly first: QuestionId | null };

/** Null when the checklist is not part of the assessment, or in a version that has no such id. */
export function findEnd(checklists: readonly PinnedChecklist[], end: CrosswalkEnd): FoundEnd | null {
  const checklist = checklists.find((one) => one.checklist.id === end.checklist)?.checklist;
  if (!checklist) return null;
  const placed = findQuestion(checklist, end.id);
  if (placed) return { kind: "question", checklist, question: placed.question };
  const section = listSections(checklist.sections).find((one) => one.section.id === end.id)?.section;
  return section ? { kind: "section", checklist, section, first: placeQuestions([section])[0]?.question.id ?? null } : null;
}
