import { createMemo, createSignal, For, Show } from "solid-js";
import { answersOf, departureOf, inLanguage, type DecisionTreeId, type DecisionTreeSummary } from "#domain";
import { useWorkbench } from "#workbench";
import { Button, Icon } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { ClassifyDialog } from "./classify-dialog.tsx";
import type { ClassifyHost } from "./classify-host.ts";
import { saySettings } from "./say-settings.ts";
import "../../styles/pages/classify.css";

/** Each decision tree with its outcome, how it stands, and the way into it. */
export function ClassificationList(props: { readonly host: ClassifyHost }) {
  const t = useTexts();
  const workbench = useWorkbench();
  const [open, setOpen] = createSignal<DecisionTreeId | null>(null);
  return (
    <section class="classifications" aria-label={t().classify.title}>
      <p class="field-label">{t().classify.title}</p>
      <p class="field-hint">{t().classify.lede}</p>
      <ul class="classification-rows">
        <For each={workbench.trees}>{(tree) => <TreeRow tree={tree} host={props.host} onOpen={() => setOpen(tree.id)} />}</For>
      </ul>
      <ClassifyDialog host={props.host} tree={open()} onClose={() => setOpen(null)} />
    </section>
  );
}

function TreeRow(props: { readonly tree: DecisionTreeSummary; readonly host: ClassifyHost; readonly onOpen: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const words = () => t().classify;
  const recorded = createMemo(() => props.host.classifications().find((one) => one.tree === props.tree.id));
  const kept = createMemo(() => workbench.walks.find(props.host.subject, props.tree.id));
  const outcome = () => {
    const one = recorded();
    const found = props.tree.conclusions.find((conclusion) => conclusion.id === one?.conclusion);
    return one && (found ? inLanguage(found.title, language()) : one.conclusion);
  };
  const standing = () => {
    const [one, begun] = [recorded(), kept()];
    if (!one) return begun ? words().standing.begun(Object.keys(begun.answers).length) : words().standing.none;
    if (begun && JSON.stringify(begun.answers) !== JSON.stringify(answersOf(one.path))) return words().standing.changed;
    return one.at === undefined && props.host.kind === "form" ? words().standing.pending : words().standing.recorded(t().common.date(one.on), one.by || words().nobody);
  };
  const departure = () => {
    const one = recorded();
    return one && departureOf(props.host.profile(), one);
  };
  const verb = () => (kept() ? words().open.begun : recorded() ? words().open.recorded : words().open.new);
  const title = () => inLanguage(props.tree.title, language());
  return (
    <li class="classification-row">
      <div class="classification-told">
        <p class="classification-tree">{title()}</p>
        <Show when={outcome()}>{(said) => <p class="classification-outcome">{said()}</p>}</Show>
        <p class="quiet-text classification-standing">{standing()}</p>
        <Show when={departure()}>
          {(lost) => (
            <p class="classification-differs">
              <Icon name="warning" /> {words().differs(saySettings(t(), lost()))}
            </p>
          )}
        </Show>
      </div>
      <Button size="small" aria-label={words().openNamed(verb(), title())} onClick={() => props.onOpen()}>
        {verb()}
      </Button>
    </li>
  );
}
