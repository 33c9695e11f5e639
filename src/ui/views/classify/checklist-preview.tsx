import { createResource, Match, Show, Switch } from "solid-js";
import { formatInterval, inLanguage, toPercent, type Profile } from "#domain";
import type { ProfileTrial, TriedChecklist } from "#workbench";
import { BusyText, DataTable, FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts, type Texts } from "../../texts/index.ts";
import type { ClassifyHost } from "./classify-host.ts";

/** S18: for each checklist how scope, targets and figures would change. */
export function ChecklistPreview(props: { readonly host: ClassifyHost; readonly after: Profile }) {
  const t = useTexts();
  const words = () => t().classify.preview;
  const [trial] = createResource(() => ({ host: props.host, after: props.after }), tryOut);
  /** Reading a resource that failed throws. */
  const tried = () => (trial.error ? undefined : trial.latest);
  return (
    <div class="walk-preview" aria-live="polite">
      <h4>{words().checklists}</h4>
      <Switch fallback={<BusyText />}>
        <Match when={trial.error}>
          <p>{words().failed}</p>
        </Match>
        <Match when={tried()?.checklists.length === 0}>
          <p>{words().noChecklists}</p>
        </Match>
        <Match when={tried()}>
          {(found) => (
            <>
              <p class="quiet-text">{words().unrecorded}</p>
              <TrialTable rows={found().checklists} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

async function tryOut(what: { readonly host: ClassifyHost; readonly after: Profile }): Promise<ProfileTrial> {
  return what.host.tryProfile(what.after);
}

function TrialTable(props: { readonly rows: readonly TriedChecklist[] }) {
  const t = useTexts();
  const language = useLanguage();
  const words = () => t().classify.preview;
  return (
    <DataTable<TriedChecklist>
      caption={words().checklists}
      captionHidden
      narrow="stack"
      empty={words().noChecklists}
      rows={props.rows}
      columns={[
        { id: "checklist", label: words().checklist, isRowHeader: true, width: "28%", cell: (row) => inLanguage(row.title, language()) },
        { id: "scope", label: words().scope, width: "22%", cell: (row) => sayScope(t(), row) },
        { id: "targets", label: words().targets, width: "20%", cell: (row) => sayTargets(t(), row) },
        { id: "figure", label: words().figure, width: "30%", cell: (row) => <Figures row={row} title={inLanguage(row.title, language())} /> },
      ]}
    />
  );
}

function Figures(props: { readonly row: TriedChecklist; readonly title: string }) {
  const t = useTexts();
  const words = () => t().classify.preview;
  const isSame = () => JSON.stringify(props.row.before) === JSON.stringify(props.row.after);
  return (
    <Show
      when={!isSame()}
      fallback={
        <>
          <FigureValue figure={props.row.after} blocked={props.row.after.blocked} label={props.title} /> <span class="quiet-text">{words().same}</span>
        </>
      }
    >
      <div class="walk-figures">
        <span class="figures">{formatInterval(props.row.before)}</span>
        <IntervalBar size="row" figure={props.row.before} blocked={props.row.before.blocked} label={words().figureOf(props.title, words().before)} />
        <span class="figures">{formatInterval(props.row.after)}</span>
        <IntervalBar size="row" figure={props.row.after} blocked={props.row.after.blocked} label={words().figureOf(props.title, words().after)} />
      </div>
    </Show>
  );
}

function sayScope(t: Texts, { inScope }: TriedChecklist): string {
  const { before, after, enter, leave } = inScope;
  const { preview } = t.classify;
  return enter + leave === 0 ? preview.scopeSame(after) : preview.scopeMoved(before, after, enter, leave);
}

function sayTargets(t: Texts, { targets }: TriedChecklist): string {
  const { preview } = t.classify;
  if (targets.moved === 0) return preview.targetsSame;
  return targets.from === null || targets.to === null
    ? preview.targetsMoved(targets.moved)
    : preview.targetsStep(targets.moved, toPercent(targets.from), toPercent(targets.to));
}
