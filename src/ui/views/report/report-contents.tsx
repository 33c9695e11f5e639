import { createMemo, For, Show } from "solid-js";
import type { ReportDocument } from "#domain";
import { useTexts } from "../../texts/index.ts";
import { goToAnchor } from "./anchor.ts";
import { chaptersOf } from "./report-sheets.ts";

/** The chapters of the document, each a way to its heading. */
export function ReportContents(props: { readonly document: ReportDocument }) {
  const t = useTexts();
  const chapters = createMemo(() => chaptersOf(props.document));
  return (
    <Show when={chapters().length > 1}>
      <nav class="report-part" aria-labelledby="report-contents">
        <h2 id="report-contents">{t().report.contents}</h2>
        <ol class="report-contents" lang={props.document.language}>
          <For each={chapters()}>
            {(chapter) => (
              <li>
                <button type="button" class="text-button" onClick={() => goToAnchor(chapter.anchor)}>
                  {chapter.text}
                </button>
              </li>
            )}
          </For>
        </ol>
      </nav>
    </Show>
  );
}
