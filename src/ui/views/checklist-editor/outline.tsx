import { createMemo, Index, Show } from "solid-js";
import { inLanguage, newQuestionDraft, newSectionDraft, nextId, withItem, type SectionDraft } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useEditor, type Selection } from "./create-editor.ts";

/** The whole checklist at a glance; each line opens its form and counts what is still to do there. */
export function Outline() {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const counts = createMemo(() => {
    const found = new Map<Selection, number>();
    for (const problem of editor.problems() ?? []) found.set(editor.ownerOf(problem), (found.get(editor.ownerOf(problem)) ?? 0) + 1);
    return found;
  });
  const addSection = () => {
    const { newKey } = editor.editing;
    const number = editor.draft().sections.length + 1;
    const id = nextId(editor.draft(), `S${number}`);
    const question = newQuestionDraft(nextId(editor.draft(), `${id}.1`), `${number}.1`, newKey);
    const section = { ...newSectionDraft(id, String(number), newKey), questions: [question] };
    editor.apply(withItem(editor.draft(), ["sections"], editor.draft().sections.length, section));
    editor.select(section.key);
  };
  return (
    <nav class="editor-outline" aria-label={words().outline}>
      <ul>
        <OutlineLine of="about" label={words().about} count={counts().get("about") ?? 0} />
        <OutlineLine of="scales" label={words().scales} count={counts().get("scales") ?? 0} />
      </ul>
      <OutlineSections sections={editor.draft().sections} counts={counts()} />
      <Button size="small" icon="add" onClick={addSection}>
        {words().addSection}
      </Button>
    </nav>
  );
}

function OutlineSections(props: { readonly sections: readonly SectionDraft[]; readonly counts: ReadonlyMap<Selection, number> }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().checklistEditor;
  return (
    <ul>
      <Index each={props.sections}>
        {(section) => (
          <li>
            <OutlineButton of={section().key} id={section().id} label={inLanguage(section().title, language()) || words().untitled} count={props.counts.get(section().key) ?? 0} />
            <Show when={section().questions.length > 0}>
              <ul>
                <Index each={section().questions}>
                  {(question) => (
                    <OutlineLine of={question().key} id={question().id} label={inLanguage(question().text, language()) || words().unasked} count={props.counts.get(question().key) ?? 0} />
                  )}
                </Index>
              </ul>
            </Show>
            <Show when={section().sections.length > 0}>
              <OutlineSections sections={section().sections} counts={props.counts} />
            </Show>
          </li>
        )}
      </Index>
    </ul>
  );
}

interface LineProps {
  readonly of: Selection;
  readonly id?: string;
  readonly label: string;
  readonly count: number;
}

function OutlineLine(props: LineProps) {
  return (
    <li>
      <OutlineButton {...props} />
    </li>
  );
}

function OutlineButton(props: LineProps) {
  const t = useTexts();
  const editor = useEditor();
  return (
    <button type="button" class="editor-line" aria-current={editor.selected() === props.of ? "true" : undefined} onClick={() => editor.select(props.of)}>
      <Show when={props.id}>
        <span class="editor-line-id figures">{props.id}</span>
      </Show>
      <span class="editor-line-label">{props.label}</span>
      <Show when={props.count > 0}>
        <span class="editor-line-count figures">
          <span aria-hidden="true">{props.count}</span>
          <span class="visually-hidden">{t().checklistEditor.toDo(props.count)}</span>
        </span>
      </Show>
    </button>
  );
}
