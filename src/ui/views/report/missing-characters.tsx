import { For, Show } from "solid-js";
import type { MissingCharacter } from "#workbench";
import { Banner } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** How many characters are listed; the rest are counted. */
const shown = 30;

/** Which characters the report's typefaces cannot draw, and where they stand. */
export function MissingCharacters(props: { readonly missing: readonly MissingCharacter[] }) {
  const t = useTexts();
  return (
    <Banner tone="warning" title={t().report.signing.missingTitle}>
      <p>{t().report.signing.missingText}</p>
      <ul class="missing-characters">
        <For each={props.missing.slice(0, shown)}>
          {(one) => (
            <li>
              <span>{one.character}</span> <code>U+{one.codePoint.toString(16).toUpperCase().padStart(4, "0")}</code> <span>{one.where}</span>
            </li>
          )}
        </For>
        <Show when={props.missing.length > shown}>
          <li>{t().frame.andMore(props.missing.length - shown)}</li>
        </Show>
      </ul>
    </Banner>
  );
}
