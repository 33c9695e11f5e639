import { createMemo, createSignal, Show } from "solid-js";
import { inLanguage, lifecyclePhases, type ChecklistResult, type LifecyclePhase, type PinnedChecklist, type SectionId } from "#domain";
import { useSession } from "#workbench";
import { EmptyState, FigureValue, Heatmap, IntervalBar, IntervalLegend, KnockoutMark, LinkButton, PageHead, Radar, Tabs } from "../parts/index.ts";
import { useLanguage, useTexts } from "../texts/index.ts";
import { ExplainDialog, type Explained } from "../views/gaps/explain-dialog.tsx";
import { FindingsTable } from "../views/gaps/findings-table.tsx";
import { PhaseBars } from "../views/gaps/phase-bars.tsx";
import "../styles/pages/gaps.css";

/** Where the system falls short: by section and phase, as a shape, and finding by finding. */
export function GapsPage() {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const pairs = createMemo(() =>
    session.checklists().flatMap((pinned) => {
      const result = session.result().checklists.find((one) => one.id === pinned.checklist.id);
      return result ? [{ pinned, result }] : [];
    }),
  );
  const current = () => pairs().find((one) => one.pinned.checklist.id === chosen()) ?? pairs()[0];
  return (
    <div class="page gaps">
      <PageHead title={t().gaps.title} lede={t().gaps.lede} />
      <Show
        when={current()}
        fallback={
          <EmptyState
            title={t().gaps.empty}
            action={
              <LinkButton tone="primary" href={`#/assess/${encodeURIComponent(session.id)}`}>
                {t().gaps.chooseChecklist}
              </LinkButton>
            }
          />
        }
      >
        {(first) => (
          <Tabs
            label={t().gaps.checklists}
            value={first().pinned.checklist.id as string}
            onChange={setChosen}
            tabs={pairs().map(({ pinned }) => ({ id: pinned.checklist.id as string, label: inLanguage(pinned.checklist.title, language()) }))}
          >
            {(id) => (
              <Show when={pairs().find((one) => one.pinned.checklist.id === id)}>
                {(pair) => <ChecklistGaps pinned={pair().pinned} result={pair().result} />}
              </Show>
            )}
          </Tabs>
        )}
      </Show>
    </div>
  );
}

function ChecklistGaps(props: { readonly pinned: PinnedChecklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const [explained, setExplained] = createSignal<Explained | null>(null);
  const checklist = () => props.pinned.checklist;
  const title = () => inLanguage(checklist().title, language());
  const sections = createMemo(() => checklist().sections.map((section) => ({ id: section.id, label: inLanguage(section.title, language()) })));
  const phases = () => lifecyclePhases.filter((phase) => props.result.phases[phase]);
  const nameOf = (section: SectionId) => sections().find((one) => one.id === section)?.label ?? section;
  const explainTotal = () => setExplained({ title: title(), figure: props.result.total, within: {} });
  const explainSection = (section: SectionId) => {
    const figure = props.result.sections[section];
    if (figure) setExplained({ title: nameOf(section), figure, within: { section } });
  };
  const explainPhase = (phase: LifecyclePhase) => {
    const figure = props.result.phases[phase];
    if (figure) setExplained({ title: t().common.phase[phase], figure, within: { phase } });
  };
  const explainCell = (section: SectionId, phase: LifecyclePhase) => {
    const figure = props.result.cells[section]?.[phase];
    if (figure) setExplained({ title: t().gaps.cell(nameOf(section), t().common.phase[phase]), figure, within: { section, phase } });
  };
  return (
    <>
      <section class="gaps-headline" aria-label={t().gaps.headline}>
        <IntervalBar size="head" figure={props.result.total} blocked={props.result.blocked} label={title()} />
        <div class="cluster">
          <FigureValue size="head" detailed figure={props.result.total} blocked={props.result.blocked} label={title()} onExplain={explainTotal} />
          <Show when={props.result.blocked}>
            <KnockoutMark fails />
          </Show>
        </div>
        <p class="quiet-text figures">{t().gaps.left(props.result.outOfScope, props.result.notApplicableWeight)}</p>
        <IntervalLegend withBlocked={props.result.blocked} />
      </section>
      <section class="section">
        <Heatmap
          title={t().gaps.heatmap}
          columns={phases().map((phase) => ({ id: phase, label: t().common.phase[phase] }))}
          rows={sections().map((section) => ({ ...section, cells: props.result.cells[section.id] ?? {} }))}
          onOpen={explainCell}
        />
      </section>
      <section class="section gaps-charts">
        <Radar
          title={t().gaps.radar}
          description={t().gaps.radarText}
          axes={sections().flatMap((section) => {
            const figure = props.result.sections[section.id];
            return figure && figure.status !== "out-of-scope" ? [{ ...section, figure }] : [];
          })}
          onOpen={explainSection}
        />
        <PhaseBars result={props.result} phases={phases()} onOpen={explainPhase} />
      </section>
      <FindingsTable checklist={checklist()} result={props.result} />
      <ExplainDialog explained={explained()} checklist={checklist()} result={props.result} onClose={() => setExplained(null)} />
    </>
  );
}
