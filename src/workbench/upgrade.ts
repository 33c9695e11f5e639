import type {
  CarriedAnswer,
  ChecklistComparison,
  ChecklistRef,
  ChecklistResult,
  ChecklistSummary,
  LocalText,
  PinnedChecklist,
} from "#domain";

/** A newer version of a checklist than the one that an assessment names. */
export interface Upgrade {
  readonly from: ChecklistRef;
  readonly title: LocalText;
  readonly to: ChecklistSummary;
  /** somebody said “not now” in this browser */
  readonly isPutOff: boolean;
}

/** What a newer version would change: its questions and scales, what becomes of each answer, and the figures. */
export interface UpgradePlan {
  readonly before: PinnedChecklist;
  readonly after: PinnedChecklist;
  readonly comparison: ChecklistComparison;
  readonly answers: readonly CarriedAnswer[];
  readonly results: { readonly before: ChecklistResult; readonly after: ChecklistResult };
}
