import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, placeQuestions, type Section } from "#domain";
import { Icon, IntervalBar, StatusMark } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

/** The sections with their state; those above the current question stand open. */
export function SectionTree(props: { readonly onGo?: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  return (
    <nav class="section-tree" aria-label={t().assess.sections.title}>
      <ul>
        <For each={view.checklist.sections}>{(section) => <Branch section={section} onGo={() => props.onGo?.()} />}</For>
      </ul>
    </nav>
  );
}

function Branch(props: { readonly section: Section; readonly onGo: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const [toggled, setToggled] = createSignal<boolean | null>(null);
  const title = () => inLanguage(props.section.title, language());
  const parts = () => props.section.sections ?? [];
  const isAbove = () => view.current()?.sections.some((one) => one.id === props.section.id) ?? false;
  const isOpen = () => toggled() ?? isAbove();
  const isCurrent = () => (view.mode() === "list" ? view.listed() : view.current()?.sections.at(-1)?.id) === props.section.id;
  const result = () => view.result().sections[props.section.id];
  const count = createMemo(() => {
    const lines = placeQuestions([props.section]).map((one) => view.contribution(one.question.id)?.state);
    const waiting = placeQuestions([props.section]).filter((one) => view.unconfirmed().has(one.question.id)).length;
    return { waiting, done: lines.filter((state) => state === "answered").length, all: lines.filter((state) => state === "answered" || state === "unanswered").length };
  });
  const go = () => {
    view.goToSection(props.section.id);
    props.onGo();
  };
  return (
    <li class="branch" data-current={isCurrent() ? "" : undefined}>
      <div class="branch-row">
        <Show when={parts().length > 0} fallback={<span class="branch-toggle" />}>
          <button
            type="button"
            class="branch-toggle"
            aria-expanded={isOpen()}
            aria-label={isOpen() ? t().assess.sections.collapse(title()) : t().assess.sections.expand(title())}
            onClick={() => setToggled(!isOpen())}
          >
            <Icon name={isOpen() ? "chevron-down" : "chevron-right"} />
          </button>
        </Show>
        <button type="button" class="branch-go" aria-current={isCurrent() ? "location" : undefined} onClick={go}>
          <span class="branch-title">{title()}</span>
          <span class="branch-figures figures">
            <Show when={result()}>
              {(figure) => (
                <>
                  <IntervalBar size="row" figure={figure()} label={title()} />
                  <span class="branch-count">
                    <span aria-hidden="true">{t().assess.sections.count(count().done, count().all)}</span>
                    <span class="visually-hidden">{t().assess.sections.answered(count().done, count().all)}</span>
                  </span>
                  <StatusMark status={figure().status} />
                  <Show when={count().waiting > 0}>
                    <span class="branch-waiting">{t().upgrades.earlier.ofBranch(count().waiting)}</span>
                  </Show>
                </>
              )}
            </Show>
          </span>
        </button>
      </div>
      <Show when={parts().length > 0 && isOpen()}>
        <ul>
          <For each={parts()}>{(part) => <Branch section={part} onGo={props.onGo} />}</For>
        </ul>
      </Show>
    </li>
  );
}
