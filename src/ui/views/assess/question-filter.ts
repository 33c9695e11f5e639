import { obligations, lifecyclePhases, type LifecyclePhase, type Obligation } from "#domain";

export const shows = ["all", "unanswered", "gap", "evidence-missing", "to-confirm", "conflict", "out-of-scope"] as const;
export type Show = (typeof shows)[number];

/** Which questions are gone through. `phase` and `obligation` narrow what `show` names; null does not narrow. */
export interface QuestionFilter {
  readonly show: Show;
  readonly phase: LifecyclePhase | null;
  readonly obligation: Obligation | null;
}

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The filter that an address names; what it does not know narrows nothing. */
export function readFilter(search: Search): QuestionFilter {
  return {
    show: shows.find((one) => one === search["show"]) ?? "all",
    phase: lifecyclePhases.find((one) => one === search["phase"]) ?? null,
    obligation: obligations.find((one) => one === search["obligation"]) ?? null,
  };
}

export function isNarrowed(filter: QuestionFilter): boolean {
  return filter.show !== "all" || filter.phase !== null || filter.obligation !== null;
}
