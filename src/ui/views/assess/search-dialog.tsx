import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, type PlacedQuestion, type QuestionId } from "#domain";
import { Dialog, TextField } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";

const shown = 30;

/** Jump to a question by its id or its words, in either language. */
export function SearchDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t().assess.search.title} size="wide">
      <Search onClose={props.onClose} />
    </Dialog>
  );
}

function Search(props: { readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const view = useAssessView();
  const [wanted, setWanted] = createSignal("");
  const found = createMemo(() => {
    const words = wanted().toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? view.placed : view.placed.filter((one) => words.every((word) => wordsOf(one).includes(word)));
  });
  const open = (id: QuestionId) => {
    props.onClose();
    view.go(id, { mode: "one", focus: true });
  };
  const openFirst = (event: KeyboardEvent) => {
    const first = found()[0];
    if (event.key !== "Enter" || event.isComposing || !first || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    open(first.question.id);
  };
  return (
    <div class="search" onKeyDown={openFirst}>
      <TextField type="search" autofocus label={t().assess.search.label} value={wanted()} onInput={setWanted} />
      <p class="quiet-text figures" role="status">
        {found().length === 0 ? t().assess.search.none(wanted()) : t().assess.search.found(found().length)}
      </p>
      <ul class="search-found">
        <For each={found().slice(0, shown)}>
          {(placed) => (
            <li>
              <button type="button" class="question-row-open" onClick={() => open(placed.question.id)}>
                <span class="question-row-id figures">{placed.question.id}</span>
                <span class="question-row-text">{inLanguage(placed.question.text, language())}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > shown}>
        <p class="quiet-text figures">{t().assess.search.more(found().length - shown)}</p>
      </Show>
    </div>
  );
}

function wordsOf({ question, sections }: PlacedQuestion): string {
  const texts = [question.text, ...sections.map((one) => one.title)].flatMap((text) => [text.en, text["zh-TW"]]);
  return [question.id, question.ref, ...texts].join(" ").toLocaleLowerCase();
}
