import { createMemo, For, Match, Switch } from "solid-js";
import { diffWords } from "#domain";

/** Two texts as one: what was taken out is struck, what was put in is underlined; never by colour alone. */
export function WordDifference(props: { readonly before: string; readonly after: string; readonly lang?: string | undefined }) {
  const runs = createMemo(() => diffWords(props.before, props.after));
  return (
    <p class="word-difference" lang={props.lang}>
      <For each={runs()}>
        {(run) => (
          <Switch fallback={run.text}>
            <Match when={run.kind === "removed"}>
              <del>{run.text}</del>
            </Match>
            <Match when={run.kind === "added"}>
              <ins>{run.text}</ins>
            </Match>
          </Switch>
        )}
      </For>
    </p>
  );
}
