import { createContext, createMemo, useContext, type Accessor, type JSX } from "solid-js";
import type { Language } from "#domain";
import { texts, type Texts } from "./texts.ts";

interface TextsInUse {
  readonly language: Accessor<Language>;
  readonly texts: Accessor<Texts>;
}

const TextsContext = createContext<TextsInUse>();

/** Gives everything inside it the sentences of one language; all follow when the language changes. */
export function TextsProvider(props: { readonly language: Language; readonly children: JSX.Element }) {
  const language = () => props.language;
  const inUse = createMemo(() => texts(language()));
  return <TextsContext.Provider value={{ language, texts: inUse }}>{props.children}</TextsContext.Provider>;
}

/** `const t = useTexts(); t().systems.title` */
export function useTexts(): Accessor<Texts> {
  return textsInUse("useTexts").texts;
}

export function useLanguage(): Accessor<Language> {
  return textsInUse("useLanguage").language;
}

function textsInUse(who: string): TextsInUse {
  const inUse = useContext(TextsContext);
  if (!inUse) throw new Error(`${who} needs a <TextsProvider> above it`);
  return inUse;
}
