import type { ChecklistId, EvidenceId, QuestionId } from "#domain";
import type { Chapter, Entry } from "./report-context.ts";
import type { OpenKind } from "./texts/report-texts.ts";

/** In the order in which a signer should look at them. */
const openKinds = [
  "conflict",
  "unanswered-must",
  "not-applicable-without-reason",
  "evidence-not-effective",
  "met-without-evidence",
] as const satisfies readonly OpenKind[];

/** One thing that is still open about one question. */
export interface Open {
  readonly kind: OpenKind;
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly entry: Entry | undefined;
  readonly evidence?: EvidenceId;
}

/** The result's open points and the answers on which copies disagree, gravest kind first, then in authored order. */
export function listOpen(chapter: Chapter): readonly Open[] {
  const found = chapter.result.openPoints.map((point): Open => ({
    ...point,
    checklist: chapter.checklist.id,
    entry: chapter.entryOf.get(point.question),
  }));
  const conflicts = chapter.entries
    .filter((entry) => entry.conflict > 0)
    .map((entry): Open => ({ kind: "conflict", checklist: entry.checklist, question: entry.question.id, entry }));
  return openKinds.flatMap((kind) => [...conflicts, ...found].filter((open) => open.kind === kind));
}

export function countOpenKinds(chapter: Chapter): readonly { readonly kind: OpenKind; readonly count: number }[] {
  const open = listOpen(chapter);
  return openKinds.map((kind) => ({ kind, count: open.filter((one) => one.kind === kind).length }));
}
