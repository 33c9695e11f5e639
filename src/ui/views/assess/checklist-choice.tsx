import { createMemo, createUniqueId, For, Show } from "solid-js";
import { inLanguage, type ChecklistId, type ChecklistSummary } from "#domain";
import { useWorkbench } from "#workbench";
import { CheckboxField, Disclosure, Facts } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useCommonCore } from "./use-common-core.ts";

/** Which checklists are answered, each with its size and where it comes from. */
export function ChecklistChoice(props: {
  readonly chosen: readonly ChecklistId[];
  readonly hint: string;
  readonly error: string | undefined;
  readonly onChosen: (ids: readonly ChecklistId[]) => void;
}) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const errorId = createUniqueId();
  const offered = createMemo(() => latestOf(workbench.checklists()));
  const core = useCommonCore();
  const suggested = () => {
    const one = core();
    return one && !props.chosen.includes(one.id) ? one : null;
  };
  const toggle = (id: ChecklistId, on: boolean) => props.onChosen(on ? [...props.chosen, id] : props.chosen.filter((other) => other !== id));
  return (
    <fieldset class="checklist-choice" aria-describedby={props.error ? errorId : undefined}>
      <legend class="field-label">{t().assess.system.checklists}</legend>
      <p class="field-hint">{props.hint}</p>
      <Show when={props.chosen.length > 0 && suggested()}>
        {(one) => (
          <p class="checklist-suggestion" role="status">
            {t().proposals.core.suggest(inLanguage(one().title, language()))}
          </p>
        )}
      </Show>
      <ul>
        <For each={offered()}>
          {(checklist) => (
            <li>
              <CheckboxField
                label={inLanguage(checklist.title, language())}
                hint={`${t().common.questions(checklist.questions)} · ${t().assess.system.version(checklist.version)}`}
                checked={props.chosen.includes(checklist.id)}
                onChange={(on) => toggle(checklist.id, on)}
              />
              <Disclosure summary={t().assess.system.aboutSource}>
                <Source checklist={checklist} />
              </Disclosure>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.error}>
        <p class="field-error" id={errorId}>
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}

function Source(props: { readonly checklist: ChecklistSummary }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().assess.system;
  return (
    <>
      <Facts
        facts={[
          { label: words().sourceName, value: props.checklist.source.name },
          { label: words().publisher, value: props.checklist.source.publisher },
          { label: words().sourceDate, value: props.checklist.source.date },
          { label: words().licence, value: props.checklist.source.licence },
        ]}
      />
      <Show when={props.checklist.source.note}>{(note) => <p class="quiet-text">{inLanguage(note(), language())}</p>}</Show>
    </>
  );
}

/** One for each id: the last on the shelf, which is the one that a choice opens. */
function latestOf(checklists: readonly ChecklistSummary[]): readonly ChecklistSummary[] {
  return [...new Map(checklists.map((one) => [one.id, one])).values()];
}
