import { placeQuestions, scaleOf, type Checklist, type ChecklistRef } from "./checklist.ts";
import { isSameLevelWording, type ChecklistComparison, type KeptQuestion, type QuestionComparison } from "./compare-checklists.ts";
import type { Answer, Assessment } from "./assessment.ts";
import type { QuestionId } from "./ids.ts";
import type { ChecklistResult } from "./result.ts";

/** What becomes of one recorded answer when the later version of its checklist is taken over. */
export type AnswerFate =
  /** the wording stands, so the answer does */
  | "carried"
  /** the answer stands and is scored, until somebody confirms it to the new wording or answers anew */
  | "to-confirm"
  /** its level is no longer one: the answer is kept and counts as unanswered (S6) */
  | "level-gone"
  /** no longer asked; shown beside the questions that replace it, for somebody to accept */
  | "proposed"
  /** no longer asked; kept to be read */
  | "kept-to-read";

export interface CarriedAnswer {
  readonly question: QuestionId;
  readonly fate: AnswerFate;
  /** as it stands afterwards; whose wording it was given to is named unless it is carried */
  readonly answer: Answer;
}

/**
 * What becomes of each answer to a question of the earlier version, in the order of the comparison. Answers to what the
 * earlier version did not ask are not listed: they stay as they are. An answer that already names an earlier wording
 * goes on naming that one.
 */
export function carryAnswers(
  comparison: ChecklistComparison,
  versions: { readonly before: Checklist; readonly after: Checklist; readonly ref: ChecklistRef },
  answers: Readonly<Record<QuestionId, Answer>>,
): readonly CarriedAnswer[] {
  return comparison.questions.flatMap((one): readonly CarriedAnswer[] => {
    const answer = Object.hasOwn(answers, one.id) ? answers[one.id] : undefined;
    if (!answer || one.kind === "new") return [];
    const fate = fateOf(one, answer, versions);
    return [{ question: one.id, fate, answer: fate === "carried" ? answer : { ...answer, saidOf: answer.saidOf ?? versions.ref } }];
  });
}

/** Questions whose answer counts and was given to an earlier wording that nobody has confirmed since, in authored order. No figure reads it. */
export function unconfirmedAnswers(result: ChecklistResult, answers: Readonly<Record<QuestionId, Answer>> = {}): readonly QuestionId[] {
  const counts = result.contributions.filter((line) => line.state === "answered" || line.state === "not-applicable");
  return counts.map((line) => line.question).filter((id) => Object.hasOwn(answers, id) && answers[id]?.saidOf !== undefined);
}

export interface RecordedAnswer {
  readonly question: QuestionId;
  readonly answer: Answer;
}

/** Answers to questions that the checklist does not ask, by id. */
export function answersNoLongerAsked(checklist: Checklist, answers: Readonly<Record<QuestionId, Answer>> = {}): readonly RecordedAnswer[] {
  const asked = new Set<string>(placeQuestions(checklist.sections).map(({ question }) => question.id));
  const all = (Object.keys(answers) as QuestionId[]).flatMap((question): readonly RecordedAnswer[] => {
    const answer = answers[question];
    return answer && !asked.has(question) ? [{ question, answer }] : [];
  });
  return all.toSorted((a, b) => (a.question < b.question ? -1 : 1));
}

/**
 * What accepting the answer to a question that this one replaces gives: what was said there, with the notes and evidence
 * of both. S17: a level that was taken over from another checklist goes on naming its source; what that source is to the
 * question asked now nobody has published, so the relation rests on the judgement of whoever accepts.
 */
export function acceptEarlier(before: Answer | undefined, { level, notApplicable, justification, note, evidence, source }: Answer): Answer {
  const notes = [before?.note, note].filter((text) => text?.trim()).join("\n");
  const linked = [...new Set([...(before?.evidence ?? []), ...(evidence ?? [])])];
  return {
    ...(level === undefined ? {} : { level, ...(source ? { source: { ...source, basis: "judgement" as const } } : {}) }),
    ...(notApplicable ? { notApplicable } : {}),
    ...(justification ? { justification } : {}),
    ...(notes === "" ? {} : { note: notes }),
    ...(linked.length > 0 ? { evidence: linked } : {}),
  };
}

/** Each version that answers were given to before the one that stands now, once. */
export function earlierRefs({ answers }: Assessment): readonly ChecklistRef[] {
  const refs = Object.values(answers).flatMap((byQuestion) => Object.values(byQuestion).flatMap(({ saidOf }) => saidOf ?? []));
  return [...new Map(refs.map((ref) => [`${ref.id} ${ref.digest ?? ref.version}`, ref])).values()];
}

function fateOf(one: Exclude<QuestionComparison, { kind: "new" }>, answer: Answer, versions: { readonly before: Checklist; readonly after: Checklist }): AnswerFate {
  if (one.kind === "removed") return one.replacedBy.length > 0 ? "proposed" : "kept-to-read";
  if (!isStatement(answer)) return "carried";
  return standing(one, answer, versions);
}

/** A note or a link to evidence alone answers nothing, so there is nothing to confirm. */
function isStatement(answer: Answer): boolean {
  return answer.level !== undefined || answer.notApplicable === true;
}

function standing({ before, after, reworded, changes }: KeptQuestion, answer: Answer, versions: { readonly before: Checklist; readonly after: Checklist }): AnswerFate {
  const isReworded = reworded.length > 0;
  if (answer.level === undefined) return isReworded ? "to-confirm" : "carried";
  const said = scaleOf(versions.before, before.question).levels.find((level) => level.id === answer.level);
  const stands = scaleOf(versions.after, after.question).levels.find((level) => level.id === answer.level);
  if (!stands) return said ? "level-gone" : "carried";
  const isSameScale = changes.every((change) => change.what !== "scale");
  return !isReworded && isSameScale && said && isSameLevelWording(said, stands) ? "carried" : "to-confirm";
}
