import { For, type JSX } from "solid-js";
import { languages, type Language } from "#domain";
import { useLanguage, useTexts } from "../texts/index.ts";

/** EN / 中 */
export function LanguageSwitch(props: { readonly onChange: (language: Language) => void }): JSX.Element {
  const t = useTexts();
  const current = useLanguage();
  return (
    <div class="language-switch" role="group" aria-label={t().common.language.label}>
      <For each={languages}>
        {(language) => (
          <button
            type="button"
            lang={language}
            aria-pressed={language === current() ? "true" : "false"}
            aria-label={`${t().common.language.short[language]} ${t().common.language[language]}`}
            onClick={() => props.onChange(language)}
          >
            {t().common.language.short[language]}
          </button>
        )}
      </For>
    </div>
  );
}
