import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, type ChecklistId, type QuestionId } from "#domain";
import { useWorkbench } from "#workbench";
import { Disclosure } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { groupRelated, type RelatedGroup } from "./related-groups.ts";
import { RelatedRow } from "./related-row.tsx";
import { sayBasis } from "./say-basis.ts";

/** S17: where other checklists ask what this question asks, by whose word, and how they stand. It proposes nothing. */
export function RelatedQuestions(props: { readonly question: QuestionId }) {
  const t = useTexts();
  const view = useAssessView();
  const [isOpen, setOpen] = createSignal(false);
  const related = createMemo(() => view.session.relatedTo(view.checklist.id, props.question));
  const groups = createMemo(() => (isOpen() ? groupRelated(related()) : []));
  return (
    <Show when={related().length > 0}>
      <div class="related">
        <Disclosure summary={t().assess.related.title(related().length)} onToggle={setOpen}>
          <p class="quiet-text">{t().assess.related.movesNothing}</p>
          <For each={groups()}>{(group) => <Group group={group} question={props.question} />}</For>
        </Disclosure>
      </div>
    </Show>
  );
}

function Group(props: { readonly group: RelatedGroup; readonly question: QuestionId }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const workbench = useWorkbench();
  const isHere = () => view.session.checklists().some((one) => one.checklist.id === props.group.checklist);
  const title = (id: ChecklistId) => {
    const pinned = view.session.checklists().find((one) => one.checklist.id === id)?.checklist;
    const known = pinned ?? workbench.checklists().find((one) => one.id === id);
    return known ? inLanguage(known.title, language()) : id;
  };
  const own = () => (props.group.own === props.question ? null : props.group.own);
  return (
    <section class="related-group" aria-label={title(props.group.checklist)}>
      <h3>{title(props.group.checklist)}</h3>
      <p class="related-basis">
        {t().assess.related.say([
          t().assess.related.relation[props.group.relation](own()),
          sayBasis(props.group.basis, t()),
          ...(isHere() ? [] : [t().assess.related.notHere]),
        ])}
      </p>
      <Show when={props.group.note}>{(note) => <p class="related-note">{inLanguage(note(), language())}</p>}</Show>
      <ul class="related-rows">
        <For each={props.group.items}>{(item) => <RelatedRow item={item} />}</For>
      </ul>
    </section>
  );
}
