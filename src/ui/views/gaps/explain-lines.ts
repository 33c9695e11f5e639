import {
  placeQuestions,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Figure,
  type LifecyclePhase,
  type PlacedQuestion,
  type SectionId,
} from "#domain";

/** A figure that somebody asked about, and which questions it is made of. */
export interface Explained {
  readonly title: string;
  readonly figure: Figure;
  readonly blocked?: boolean;
  readonly within: { readonly section?: SectionId; readonly phase?: LifecyclePhase };
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
    if (within.phase && !placed.question.phases.includes(within.phase)) return [];
    return [{ ...placed, contribution }];
  });
}
