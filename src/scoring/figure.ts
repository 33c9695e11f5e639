import type { Contribution, Figure, SectionStatus } from "#domain";

/** Running sums over contributions. Doubles are added in the order of the calls, so the order decides the last bits. */
export interface Tally {
  required: number;
  won: number;
  open: number;
  proven: number;
  weight: number;
  answeredWeight: number;
}

export function startTally(): Tally {
  return { required: 0, won: 0, open: 0, proven: 0, weight: 0, answeredWeight: 0 };
}

/** S6 and S7: adds what one question brings; what is out of scope or not applicable brings nothing. */
export function count(tally: Tally, line: Contribution): void {
  if (line.state !== "answered" && line.state !== "unanswered") return;
  tally.required += line.required;
  tally.won += line.won;
  tally.open += line.open;
  tally.proven += line.proven;
  tally.weight += line.weight;
  if (line.state === "answered") tally.answeredWeight += line.weight;
}

/** S6 and S7: shares of what is required, each at most 1; null where nothing is required. */
export function figureOf({ required, won, open, proven, weight, answeredWeight }: Tally): Figure {
  const share = (part: number) => (required > 0 ? Math.min(1, part / required) : null);
  return {
    low: share(won),
    high: share(won + open),
    evidenced: share(proven),
    coverage: weight > 0 ? answeredWeight / weight : null,
    required,
  };
}

/** S6 and S7 over a set of questions: sums of contributions, taken in the order given. */
export function sumFigure(contributions: readonly Contribution[]): Figure {
  const tally = startTally();
  for (const line of contributions) count(tally, line);
  return figureOf(tally);
}

/** How many questions of a section are in each of the states that decide its status. */
export interface StateCounts {
  inScope: number;
  applicable: number;
  answered: number;
  /** answered without a gap */
  met: number;
  /** answered at zero where more is asked */
  nil: number;
}

export function startCounts(): StateCounts {
  return { inScope: 0, applicable: 0, answered: 0, met: 0, nil: 0 };
}

export function countState(counts: StateCounts, line: Contribution): void {
  if (line.state === "out-of-scope") return;
  counts.inScope += 1;
  if (line.state === "not-applicable") return;
  counts.applicable += 1;
  if (line.state !== "answered") return;
  counts.answered += 1;
  if (gapOf(line) === 0) counts.met += 1;
  if (line.value === 0 && line.target > 0) counts.nil += 1;
}

/** S10. The order of the cases is the rule's. */
export function statusOf({ inScope, applicable, answered, met, nil }: StateCounts): SectionStatus {
  if (inScope === 0) return "out-of-scope";
  if (applicable === 0) return "not-applicable";
  if (answered === 0) return "not-assessed";
  if (met === answered) return answered === applicable ? "satisfied" : "incomplete";
  return nil === answered ? "not-satisfied" : "partially-satisfied";
}

/** S5: max(0, τ − v); 0 for a question without an answer. */
export function gapOf(line: Contribution): number {
  return line.value === null ? 0 : Math.max(0, line.target - line.value);
}
