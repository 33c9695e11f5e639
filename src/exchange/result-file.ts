import type {
  AssessmentId,
  AssessmentResult,
  ChecklistId,
  ChecklistResult,
  Figure,
  Finding,
  LifecycleReading,
  LifecycleViewId,
  SectionResult,
  ViewPhaseId,
} from "#domain";

/** "assay-result/1": the figures that others may compute again, without the lines that explain them. */
export interface ResultFile {
  readonly format: "assay-result/1";
  readonly assessment: AssessmentId;
  readonly checklists: readonly ChecklistFigures[];
  /** only where the result was read through another lifecycle */
  readonly lifecycle?: LifecycleFigures;
}

/** Null: no question of the checklist stands in that phase. */
export interface LifecycleFigures {
  readonly view: LifecycleViewId;
  readonly checklists: readonly { readonly id: ChecklistId; readonly phases: Readonly<Record<ViewPhaseId, Figure | null>> }[];
}

export type ChecklistFigures = Omit<ChecklistResult, "cells" | "contributions" | "openPoints">;

/** The shape in which a result leaves Assay; its numbers in full precision. */
export function resultFile(result: AssessmentResult, reading?: LifecycleReading): ResultFile {
  const checklists = result.checklists.map(figuresOf);
  return { format: "assay-result/1", assessment: result.assessment, checklists, ...(reading ? { lifecycle: lifecycleOf(reading) } : {}) };
}

function lifecycleOf({ view, checklists }: LifecycleReading): LifecycleFigures {
  return {
    view: view.id,
    checklists: checklists.map(({ checklist, phases }) => ({
      id: checklist,
      phases: Object.fromEntries(phases.map((one) => [one.phase.id, one.figure && figure(one.figure)])),
    })),
  };
}

function figuresOf(result: ChecklistResult): ChecklistFigures {
  const { id, version, blocked, outOfScope, notApplicableWeight, total, sections, phases, pdca, findings } = result;
  return {
    id,
    version,
    blocked,
    outOfScope,
    notApplicableWeight,
    total: figure(total),
    sections: eachOf<SectionResult, SectionResult>(sections, (one) => ({ ...figure(one), status: one.status })),
    phases: eachOf(phases, figure),
    pdca: eachOf(pdca, figure),
    findings: findings.map(finding),
  };
}

function figure({ low, high, evidenced, coverage, required }: Figure): Figure {
  return { low, high, evidenced, coverage, required };
}

function finding({ question, value, target, gap, exposure, severity }: Finding): Finding {
  return { question, value, target, gap, exposure, severity };
}

function eachOf<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
