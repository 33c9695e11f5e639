import {
  pdcaAbove,
  placeQuestions,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Figure,
  type LifecyclePhase,
  type PdcaStage,
  type PlacedQuestion,
  type SectionId,
} from "#domain";

/** A figure that somebody asked about, and which questions it is made of. */
export interface Explained {
  readonly title: string;
  readonly figure: Figure;
  readonly blocked?: boolean;
  /** `phases`: those that name at least one of them */
  readonly within: { readonly section?: SectionId; readonly phases?: readonly LifecyclePhase[]; readonly pdca?: PdcaStage };
}

export interface ExplainLine extends PlacedQuestion {
  readonly contribution: Contribution;
}

/** S13: what each question in scope brings to a figure, in authored order. */
export function explainLines(checklist: Checklist, result: ChecklistResult, within: Explained["within"]): readonly ExplainLine[] {
  const contributions = new Map(result.contributions.map((one) => [one.question, one]));
  return placeQuestions(checklist.sections).flatMap((placed): readonly ExplainLine[] => {
    const contribution = contributions.get(placed.question.id);
    if (!contribution || contribution.state === "out-of-scope") return [];
    if (within.section && !placed.sections.some((one) => one.id === within.section)) return [];
    if (within.phases && !placed.question.phases.some((phase) => within.phases?.includes(phase))) return [];
    if (within.pdca && pdcaAbove(placed.sections) !== within.pdca) return [];
    return [{ ...placed, contribution }];
  });
}
