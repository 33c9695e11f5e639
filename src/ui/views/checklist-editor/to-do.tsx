import { For, Show } from "solid-js";
import type { Problem } from "#domain";
import { Disclosure } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";
import { focusField } from "./focus-field.ts";

/** How many are spelled out; the outline counts them all. */
const shown = 30;

/** What stands between the draft and the shelf; each line leads to its field. */
export function ToDo() {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const problems = () => editor.problems() ?? [];
  const go = (problem: Problem) => {
    editor.select(editor.ownerOf(problem));
    focusField(problem.path);
  };
  const ownerId = (problem: Problem) => editor.parts().find((one) => one.part.key === editor.ownerOf(problem))?.part.id;
  return (
    <div aria-live="polite">
      <Show when={editor.problems() !== null}>
        <Show when={problems().length > 0} fallback={<p class="editor-ready">{words().ready}</p>}>
          <Disclosure summary={words().toDo(problems().length)}>
            <ul class="problem-list">
              <For each={problems().slice(0, shown)}>
                {(problem) => (
                  <li>
                    <button type="button" class="text-button" onClick={() => go(problem)}>
                      <Show when={ownerId(problem)}>{(id) => <span class="figures">{id()} </span>}</Show>
                      {editor.say(problem)}
                    </button>
                  </li>
                )}
              </For>
              <Show when={problems().length > shown}>
                <li>{t().frame.andMore(problems().length - shown)}</li>
              </Show>
            </ul>
          </Disclosure>
        </Show>
      </Show>
    </div>
  );
}
