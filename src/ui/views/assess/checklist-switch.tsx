import { useLocation } from "@solidjs/router";
import { For, Show } from "solid-js";
import { inLanguage, type ChecklistId } from "#domain";
import { useSession } from "#workbench";
import { FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { hrefOf } from "./assess-view.ts";

/** The checklists of the assessment, each with its bar; every one is a place of its own. */
export function ChecklistSwitch(props: { readonly current: ChecklistId }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const location = useLocation();
  const result = (id: ChecklistId) => session.result().checklists.find((one) => one.id === id);
  return (
    <nav class="checklist-switch" aria-label={t().assess.switchChecklist}>
      <ul>
        <For each={session.checklists()}>
          {({ checklist }) => (
            <li>
              <a href={`#${hrefOf(session.id, checklist.id, null)}${location.search}`} aria-current={checklist.id === props.current ? "page" : undefined}>
                <span class="checklist-switch-title">{inLanguage(checklist.title, language())}</span>
                <Show when={result(checklist.id)}>
                  {(one) => (
                    <span class="checklist-switch-figure">
                      <IntervalBar size="row" figure={one().total} blocked={one().blocked} label={inLanguage(checklist.title, language())} />
                      <FigureValue figure={one().total} label={inLanguage(checklist.title, language())} blocked={one().blocked} />
                    </span>
                  )}
                </Show>
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
