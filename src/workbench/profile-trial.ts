import type { ChecklistId, Figure, LocalText, Profile } from "#domain";

/** What another profile would change. */
export interface ProfileTrial {
  readonly before: Profile;
  readonly after: Profile;
  /** one for each chosen checklist, in order */
  readonly checklists: readonly TriedChecklist[];
}

export interface TriedChecklist {
  readonly id: ChecklistId;
  readonly title: LocalText;
  /** questions in scope (S2) before and after, and how many come in and go out */
  readonly inScope: { readonly before: number; readonly after: number; readonly enter: number; readonly leave: number };
  /**
   * S4: of the questions in scope before and after, those whose target is another then. `from` and `to` are given where
   * it is the same step for all of them.
   */
  readonly targets: { readonly moved: number; readonly from: number | null; readonly to: number | null };
  readonly before: TriedFigure;
  readonly after: TriedFigure;
}

export type TriedFigure = Figure & { readonly blocked: boolean };
