import { createContext, createEffect, createMemo, createSignal, on, Show, useContext, type Accessor, type JSX } from "solid-js";
import type { Language } from "#domain";
import { loadTexts, textsIfLoaded, type Texts } from "./texts.ts";

interface TextsInUse {
  readonly language: Language;
  readonly texts: Texts;
}

/** Said in both languages, since the sentences of neither are here. */
const notLoaded = "Assay could not be loaded whole. Load this page again. 鑑未能完整載入，請重新載入此頁。";

const TextsContext = createContext<Accessor<TextsInUse>>();

/**
 * Gives everything inside it the sentences of one language; all follow when the language changes. Only the sentences in
 * use are fetched: nothing is shown before the first have come, and the old ones stay until others can replace them.
 */
export function TextsProvider(props: { readonly language: Language; readonly children: JSX.Element }) {
  const inUse = createMemo((before: TextsInUse | null): TextsInUse | null => {
    const found = textsIfLoaded(props.language);
    return found ? { language: props.language, texts: found } : before;
  }, null, { equals: (one, other) => one?.texts === other?.texts });
  const [failed, setFailed] = createSignal(false);
  createEffect(on(() => props.language, (language) => void loadTexts(language).catch(() => setFailed(true))));
  return (
    <Show when={inUse()} fallback={<Show when={failed()}>{notLoaded}</Show>}>
      {(texts) => <TextsContext.Provider value={texts}>{props.children}</TextsContext.Provider>}
    </Show>
  );
}

/** `const t = useTexts(); t().systems.title` */
export function useTexts(): Accessor<Texts> {
  const inUse = textsInUse("useTexts");
  return () => inUse().texts;
}

export function useLanguage(): Accessor<Language> {
  const inUse = textsInUse("useLanguage");
  return () => inUse().language;
}

function textsInUse(who: string): Accessor<TextsInUse> {
  const inUse = useContext(TextsContext);
  if (!inUse) throw new Error(`${who} needs a <TextsProvider> above it`);
  return inUse;
}
