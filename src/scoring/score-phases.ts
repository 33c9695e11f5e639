import type { Assessment, Checklist, LifecycleView, ScoringPolicy, ViewPhaseResult } from "#domain";
import { contributeAll } from "./contribute.ts";
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
  const scored = contributeAll(checklist, assessment, policy);
  return view.phases.map((phase) => {
    const own = scored.filter(({ question }) => question.phases.some((one) => phase.maps.includes(one)));
    return { phase, figure: own.length > 0 ? sumFigure(own.map((one) => one.line)) : null };
  });
}
