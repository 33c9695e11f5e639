import { createResource, Match, Show, Switch } from "solid-js";
import type { AssessmentId } from "#domain";
import { useWorkbench, type ImportPlan } from "#workbench";
import { BusyText, Button, Dialog, Facts } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAttempt } from "../use-attempt.ts";

/** Shows what opening a file would do, and does it only when asked. */
export function ImportDialog(props: {
  readonly bytes: Uint8Array | null;
  readonly onClose: () => void;
  readonly onOpened: (id: AssessmentId) => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [read] = createResource(
    () => props.bytes,
    (bytes) => attempt(() => workbench.readAssessment(bytes)),
  );
  const plan = () => {
    const result = read();
    return result?.ok ? result.value : null;
  };
  const problems = () => {
    const result = read();
    return result && !result.ok ? result.problems : null;
  };
  const confirm = async (ready: ImportPlan) => {
    const id = await attempt(ready.confirm);
    props.onClose();
    if (id) props.onOpened(id);
  };
  return (
    <Dialog
      open={props.bytes !== null}
      onClose={props.onClose}
      title={problems() ? t().systems.importRefused : t().systems.importTitle}
      footer={
        <>
          <Button onClick={props.onClose}>{t().common.buttons.cancel}</Button>
          <Show when={plan()}>
            {(ready) => (
              <Button tone="primary" onClick={() => void confirm(ready())}>
                {ready().joins ? t().systems.join : t().systems.importConfirm}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <Switch fallback={<BusyText>{t().systems.reading}</BusyText>}>
        <Match when={problems()}>
          {(list) => (
            <>
              <p>{t().systems.importRefusedText}</p>
              <ProblemList problems={list()} />
            </>
          )}
        </Match>
        <Match when={plan()}>{(ready) => <PlanFacts plan={ready()} />}</Match>
      </Switch>
    </Dialog>
  );
}

function PlanFacts(props: { readonly plan: ImportPlan }) {
  const t = useTexts();
  return (
    <>
      <Facts
        facts={[
          { label: t().systems.plan.system, value: props.plan.name },
          { label: t().systems.plan.answers, value: String(props.plan.answers) },
          { label: t().systems.plan.events, value: String(props.plan.events) },
        ]}
      />
      <Show when={props.plan.joins}>{(joins) => <p>{t().systems.plan.joins(joins().newEvents, joins().conflicts)}</p>}</Show>
      <Show when={props.plan.differences.length > 0}>
        <p>{t().systems.plan.differs}</p>
        <ProblemList problems={props.plan.differences} />
      </Show>
    </>
  );
}
