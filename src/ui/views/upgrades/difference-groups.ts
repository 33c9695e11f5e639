import { isUnchanged, type QuestionComparison } from "#domain";

export const differenceKinds = ["reworded", "replaced", "removed", "new", "settings", "moved"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** What kinds of difference one question shows; one that is reworded may also be moved. None for one that is the same. */
export function kindsOf(one: QuestionComparison): readonly DifferenceKind[] {
  switch (one.kind) {
    case "new":
      return [one.replaces.length > 0 ? "replaced" : "new"];
    case "removed":
      return [one.replacedBy.length > 0 ? "replaced" : "removed"];
    case "kept":
      return [
        ...(one.reworded.length > 0 ? (["reworded"] as const) : []),
        ...(one.changes.length > 0 ? (["settings"] as const) : []),
        ...(one.moved ? (["moved"] as const) : []),
      ];
  }
}

/** Grouped by its first kind, in the order of the kinds; what is the same is left out. */
export function inGroups(questions: readonly QuestionComparison[], only: DifferenceKind | null): readonly QuestionComparison[] {
  const differing = questions.filter((one) => !isUnchanged(one) && (only === null || kindsOf(one).includes(only)));
  const rank = (one: QuestionComparison) => differenceKinds.findIndex((kind) => kindsOf(one).includes(kind));
  return only ? differing : differing.toSorted((a, b) => rank(a) - rank(b));
}
