import { createMemo, createResource, Match, Show, Switch } from "solid-js";
import { inLanguage, type DecisionTreeId } from "#domain";
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
      {(id) => <TreeDialog id={id} host={props.host} onClose={props.onClose} />}
    </Show>
  );
}

function TreeDialog(props: { readonly id: DecisionTreeId; readonly host: ClassifyHost; readonly onClose: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const workbench = useWorkbench();
  const [tree, { refetch }] = createResource(() => props.id, workbench.tree);
  const walk = createMemo(() => {
    // Reading a resource that failed throws.
    const found = tree.state === "ready" ? tree() : undefined;
    return found ? createWalk(found, props.host) : null;
  });
  const title = () => {
    const found = workbench.trees.find((one) => one.id === props.id)?.title;
    return found ? inLanguage(found, language()) : t().classify.title;
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={props.onClose}
      title={title()}
      description={t().classify.dialogText}
      footer={<Show when={walk()}>{(one) => <WalkFoot walk={one()} host={props.host} onClose={props.onClose} />}</Show>}
    >
      <Switch fallback={<BusyText>{t().classify.loading}</BusyText>}>
        <Match when={tree.error}>
          <Banner tone="error" action={<Button onClick={() => void refetch()}>{t().common.buttons.retry}</Button>}>
            {t().classify.unreadable}
          </Banner>
        </Match>
        <Match when={walk()}>{(one) => <WalkBody walk={one()} host={props.host} />}</Match>
      </Switch>
    </Dialog>
  );
}

function WalkBody(props: { readonly walk: Walk; readonly host: ClassifyHost }) {
  return (
    <>
      <RecordedNotice walk={props.walk} />
      <div class="walk">
        <div class="walk-main">
          <Switch>
            <Match when={props.walk.asked()} keyed>
              {(node) => <WalkQuestion walk={props.walk} node={node} />}
            </Match>
            <Match when={props.walk.walk().kind === "concluded"}>
              <WalkConclusion walk={props.walk} host={props.host} />
            </Match>
          </Switch>
        </div>
        <WalkWay walk={props.walk} />
      </div>
    </>
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
      <Show when={why()}>{(said) => <p class="walk-foot-why quiet-text">{said()}</p>}</Show>
      <Button onClick={() => props.onClose()}>{t().common.buttons.cancel}</Button>
      <Button tone="primary" disabled={!isAtEnd() || !props.host.canRecord()} onClick={() => void record()}>
        {verb()}
      </Button>
    </>
  );
}
