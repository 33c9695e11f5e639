import type { Language, Problem, WorkbenchError } from "#domain";
import { en } from "./en/index.ts";
import { zhTw } from "./zh-tw/index.ts";

/** Every sentence of the interface. Chinese is typed by English, so a sentence missing in one does not compile. */
export type Texts = typeof en;

const byLanguage: Readonly<Record<Language, Texts>> = { en, "zh-TW": zhTw };

export function texts(language: Language): Texts {
  return byLanguage[language];
}

/** One problem as a sentence in the reader's language. */
export function sayProblem(texts: Texts, problem: Problem): string {
  return texts.problems[problem.code](problem);
}

/** What happened, what is safe, what to do. */
export function sayError(texts: Texts, error: Pick<WorkbenchError, "code" | "facts">): string {
  return texts.errors[error.code](error.facts);
}
