import { For, onMount, Show } from "solid-js";
import { inLanguage, turnsAhead, type TreeNode } from "#domain";
import { Button } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import type { Walk } from "./create-walk.ts";

/** One question with its article. A number answers, Enter keeps the answer that is marked, Backspace goes back. */
export function WalkQuestion(props: { readonly walk: Walk; readonly node: TreeNode }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().classify;
  let heading: HTMLElement | undefined;
  onMount(() => queueMicrotask(() => heading?.focus()));
  const place = () => {
    const { path } = props.walk.walk();
    const found = path.findIndex(({ node }) => node.id === props.node.id);
    return (found < 0 ? path.length : found) + 1;
  };
  const marked = () => props.walk.answerTo(props.node.id);
  const back = () => {
    const before = props.walk.before();
    if (before) props.walk.revisit(before);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    const wanted = event.key === "Enter" && event.target === heading ? marked() : props.node.answers[Number(event.key) - 1]?.id;
    if (event.key !== "Backspace" && !wanted) return;
    event.preventDefault();
    if (wanted) props.walk.choose(props.node.id, wanted);
    else back();
  };
  return (
    <section class="walk-question" aria-labelledby={`walk-${props.node.id}`} onKeyDown={onKeyDown}>
      <p class="walk-place quiet-text">
        <span class="walk-ref">{props.node.ref}</span>
        <span>{words().place(place(), turnsAhead(props.walk.tree, props.node.id) - 1)}</span>
      </p>
      <h3 id={`walk-${props.node.id}`} class="walk-title" tabindex="-1" ref={(element) => (heading = element)}>
        {inLanguage(props.node.question, language())}
      </h3>
      <p class="walk-help">{inLanguage(props.node.help, language())}</p>
      <ol class="walk-choices" aria-label={words().choices}>
        <For each={props.node.answers}>
          {(choice, index) => (
            <li>
              <button
                type="button"
                class="walk-choice"
                data-marked={marked() === choice.id ? "" : undefined}
                aria-keyshortcuts={index() < 9 ? String(index() + 1) : undefined}
                onClick={() => props.walk.choose(props.node.id, choice.id)}
              >
                <Show when={index() < 9} fallback={<span />}>
                  <kbd class="level-key" aria-hidden="true">
                    {index() + 1}
                  </kbd>
                </Show>
                <span>{inLanguage(choice.label, language())}</span>
                <Show when={marked() === choice.id}>
                  <span class="walk-marked">{words().chosenBefore}</span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ol>
      <div class="cluster">
        <Show when={props.walk.before()}>
          <Button size="small" icon="arrow-left" onClick={back}>
            {words().back}
          </Button>
        </Show>
        <Show when={marked()}>
          <Button size="small" tone="quiet" icon="arrow-right" onClick={() => props.walk.revisit(null)}>
            {words().forward}
          </Button>
        </Show>
        <p class="field-hint walk-keys">{words().keyHint}</p>
      </div>
    </section>
  );
}
