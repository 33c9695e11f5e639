import { inLanguage, type Answer, type Language, type Level, type QuestionState } from "#domain";
import type { Texts } from "../../texts/index.ts";

/** How one question stands. `level` is the one that was chosen, if any. */
export interface Standing {
  readonly answer: Answer | undefined;
  readonly level: Level | undefined;
  readonly state: QuestionState;
  readonly isDisputed: boolean;
}

/** The level's label where the answer counts, else why none does, in a few words. */
export function sayStanding(t: Texts, language: Language, { answer, level, state, isDisputed }: Standing): string {
  if (isDisputed) return t.assess.filter.conflict;
  if (answer?.notApplicable && state === "unanswered") return t.assess.list.noReason;
  return state === "answered" && level ? inLanguage(level.label, language) : t.common.questionState[state];
}
