import type { LifecyclePhase, Source } from "./checklist.ts";
import type { LifecycleViewId, ViewPhaseId } from "./ids.ts";
import type { Figure } from "./result.ts";
import type { LocalText } from "./text.ts";

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
