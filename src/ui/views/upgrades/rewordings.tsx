import { For, Show } from "solid-js";
import { languages, type Language, type LocalText, type Rewording } from "#domain";
import { WordDifference } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

/** What of a question reads otherwise now, in the reader's language; in the other one where only that changed. */
export function Rewordings(props: { readonly rewordings: readonly Rewording[] }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <dl class="rewordings">
      <For each={props.rewordings}>
        {(one) => {
          const shown = () => languageOf(one, language());
          return (
            <div class="rewording">
              <dt>{t().upgrades.part[one.part]}</dt>
              <dd>
                <Show when={shown() !== language()}>
                  <p class="quiet-text">{t().upgrades.otherLanguage}</p>
                </Show>
                <WordDifference before={textOf(one.before, shown())} after={textOf(one.after, shown())} lang={shown()} />
              </dd>
            </div>
          );
        }}
      </For>
    </dl>
  );
}

function languageOf({ before, after }: Rewording, reader: Language): Language {
  const differs = (language: Language) => textOf(before, language) !== textOf(after, language);
  return differs(reader) ? reader : (languages.find(differs) ?? reader);
}

function textOf(text: LocalText | null, language: Language): string {
  return text ? text[language] : "";
}
