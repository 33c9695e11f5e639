import type { Decision, Implementation } from "../controls.ts";

/** The Statement of Applicability. */
export interface ApplicabilityTexts {
  readonly title: string;
  readonly intro: (system: string, date: string) => string;
  readonly howToRead: readonly string[];
  /** the assessment has no checklist with a control */
  readonly noControls: string;
  /** checklists that the statement does not speak of */
  readonly others: (checklists: string) => string;
  readonly decided: (all: number, applicable: number, excluded: number, undecided: number) => string;
  readonly outOfScopeCount: (count: number) => string;
  readonly implemented: (implemented: number, partly: number, not: number) => string;
  readonly undecided: (count: number) => string;
  readonly withoutReason: (count: number) => string;
  readonly countsTable: (checklist: string) => string;
  readonly group: string;
  readonly all: string;
  readonly controls: string;
  readonly controlsTable: (group: string) => string;
  readonly control: string;
  readonly applies: string;
  readonly reason: string;
  readonly standing: string;
  readonly evidence: string;
  /** as the head of a column of counts */
  readonly decision: Readonly<Record<Decision, string>>;
  /** as the answer to whether the control applies */
  readonly applying: Readonly<Record<Decision, string>>;
  readonly implementation: Readonly<Record<Implementation, string>>;
  readonly noReason: string;
  readonly notAnswered: string;
  readonly outOfScope: string;
  /** before the obligation */
  readonly asked: string;
  readonly noEvidence: string;
  readonly inForce: string;
}
