import { createMemo, createResource, createSignal, Match, Show, Switch } from "solid-js";
import type { AssessmentId, Parsed } from "#domain";
import { useWorkbench, type ImportPlan } from "#workbench";
import { Banner, Button, Dialog, Facts, ProgressBar } from "../../parts/index.ts";
import { sayError, useTexts } from "../../texts/index.ts";
import { ProblemList } from "../problem-list.tsx";
import { errorOf, useAttempt } from "../use-attempt.ts";

type Read = Parsed<ImportPlan> | { readonly ok: "failed"; readonly error: ReturnType<typeof errorOf> };

/** Shows what opening a file would do, and does it only when asked. */
export function ImportDialog(props: {
  readonly file: File | null;
  readonly onClose: () => void;
  readonly onOpened: (id: AssessmentId) => void;
}) {
  const t = useTexts();
  const workbench = useWorkbench();
  const attempt = useAttempt();
  const [isOpening, setOpening] = createSignal(false);
  const [read] = createResource(
    () => props.file,
    async (file): Promise<Read> => {
      try {
        return await workbench.readAssessment(new Uint8Array(await file.arrayBuffer()));
      } catch (error) {
        return { ok: "failed", error: errorOf(error) };
      }
    },
  );
  /** null while a file is being read, also when another stood here before */
  const result = createMemo(() => (props.file === null || read.loading ? null : (read() ?? null)));
  const plan = () => {
    const now = result();
    return now?.ok === true ? now.value : null;
  };
  const refusal = () => {
    const now = result();
    return now && now.ok !== true ? now : null;
  };
  const confirm = async (ready: ImportPlan) => {
    setOpening(true);
    const id = await attempt(ready.confirm);
    setOpening(false);
    if (!id) return;
    props.onClose();
    props.onOpened(id);
  };
  const title = () => {
    if (refusal()) return t().systems.importRefused;
    return plan()?.joins ? t().systems.joinTitle : t().systems.importTitle;
  };
  return (
    <Dialog
      open={props.file !== null}
      onClose={props.onClose}
      title={title()}
      description={props.file?.name}
      footer={
        <>
          <Button onClick={props.onClose}>{refusal() ? t().common.buttons.close : t().common.buttons.cancel}</Button>
          <Show when={plan()}>
            {(ready) => (
              <Button tone="primary" busy={isOpening()} onClick={() => void confirm(ready())}>
                {confirmLabel(ready().joins, t())}
              </Button>
            )}
          </Show>
        </>
      }
    >
      <Switch fallback={<ProgressBar label={t().systems.reading} value={null} />}>
        <Match when={refusal()}>
          {(why) => (
            <Banner tone="error" title={t().systems.importRefusedText}>
              <Refusal why={why()} />
            </Banner>
          )}
        </Match>
        <Match when={plan()}>{(ready) => <PlanFacts plan={ready()} />}</Match>
      </Switch>
    </Dialog>
  );
}

function Refusal(props: { readonly why: Exclude<Read, { ok: true }> }) {
  const t = useTexts();
  const problems = () => (props.why.ok === false ? props.why.problems : null);
  const failure = () => (props.why.ok === "failed" ? props.why.error : null);
  return (
    <>
      <Show when={problems()}>{(list) => <ProblemList problems={list()} />}</Show>
      <Show when={failure()}>{(error) => <p>{sayError(t(), error())}</p>}</Show>
    </>
  );
}

function confirmLabel(joins: ImportPlan["joins"], t: ReturnType<ReturnType<typeof useTexts>>): string {
  if (!joins) return t.systems.importConfirm;
  return joins.newEvents === 0 ? t.systems.openHere : t.systems.join;
}

function PlanFacts(props: { readonly plan: ImportPlan }) {
  const t = useTexts();
  return (
    <>
      <Facts
        facts={[
          { label: t().systems.plan.system, value: props.plan.name || t().systems.unnamed },
          { label: t().systems.plan.answers, value: <span class="figures">{props.plan.answers}</span> },
          { label: t().systems.plan.events, value: <span class="figures">{props.plan.events}</span> },
        ]}
      />
      <Show when={props.plan.joins}>{(joins) => <p>{t().systems.plan.joins(joins().newEvents, joins().conflicts)}</p>}</Show>
      <Show when={props.plan.differences.length > 0}>
        <Banner tone="warning" title={t().systems.plan.differs}>
          <ProblemList problems={props.plan.differences} />
        </Banner>
      </Show>
    </>
  );
}
