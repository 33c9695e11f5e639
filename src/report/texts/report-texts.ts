import type { AnswerSource, Instant, Language, OpenPoint, Relation, Words } from "#domain";
import type { ApplicabilityTexts } from "./applicability-texts.ts";
import type { ClassificationTexts } from "./classification-texts.ts";
import type { MethodologyTexts } from "./methodology-texts.ts";
import type { ProvenanceTexts } from "./provenance-texts.ts";

/** What a signer may still find open: the result's open points, and answers on which copies disagree. */
export type OpenKind = OpenPoint["kind"] | "conflict";

/** Every sentence of a report, once in each language; a sentence missing in one does not compile. */
export interface ReportTexts {
  readonly language: Language;
  readonly words: WordTexts;
  readonly cover: CoverTexts;
  readonly classification: ClassificationTexts;
  readonly bar: BarTexts;
  readonly summary: SummaryTexts;
  readonly openPoints: OpenPointTexts;
  readonly figures: FigureTexts;
  readonly questions: QuestionTexts;
  readonly evidence: EvidenceTexts;
  readonly applicability: ApplicabilityTexts;
  readonly methodology: MethodologyTexts;
  readonly provenance: ProvenanceTexts;
  readonly signature: {
    readonly heading: string;
    readonly title: string;
    readonly explanation: string;
    readonly counterTitle: string;
    readonly counterExplanation: string;
  };
}

/** Words, and the marks that stand between things. */
export interface WordTexts extends Words {
  readonly language: Readonly<Record<Language, string>>;
  readonly notStated: string;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
  readonly listComma: string;
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
  /** between two sentences */
  readonly gap: string;
  readonly inBrackets: (text: string) => string;
  /** in UTC, since a report is read anywhere */
  readonly moment: (at: Instant) => string;
  readonly version: (version: string) => string;
}

export interface CoverTexts {
  readonly eyebrow: string;
  readonly unnamed: string;
  readonly noPurpose: string;
  readonly subject: (system: string, date: string) => string;
  readonly pageLabel: string;
  readonly owner: string;
  readonly tier: string;
  /** S4: how an assessment without a tier is scored */
  readonly tierAssumed: (tier: string) => string;
  readonly roles: string;
  readonly sector: string;
  readonly tags: string;
  readonly assessedOn: string;
  readonly preparedOn: string;
  readonly report: string;
  readonly lifecycle: string;
  readonly inFull: string;
  readonly system: string;
  readonly purpose: string;
}

export interface BarTexts {
  readonly legend: string;
  /** beneath every bar after the first page */
  readonly shortLegend: string;
  /** S12, the words beside every headline figure */
  readonly blocked: string;
  /** beside a bar: coverage and evidenced share */
  readonly note: (coverage: string, evidenced: string) => string;
}

export interface SummaryTexts {
  readonly title: string;
  readonly intro: (system: string, date: string) => string;
  readonly noChecklist: string;
  readonly reachOpen: (interval: string) => string;
  readonly reachClosed: (share: string) => string;
  readonly nothingApplies: string;
  readonly nothingRequired: string;
  readonly standing: (coverage: string, evidenced: string, date: string) => string;
  /** answers that count and were given to an earlier wording; at least 1 */
  readonly unconfirmed: (count: number) => string;
  readonly leftOut: (outOfScope: number, notApplicableWeight: string | null) => string;
  readonly blocked: (failing: number) => string;
  readonly weakestPhases: string;
  readonly weakestSections: string;
  readonly noWeakest: string;
  readonly findings: (count: number) => string;
  readonly noFindings: string;
  readonly failingKnockouts: string;
  readonly openPoints: (count: number) => string;
  readonly noOpenPoints: string;
  readonly openCount: Readonly<Record<OpenKind, (count: number) => string>>;
  readonly more: (count: number) => string;
  readonly barsTitle: string;
  readonly barsDescription: string;
  readonly limitsTitle: string;
  readonly limits: readonly string[];
  readonly signHere: string;
  readonly checklist: string;
  readonly open: string;
  readonly all: string;
  readonly briefTable: string;
  readonly briefBlocked: (failing: number) => string;
  readonly briefWeakest: (phase: string, interval: string) => string;
  /** the limits in two sentences */
  readonly limitsBrief: string;
  readonly chartsTitle: string;
  readonly radarTitle: (checklist: string) => string;
  readonly radarDescription: string;
  readonly radarLegend: string;
  readonly barsBySection: string;
  readonly heatmapTitle: (checklist: string) => string;
  readonly heatmapDescription: string;
  readonly heatmapLegend: string;
  readonly withoutFigure: (sections: string) => string;
}

export interface OpenPointTexts {
  readonly title: string;
  readonly intro: string;
  readonly table: (checklist: string) => string;
  readonly question: string;
  readonly point: string;
  readonly empty: string;
  /** each kind as the head of a column */
  readonly kind: Readonly<Record<OpenKind, string>>;
  readonly unansweredMust: string;
  readonly metWithoutEvidence: string;
  readonly notApplicableWithoutReason: string;
  readonly evidenceNotEffective: string;
  readonly conflict: (count: number) => string;
}

/** Phases, sections and the columns that they share. */
export interface FigureTexts {
  readonly phasesTitle: string;
  readonly phasesIntro: string;
  readonly phasesOverview: string;
  readonly phasesTable: (checklist: string) => string;
  readonly phase: string;
  /** in a phase of a view */
  readonly noQuestion: string;
  readonly readThrough: (view: string, source: string, publisher: string) => string;
  readonly worst: string;
  readonly sectionsTitle: string;
  readonly sectionsIntro: string;
  readonly sectionsTable: (checklist: string) => string;
  readonly section: string;
  readonly status: string;
  readonly pdcaTable: (checklist: string) => string;
  readonly pdcaIntro: string;
  readonly stage: string;
  readonly whole: string;
  readonly score: string;
  readonly coverage: string;
  readonly evidenced: string;
  readonly required: string;
  readonly findings: string;
  readonly empty: string;
}

/** Findings, answers, not applicable, unanswered. */
export interface QuestionTexts {
  readonly number: string;
  readonly question: string;
  readonly knockout: string;
  readonly finding: string;
  readonly answer: string;
  readonly weight: string;
  readonly obligation: string;
  /** said above a table that a template cuts short */
  readonly limited: (shown: number, all: number) => string;
  readonly findingsTitle: string;
  readonly findingsIntro: string;
  readonly findingsTable: (checklist: string) => string;
  readonly findingsEmpty: string;
  readonly severity: string;
  /** said where the findings refer to the answers */
  readonly seeAnswers: string;
  readonly gravest: (shown: number, all: number) => string;
  readonly target: string;
  readonly gap: string;
  readonly exposure: string;
  readonly evidenceAndAuthor: string;
  readonly noEvidence: string;
  readonly answersTitle: string;
  readonly answersIntro: string;
  readonly answersTable: (section: string) => string;
  /** of an answer that was given to an earlier wording */
  readonly saidOf: (version: string) => string;
  readonly earlierTitle: (checklist: string) => string;
  readonly earlierIntro: string;
  readonly earlierTable: (checklist: string) => string;
  readonly earlierVersion: (version: string) => string;
  readonly earlierWordingNotHere: string;
  readonly answersEmpty: string;
  readonly scaleTable: (checklist: string) => string;
  readonly level: string;
  readonly meaning: string;
  readonly outOfScope: (count: number) => string;
  readonly unanswered: string;
  readonly unknownLevel: (level: string) => string;
  /** S17 */
  readonly takenOverFrom: string;
  /** what the source asks compared with the question that took its answer over */
  readonly sourceAsks: Readonly<Record<Relation, string>>;
  readonly sourceBasis: Readonly<Record<AnswerSource["basis"], string>>;
  readonly note: string;
  readonly evidence: string;
  readonly notInForce: string;
  readonly unknownEvidence: (id: string) => string;
  readonly answeredBy: (by: string | null, at: string | null) => string;
  readonly conflict: (count: number) => string;
  readonly value: string;
  readonly targetOverride: (of: string) => string;
  readonly targetAuthored: (of: string) => string;
  readonly targetTier: (tier: string) => string;
  readonly targetDefault: string;
  /** what stands before each figure of an answer */
  readonly amounts: Readonly<
    Record<"value" | "target" | "gap" | "exposure" | "weight" | "required" | "reached" | "evidenced" | "open", string>
  >;
  readonly notApplicableTitle: string;
  readonly notApplicableIntro: string;
  readonly notApplicableTable: (checklist: string) => string;
  readonly notApplicableEmpty: string;
  readonly justification: string;
  readonly unansweredTitle: string;
  readonly unansweredIntro: string;
  readonly unansweredTable: (checklist: string) => string;
  readonly unansweredEmpty: string;
}

export interface EvidenceTexts {
  readonly title: string;
  readonly intro: (date: string) => string;
  /** where only the evidence of controls is listed */
  readonly introOfControls: (date: string) => string;
  readonly table: string;
  readonly empty: string;
  readonly inForce: string;
  readonly usedBy: string;
  readonly unused: string;
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  readonly unlimited: string;
  readonly withdrawn: string;
  readonly notYet: (date: string) => string;
  readonly expired: (date: string) => string;
  readonly bytes: (size: number) => string;
}
