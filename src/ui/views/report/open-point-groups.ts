import {
  inLanguage,
  placeQuestions,
  speaksOf,
  type AssessmentResult,
  type ChecklistId,
  type Language,
  type LocalText,
  type OpenPoint,
  type PinnedChecklist,
  type QuestionId,
} from "#domain";
import type { Conflict, TemplateSummary } from "#workbench";

const openPointKinds = [
  "conflict",
  "unanswered-must",
  "not-applicable-without-reason",
  "evidence-not-effective",
  "met-without-evidence",
] as const satisfies readonly (OpenPoint["kind"] | "conflict")[];
export type OpenPointKind = (typeof openPointKinds)[number];

export interface OpenQuestion {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
  readonly text: string;
}

export interface OpenPointGroup {
  readonly kind: OpenPointKind;
  /** each question once, however many of its evidence files are out of force */
  readonly questions: readonly OpenQuestion[];
}

/** What the signer of a report on `checklists` should know, by kind, gravest first; kinds with nothing in them are left out. */
export function openPointGroups(
  checklists: readonly PinnedChecklist[],
  result: AssessmentResult,
  conflicts: readonly Conflict[],
  language: Language,
): readonly OpenPointGroup[] {
  const texts = new Map<string, LocalText>(
    checklists.flatMap(({ checklist }) =>
      placeQuestions(checklist.sections).map(({ question }) => [`${checklist.id}/${question.id}`, question.text] as const),
    ),
  );
  const points = [
    ...conflicts.flatMap(({ question }) => (question ? [{ kind: "conflict" as const, checklist: question.checklist, question: question.id }] : [])),
    ...result.checklists.flatMap((one) => one.openPoints.map(({ kind, question }) => ({ kind, checklist: one.id, question }))),
  ];
  const meant = new Set(checklists.map(({ checklist }) => checklist.id));
  return openPointKinds.flatMap((kind) => {
    const mine = new Map(points.filter((point) => point.kind === kind && meant.has(point.checklist)).map((point) => [`${point.checklist}/${point.question}`, point]));
    const questions = [...mine].map(([key, { checklist, question }]) => {
      const text = texts.get(key);
      return { checklist, question, text: text ? inLanguage(text, language) : question };
    });
    return questions.length > 0 ? [{ kind, questions }] : [];
  });
}

/** The checklists that a report of `template` has a chapter on. */
export function spokenOf(template: TemplateSummary | undefined, checklists: readonly PinnedChecklist[]): readonly PinnedChecklist[] {
  return template ? checklists.filter(({ checklist }) => speaksOf(template, checklist)) : checklists;
}
