import { createSignal } from "solid-js";
import type { Language, Problem, WorkbenchError } from "#domain";
import type { en } from "./en/index.ts";

/** Every sentence of the interface. Chinese is typed by English, so a sentence missing in one does not compile. */
export type Texts = typeof en;

const load: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import("./en/index.ts")).en,
  "zh-TW": async () => (await import("./zh-tw/index.ts")).zhTw,
};

const [loaded, setLoaded] = createSignal<Readonly<Partial<Record<Language, Texts>>>>({});

/** Fetches the sentences of one language, once. Rejects when they cannot be had now; the next call tries again. */
export async function loadTexts(language: Language): Promise<void> {
  if (loaded()[language]) return;
  const texts = await load[language]();
  setLoaded((others) => ({ ...others, [language]: texts }));
}

/** null until they are loaded; follows that where it is tracked. */
export function textsIfLoaded(language: Language): Texts | null {
  return loaded()[language] ?? null;
}

/** Of a language that is loaded; throws where it is not. */
export function texts(language: Language): Texts {
  const found = textsIfLoaded(language);
  if (!found) throw new Error(`the texts in ${language} are not loaded`);
  return found;
}

/** One problem as a sentence in the reader's language. */
export function sayProblem(texts: Texts, problem: Problem): string {
  return texts.problems[problem.code](problem);
}

/** What happened, what is safe, what to do. */
export function sayError(texts: Texts, error: Pick<WorkbenchError, "code" | "facts">): string {
  return texts.errors[error.code](error.facts);
}
