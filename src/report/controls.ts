import type { Chapter, Entry } from "./report-context.ts";

/** What has been decided of a control; out of scope: the checklist does not ask for it of such a system (S2). */
export type Decision = "applicable" | "excluded" | "undecided" | "out-of-scope";

/** How far an applicable control has come: to its target, above nothing but below its target, or nothing. */
export const implementations = ["implemented", "partly", "not"] as const;
export type Implementation = (typeof implementations)[number];

/** One control of a Statement of Applicability. */
export interface Control {
  readonly entry: Entry;
  readonly decision: Decision;
  /** null unless applicable */
  readonly implementation: Implementation | null;
}

/** The checklist's controls in authored order: its questions that name one. */
export function controlsIn({ entries }: Chapter): readonly Control[] {
  return entries.filter(({ question }) => question.control !== undefined).map(controlOf);
}

/** Excluded needs a reason (S3); what nobody has answered is undecided, never in. */
function controlOf(entry: Entry): Control {
  switch (entry.contribution.state) {
    case "answered":
      return { entry, decision: "applicable", implementation: implementationOf(entry) };
    case "not-applicable":
      return { entry, decision: "excluded", implementation: null };
    case "unanswered":
      return { entry, decision: "undecided", implementation: null };
    case "out-of-scope":
      return { entry, decision: "out-of-scope", implementation: null };
  }
}

function implementationOf({ contribution: { value }, finding }: Entry): Implementation {
  if (value === null || value === 0) return "not";
  return finding ? "partly" : "implemented";
}

export function countDecisions(controls: readonly Control[], decision: Decision): number {
  return controls.filter((one) => one.decision === decision).length;
}

export function countImplementations(controls: readonly Control[], implementation: Implementation): number {
  return controls.filter((one) => one.implementation === implementation).length;
}
