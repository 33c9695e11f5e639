import type { ChecklistRef, Role, Tier } from "./checklist.ts";
import type { Relation } from "./crosswalk.ts";
import type { Classification } from "./decision-tree.ts";
import type { AssessmentId, ChecklistId, EvidenceId, LevelId, QuestionId } from "./ids.ts";
import type { CalendarDate, Digest, Instant, Language } from "./text.ts";

/** The system under assessment, as its owner describes it. */
export interface AiSystem {
  readonly name: string;
  readonly purpose: string;
  readonly owner?: string;
}

/** What decides scope (S2) and targets (S4). `targets` is keyed `<checklist>` or `<checklist>/<section or question>`. */
export interface Profile {
  readonly tier?: Tier;
  readonly role?: readonly Role[];
  readonly sector?: string;
  readonly tags?: readonly string[];
  readonly targets?: Readonly<Record<string, number>>;
}

/** S17: the answer to a related question that a person accepted as the answer to this one. */
export interface AnswerSource {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  /** what the question answered there is to the one answered here, and whether somebody published that or we judge so */
  readonly relation: Relation;
  readonly basis: "published" | "judgement";
}

/**
 * What a person said of one question. It counts as answered when it names a level, as not applicable when it says so
 * with a justification that is not blank (S3); a note or a link to evidence alone answers nothing.
 */
export interface Answer {
  readonly level?: LevelId;
  readonly notApplicable?: true;
  readonly justification?: string;
  readonly note?: string;
  readonly evidence?: readonly EvidenceId[];
  readonly source?: AnswerSource;
  /** the version whose wording was answered, while nobody has confirmed the answer to the wording that stands now */
  readonly saidOf?: ChecklistRef;
  readonly by?: string;
  readonly at?: Instant;
}

interface EvidenceBase {
  readonly id: EvidenceId;
  readonly name: string;
  readonly effectiveFrom?: CalendarDate | null;
  readonly expires?: CalendarDate | null;
  readonly withdrawn?: boolean;
  readonly description?: string;
}

export type Evidence =
  | (EvidenceBase & { readonly kind: "file"; readonly sha256: string; readonly size?: number; readonly mediaType?: string })
  | (EvidenceBase & { readonly kind: "link"; readonly url: string })
  | (EvidenceBase & { readonly kind: "statement" });

/** That a report was signed: which bytes, by whom, over which state of the journal. */
export interface Attestation {
  readonly digest: Digest;
  readonly template: string;
  readonly language: Language;
  readonly signer: string;
  readonly fingerprint: string;
  readonly heads: readonly string[];
  readonly at: Instant;
}

export type AnswersByChecklist = Readonly<Record<ChecklistId, Readonly<Record<QuestionId, Answer>>>>;

/** One AI system taken through its checklists: the projection of a journal, or what an assessment file says. */
export interface Assessment {
  readonly id: AssessmentId;
  readonly system: AiSystem;
  readonly assessedAt: CalendarDate;
  readonly profile: Profile;
  readonly checklists: readonly ChecklistRef[];
  readonly answers: AnswersByChecklist;
  readonly evidence: readonly Evidence[];
  readonly attestations: readonly Attestation[];
  /** at most one of each tree */
  readonly classifications: readonly Classification[];
}

/** The answer to one question, or undefined when nobody has said anything about it. */
export function answerTo(
  assessment: Assessment,
  checklist: ChecklistId,
  question: QuestionId,
): Answer | undefined {
  const answers = assessment.answers[checklist];
  return answers && Object.hasOwn(answers, question) ? answers[question] : undefined;
}

/** S3: not applicable, and somebody said why. */
export function isJustifiedNotApplicable(answer: Answer | undefined): boolean {
  return answer?.notApplicable === true && (answer.justification ?? "").trim() !== "";
}

/** S7: linked evidence counts on `date` unless withdrawn, not yet effective or expired; a missing bound is open. */
export function isEffectiveOn(evidence: Evidence, date: CalendarDate): boolean {
  if (evidence.withdrawn) return false;
  if (evidence.effectiveFrom && evidence.effectiveFrom > date) return false;
  return !evidence.expires || evidence.expires >= date;
}
