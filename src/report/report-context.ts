import {
  WorkbenchError,
  answerTo,
  levelOf,
  placeQuestions,
  speaksOf,
  type Answer,
  type Assessment,
  type AttachedFile,
  type AssessmentResult,
  type Block,
  type ChecklistId,
  type ChecklistResult,
  type Contribution,
  type DecisionTree,
  type Evidence,
  type EvidenceId,
  type Finding,
  type Instant,
  type Language,
  type Level,
  type LifecycleReading,
  type LifecycleResult,
  type PinnedChecklist,
  type Question,
  type QuestionId,
  type ReportTemplate,
  type ScoringPolicy,
  type Section,
} from "#domain";
import { publishedPolicy } from "./published-policy.ts";
import type { ReportTexts } from "./texts/report-texts.ts";
import { textsOf } from "./texts/texts-of.ts";

/** All that a report is made from. Every figure in it comes from `result`. */
export interface ReportInput {
  readonly template: ReportTemplate;
  readonly language: Language;
  /** those the assessment names, in its order */
  readonly checklists: readonly PinnedChecklist[];
  /** those that the system was classified by, as far as they are at hand; absent: none */
  readonly trees?: readonly DecisionTree[];
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
  /** answers on which two copies disagree; `count` answers stand side by side */
  readonly conflicts: readonly {
    readonly checklist: ChecklistId;
    readonly question: QuestionId;
    readonly count: number;
  }[];
  /** versions that answers were given to before the one that stands now, as far as their texts are here */
  readonly earlier?: readonly PinnedChecklist[];
  readonly provenance: {
    readonly appVersion: string;
    readonly createdAt: Instant;
    readonly heads: readonly { readonly device: string; readonly seq: number; readonly hash: string }[];
    /** number of events in the journal */
    readonly events: number;
  };
  /** files to be carried inside the report; absent: none */
  readonly attachments?: readonly AttachedFile[];
  /** the constants that `result` was scored with; absent: the published ones */
  readonly policy?: ScoringPolicy;
  /** `result` read through another lifecycle; absent: the phases are ours */
  readonly lifecycle?: LifecycleReading;
}

/** What every part of a report is handed. */
export interface ReportContext {
  readonly input: ReportInput;
  readonly texts: ReportTexts;
  /** one for each checklist that the template speaks of, in the assessment's order */
  readonly chapters: readonly Chapter[];
  /** those that it does not speak of */
  readonly passedOver: readonly Chapter[];
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  readonly policy: ScoringPolicy;
  /** every question in scope has its entry under Answers, so that other parts need only refer to it */
  readonly hasAllAnswers: boolean;
}

/** One checklist joined with its result, question by question. */
export interface Chapter extends PinnedChecklist {
  readonly title: string;
  readonly result: ChecklistResult;
  /** the checklist through the view that the report is read through; null when its phases are ours */
  readonly lifecycle: LifecycleResult | null;
  /** in authored order */
  readonly entries: readonly Entry[];
  readonly entryOf: ReadonlyMap<QuestionId, Entry>;
}

/** One question with all that is said and computed about it. */
export interface Entry {
  readonly checklist: ChecklistId;
  readonly question: Question;
  readonly sections: readonly Section[];
  readonly contribution: Contribution;
  readonly answer: Answer | undefined;
  /** the chosen level; undefined without one, or when the scale does not know it */
  readonly level: Level | undefined;
  readonly finding: Finding | undefined;
  /** number of answers that stand side by side; 0 when there is no conflict */
  readonly conflict: number;
}

/** How a template wants a part. */
export interface PartOptions {
  readonly limit?: number;
  readonly detail?: "brief";
}

/** A part of a report, as its template wants it. */
export type ComposePart = (context: ReportContext, options: PartOptions) => readonly Block[];

/** Throws `report-failed` when the result lacks a checklist or a question: a report must not pass over one in silence. */
export function buildContext(input: ReportInput): ReportContext {
  const all = input.checklists.map((pinned) => buildChapter(input, pinned));
  const isMeant = ({ checklist }: Chapter) => speaksOf(input.template, checklist);
  return {
    input,
    texts: textsOf(input.language),
    chapters: all.filter(isMeant),
    passedOver: all.filter((chapter) => !isMeant(chapter)),
    evidence: new Map(input.assessment.evidence.map((one) => [one.id, one])),
    policy: input.policy ?? publishedPolicy,
    hasAllAnswers: input.template.parts.some((part) => part.part === "answers" && part.limit === undefined),
  };
}

function buildChapter(input: ReportInput, pinned: PinnedChecklist): Chapter {
  const { checklist } = pinned;
  const result = input.result.checklists.find((one) => one.id === checklist.id);
  if (!result) throw notInResult(checklist.id);
  const lifecycle = input.lifecycle?.checklists.find((one) => one.checklist === checklist.id) ?? null;
  if (input.lifecycle && !lifecycle) throw notInResult(`${checklist.id}/${input.lifecycle.view.id}`);
  const contributions = new Map(result.contributions.map((one) => [one.question, one]));
  const findings = new Map(result.findings.map((one) => [one.question, one]));
  const conflicts = new Map(
    input.conflicts.filter((one) => one.checklist === checklist.id).map((one) => [one.question, one.count]),
  );
  const entries = placeQuestions(checklist.sections).map(({ question, sections }): Entry => {
    const contribution = contributions.get(question.id);
    if (!contribution) throw notInResult(`${checklist.id}/${question.id}`);
    const answer = answerTo(input.assessment, checklist.id, question.id);
    return {
      checklist: checklist.id,
      question,
      sections,
      contribution,
      answer,
      level: levelOf(checklist, question, answer?.level),
      finding: findings.get(question.id),
      conflict: conflicts.get(question.id) ?? 0,
    };
  });
  return {
    ...pinned,
    title: checklist.title[input.language],
    result,
    lifecycle,
    entries,
    entryOf: new Map(entries.map((entry) => [entry.question.id, entry])),
  };
}

function notInResult(what: string): WorkbenchError {
  return new WorkbenchError("report-failed", `the result has no figures for ${what}`, { facts: { missing: what } });
}
