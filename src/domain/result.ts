import type { LifecyclePhase, PdcaStage, Tier } from "./checklist.ts";
import type { AssessmentId, ChecklistId, EvidenceId, QuestionId, SectionId } from "./ids.ts";

/**
 * S6 and S7 over a set of applicable questions. `low`, `high` and `evidenced` are shares of `required`, which is
 * R = Σ w·τ; all three are null when R = 0. `coverage` is null when no question applies.
 */
export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly evidenced: number | null;
  readonly coverage: number | null;
  readonly required: number;
}

/** S10 */
export type SectionStatus =
  | "out-of-scope"
  | "not-applicable"
  | "not-assessed"
  | "satisfied"
  | "incomplete"
  | "not-satisfied"
  | "partially-satisfied";

export interface SectionResult extends Figure {
  readonly status: SectionStatus;
}

/** How one question stands in the sums. */
export type QuestionState = "answered" | "unanswered" | "not-applicable" | "out-of-scope";

/** S13: what one question brings to every figure it stands in. Sums of `won`, `open`, `proven` over `required` are the figures. */
export interface Contribution {
  readonly question: QuestionId;
  readonly state: QuestionState;
  /** v, or null when there is no answer to read it from */
  readonly value: number | null;
  /** τ (S4) and where it was found */
  readonly target: number;
  readonly targetFrom: TargetOrigin;
  readonly weight: number;
  /** w·τ when applicable, else 0 */
  readonly required: number;
  /** w·min(v, τ) when answered, else 0 */
  readonly won: number;
  /** w·τ when unanswered, else 0 */
  readonly open: number;
  /** w·min(v, τ) when answered and evidenced (S7), else 0 */
  readonly proven: number;
  /** linked evidence that is effective on the assessment date */
  readonly evidence: readonly EvidenceId[];
  /** the rules that decided this line, such as S2 or S6 */
  readonly rules: readonly string[];
}

export type TargetOrigin =
  | { readonly kind: "override"; readonly of: string }
  | { readonly kind: "authored"; readonly of: string }
  | { readonly kind: "tier"; readonly tier: Tier };

export const severities = ["critical", "high", "medium", "low"] as const;
export type Severity = (typeof severities)[number];

/** S11: an answered applicable question whose value is below its target. */
export interface Finding {
  readonly question: QuestionId;
  readonly value: number;
  readonly target: number;
  readonly gap: number;
  readonly exposure: number;
  readonly severity: Severity;
}

/** The order of S11, the greater first; exposures within the tolerance of S14 are equal: 2 × 0.6 is as much as 3 × 0.4. */
export function compareExposures(a: Pick<Finding, "exposure">, b: Pick<Finding, "exposure">): number {
  return Math.round(b.exposure * 1e9) - Math.round(a.exposure * 1e9);
}

/** What a signer should know before signing; printed in the report if it stays open. */
export type OpenPoint =
  | { readonly kind: "unanswered-must"; readonly question: QuestionId }
  | { readonly kind: "met-without-evidence"; readonly question: QuestionId }
  | { readonly kind: "evidence-not-effective"; readonly question: QuestionId; readonly evidence: EvidenceId }
  | { readonly kind: "not-applicable-without-reason"; readonly question: QuestionId };

export interface ChecklistResult {
  readonly id: ChecklistId;
  readonly version: string;
  /** S12 */
  readonly blocked: boolean;
  /** number of questions out of scope (S2) */
  readonly outOfScope: number;
  /** Σ w of justified not-applicable questions (S3) */
  readonly notApplicableWeight: number;
  readonly total: Figure;
  readonly sections: Readonly<Record<SectionId, SectionResult>>;
  readonly phases: Readonly<Partial<Record<LifecyclePhase, Figure>>>;
  readonly pdca: Readonly<Partial<Record<PdcaStage, Figure>>>;
  /** per section, the figures of its questions in each phase that they name: the heatmap */
  readonly cells: Readonly<Record<SectionId, Readonly<Partial<Record<LifecyclePhase, Figure>>>>>;
  /** by exposure descending, then question id ascending by code point */
  readonly findings: readonly Finding[];
  /** one for each question, in authored order */
  readonly contributions: readonly Contribution[];
  readonly openPoints: readonly OpenPoint[];
}

export interface AssessmentResult {
  readonly assessment: AssessmentId;
  readonly checklists: readonly ChecklistResult[];
}

/** Constants of the scoring rules: data, not code. */
export interface ScoringPolicy {
  /** S4, last step */
  readonly tierTargets: Readonly<Record<Tier, number>>;
  /** S4: how an assessment without a tier is scored */
  readonly tierWhenUnknown: Tier;
  /** S11: least exposure of each severity; below `medium` it is low */
  readonly severityFrom: Readonly<Record<Exclude<Severity, "low">, number>>;
}

/** S14: whole points, floored with a tolerance of 1e-9, so that 100 means 1. */
export function toPercent(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** S6, S14: "41%" once the interval is closed, else "41–63%"; "–" when there is nothing to show. Never one end alone. */
export function formatInterval(figure: Pick<Figure, "low" | "high">): string {
  if (figure.low === null || figure.high === null) return "–";
  const low = toPercent(figure.low);
  const high = toPercent(figure.high);
  return isClosed(figure) ? `${low}%` : `${low}–${high}%`;
}

/** "63%", or "–" for null. For coverage and the evidenced share. */
export function formatShare(share: number | null): string {
  return share === null ? "–" : `${toPercent(share)}%`;
}

/** Whether low and high are one figure. */
export function isClosed(figure: Pick<Figure, "low" | "high">): boolean {
  return figure.low !== null && figure.high !== null && figure.high - figure.low < 1e-9;
}
