import {
  listSections,
  placeQuestions,
  type Assessment,
  type AssessmentResult,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Figure,
  type LifecycleReading,
  type LifecycleResult,
  type LifecycleView,
  type PlacedQuestion,
  type ScoringPolicy,
  type Section,
  type SectionId,
  type ViewPhase,
  type ViewPhaseId,
  type ViewPhaseResult,
} from "#domain";
import { contributeAll, type Scored } from "./contribute.ts";
import { sumFigure } from "./figure.ts";
import { standardPolicy } from "./policy.ts";

/**
 * S8 through a lifecycle view: a question counts once, with its full weight, in every phase of the view that maps at
 * least one of the phases it names. In the view's order; the figures overlap and do not add up to a total.
 */
export function scorePhases(
  checklist: Checklist,
  assessment: Assessment,
  view: LifecycleView,
  policy: ScoringPolicy = standardPolicy,
): readonly ViewPhaseResult[] {
  return phaseResults(contributeAll(checklist, assessment, policy), view);
}

/** A result that is there, read through a view: sums of its own contributions (S13). Checklists without a result are left out. */
export function readThrough(checklists: readonly Checklist[], result: AssessmentResult, view: LifecycleView): LifecycleReading {
  const results = new Map(result.checklists.map((one) => [one.id, one]));
  return {
    view,
    checklists: checklists.flatMap((checklist) => {
      const own = results.get(checklist.id);
      return own ? [readChecklist(checklist, own, view)] : [];
    }),
  };
}

function readChecklist(checklist: Checklist, result: ChecklistResult, view: LifecycleView): LifecycleResult {
  const lines = new Map(result.contributions.map((line) => [line.question, line]));
  const scored = placeQuestions(checklist.sections).flatMap((placed): readonly Scored[] => {
    const line = lines.get(placed.question.id);
    return line ? [{ ...placed, line }] : [];
  });
  const beneath = new Map<Section, Scored[]>(listSections(checklist.sections).map(({ section }) => [section, []]));
  for (const one of scored) for (const section of one.sections) beneath.get(section)?.push(one);
  const cells: Record<SectionId, Partial<Record<ViewPhaseId, Figure>>> = {};
  for (const [section, own] of beneath) {
    const figures: Partial<Record<ViewPhaseId, Figure>> = {};
    for (const { phase, figure } of phaseResults(own, view)) if (figure) figures[phase.id] = figure;
    cells[section.id] = figures;
  }
  return { checklist: checklist.id, phases: phaseResults(scored, view), cells };
}

function phaseResults(scored: readonly Scored[], view: LifecycleView): readonly ViewPhaseResult[] {
  return view.phases.map((phase) => {
    const lines = scored.flatMap((one): readonly Contribution[] => (standsIn(one, phase) ? [one.line] : []));
    return { phase, figure: lines.length > 0 ? sumFigure(lines) : null };
  });
}

function standsIn({ question }: PlacedQuestion, { maps }: ViewPhase): boolean {
  return question.phases.some((phase) => maps.includes(phase));
}
