import { lifecyclePhases, type LifecyclePhase, type Source } from "./checklist.ts";
import type { ChecklistId, LifecycleViewId, SectionId, ViewPhaseId } from "./ids.ts";
import type { ChecklistResult, Figure } from "./result.ts";
import type { Language, LocalText } from "./text.ts";
import type { Words } from "./words.ts";

/** One phase of another lifecycle model, laid over ours. */
export interface ViewPhase {
  readonly id: ViewPhaseId;
  readonly title: LocalText;
  /** at least one; a phase of ours may stand under several phases of a view */
  readonly maps: readonly LifecyclePhase[];
}

/** Another lifecycle model through which the same answers are read. `note` says whose judgement the mapping is. */
export interface LifecycleView {
  readonly id: LifecycleViewId;
  readonly title: LocalText;
  readonly source: Source;
  readonly note?: LocalText;
  /** in the order of that model */
  readonly phases: readonly ViewPhase[];
}

/** `checklists/lifecycles.yaml` */
export interface Lifecycles {
  readonly format: "assay-lifecycles/1";
  readonly version: string;
  readonly views: readonly LifecycleView[];
}

/** S8 through a view: null where no question of the checklist names a phase that this one maps. */
export interface ViewPhaseResult {
  readonly phase: ViewPhase;
  readonly figure: Figure | null;
}

/** One checklist through a view (S8, S9). */
export interface LifecycleResult {
  readonly checklist: ChecklistId;
  /** every phase of the view, in its order */
  readonly phases: readonly ViewPhaseResult[];
  /** per section, the figures of its questions in each phase of the view; absent where it has none there: the heatmap */
  readonly cells: Readonly<Record<SectionId, Readonly<Partial<Record<ViewPhaseId, Figure>>>>>;
}

/** A result read through another lifecycle. */
export interface LifecycleReading {
  readonly view: LifecycleView;
  readonly checklists: readonly LifecycleResult[];
}

/** A phase as it is read: one of ours, or one of the view through which the lifecycle is read (S8). */
export interface ReadPhase {
  readonly id: string;
  readonly name: string;
  /** null: no question of the checklist stands there */
  readonly figure: Figure | null;
  /** those of ours that it stands for */
  readonly maps: readonly LifecyclePhase[];
  /** a section's questions in this phase; undefined when it has none there */
  readonly cellOf: (section: SectionId) => Figure | undefined;
}

/** Our phases that the checklist names, in the order of the lifecycle. */
export function readOwnPhases({ phases, cells }: ChecklistResult, words: Pick<Words, "phase">): readonly ReadPhase[] {
  return lifecyclePhases.flatMap((phase): readonly ReadPhase[] => {
    const figure = phases[phase];
    return figure ? [{ id: phase, name: words.phase[phase], figure, maps: [phase], cellOf: (section) => cells[section]?.[phase] }] : [];
  });
}

/** Every phase of the view, in its order. */
export function readViewPhases({ phases, cells }: LifecycleResult, language: Language): readonly ReadPhase[] {
  return phases.map(({ phase: { id, title, maps }, figure }) => ({ id, name: title[language], figure, maps, cellOf: (section) => cells[section]?.[id] }));
}

/** What a choice of lifecycles shows before any of them is loaded. */
export type LifecycleViewSummary = Pick<LifecycleView, "id" | "title">;

export function summarizeViews({ views }: Lifecycles): readonly LifecycleViewSummary[] {
  return views.map(({ id, title }) => ({ id, title }));
}
