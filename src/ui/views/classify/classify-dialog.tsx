import { createMemo, createResource, Match, Show, Switch } from "solid-js";
import { inLanguage, type DecisionTree, type DecisionTreeId } from "#domain";
import { useWorkbench } from "#workbench";
import { Banner, BusyText, Button, Dialog, useToaster } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { useAttempt } from "../use-attempt.ts";
import type { ClassifyHost } from "./classify-host.ts";
import { createWalk, type Walk } from "./create-walk.ts";
import { RecordedNotice } from "./recorded-notice.tsx";
import { WalkConclusion } from "./walk-conclusion.tsx";
import { WalkQuestion } from "./walk-question.tsx";
import { WalkWay } from "./walk-way.tsx";

/** One decision tree, walked question by question; null closes it. */
export function ClassifyDialog(props: { readonly host: ClassifyHost; readonly tree: DecisionTreeId | null; readonly onClose: () => void }) {
  return (
    <Show when={props.tree} keyed>
      {(id) => <LoadTree id={id} host={props.host} onClose={props.onClose} />}
    </Show>
  );
}

function LoadTree(props: { readonly id: DecisionTreeId; readonly host: ClassifyHost; readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const [tree, { refetch }] = createResource(() => props.id, workbench.tree);
  const title = () => workbench.trees.find((one) => one.id === props.id)?.title;
  /** Reading a resource that failed throws. */
  const loaded = createMemo(() => (tree.state === "ready" ? tree() : undefined));
  return (
    <Show
      when={loaded()}
      keyed
      fallback={
        <Dialog open size="wide" title={(title() && inLanguage(title()!, language())) || t().classify.title} onClose={props.onClose}>
          <Show when={tree.error} fallback={<BusyText>{t().classify.loading}</BusyText>}>
            <Banner tone="error" action={<Button onClick={() => void refetch()}>{t().common.buttons.retry}</Button>}>
              {t().classify.unreadable}
            </Banner>
          </Show>
        </Dialog>
      }
    >
      {(found) => <WalkDialog tree={found} host={props.host} onClose={props.onClose} />}
    </Show>
  );
}

function WalkDialog(props: { readonly tree: DecisionTree; readonly host: ClassifyHost; readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  // eslint-disable-next-line solid/reactivity -- a dialog is made anew for each tree and host
  const walk = createWalk(props.tree, props.host);
  return (
    <Dialog
      open
      size="wide"
      onClose={props.onClose}
      title={inLanguage(props.tree.title, language())}
      description={t().classify.dialogText}
      footer={<WalkFoot walk={walk} host={props.host} onClose={props.onClose} />}
    >
      <RecordedNotice walk={walk} />
      <div class="walk">
        <div class="walk-main">
          <Switch>
            <Match when={walk.asked()} keyed>
              {(node) => <WalkQuestion walk={walk} node={node} />}
            </Match>
            <Match when={walk.walk().kind === "concluded"}>
              <WalkConclusion walk={walk} host={props.host} />
            </Match>
          </Switch>
        </div>
        <WalkWay walk={walk} />
      </div>
    </Dialog>
  );
}

function WalkFoot(props: { readonly walk: Walk; readonly host: ClassifyHost; readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const toaster = useToaster();
  const attempt = useAttempt();
  const words = () => t().classify;
  const isAtEnd = () => props.walk.asked() === null;
  const verb = () => {
    if (props.host.kind === "form") return words().recordInForm;
    return props.walk.recorded() && !props.walk.isChanged() ? words().recordAgain : words().record;
  };
  const why = () => (props.host.canRecord() ? (isAtEnd() ? null : words().notFinished) : words().elsewhere);
  const record = async () => {
    const way = props.walk.walk();
    const done = await attempt(() => {
      props.walk.record();
      return true;
    });
    if (!done || way.kind !== "concluded") return;
    const title = inLanguage(way.conclusion.title, language());
    toaster.show({ message: props.host.kind === "form" ? words().entered(title) : words().recorded(title) });
    props.onClose();
  };
  return (
    <>
      <span class="walk-foot-start">
        <Show
          when={props.walk.canRestore()}
          fallback={
            <Show when={props.walk.walk().path.length > 0}>
              <Button tone="quiet" onClick={props.walk.startOver}>
                {props.walk.recorded() && props.walk.isChanged() ? words().toRecorded : words().startOver}
              </Button>
            </Show>
          }
        >
          <Button tone="quiet" icon="undo" onClick={props.walk.restore}>
            {words().restore}
          </Button>
        </Show>
      </span>
      <Show when={why()}>{(said) => <p class="quiet-text">{said()}</p>}</Show>
      <Button onClick={() => props.onClose()}>{t().common.buttons.close}</Button>
      <Button tone="primary" disabled={!isAtEnd() || !props.host.canRecord()} onClick={() => void record()}>
        {verb()}
      </Button>
    </>
  );
}
