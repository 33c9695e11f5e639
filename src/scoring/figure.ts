import type { Contribution, Figure, SectionStatus } from "#domain";

/** S6 and S7 over a set of questions: sums of contributions, taken in the order given. */
export function sumFigure(contributions: readonly Contribution[]): Figure {
  let required = 0;
  let won = 0;
  let open = 0;
  let proven = 0;
  let weight = 0;
  let answeredWeight = 0;
  for (const line of contributions) {
    if (line.state !== "answered" && line.state !== "unanswered") continue;
    required += line.required;
    won += line.won;
    open += line.open;
    proven += line.proven;
    weight += line.weight;
    if (line.state === "answered") answeredWeight += line.weight;
  }
  const share = (part: number) => (required > 0 ? Math.min(1, part / required) : null);
  return {
    low: share(won),
    high: share(won + open),
    evidenced: share(proven),
    coverage: weight > 0 ? answeredWeight / weight : null,
    required,
  };
}

/** S10. The order of the cases is the rule's. */
export function statusOf(contributions: readonly Contribution[]): SectionStatus {
  const inScope = contributions.filter((line) => line.state !== "out-of-scope");
  if (inScope.length === 0) return "out-of-scope";
  const applicable = inScope.filter((line) => line.state !== "not-applicable");
  if (applicable.length === 0) return "not-applicable";
  const answered = applicable.filter((line) => line.state === "answered");
  if (answered.length === 0) return "not-assessed";
  if (answered.every((line) => gapOf(line) === 0)) {
    return answered.length === applicable.length ? "satisfied" : "incomplete";
  }
  const isNil = (line: Contribution) => line.value === 0 && line.target > 0;
  return answered.every(isNil) ? "not-satisfied" : "partially-satisfied";
}

/** S5: max(0, τ − v); 0 for a question without an answer. */
export function gapOf(line: Contribution): number {
  return line.value === null ? 0 : Math.max(0, line.target - line.value);
}
