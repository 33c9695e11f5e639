import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, lifecyclePhases, unconfirmedAnswers, type ChecklistResult, type LifecyclePhase, type PinnedChecklist, type SectionId } from "#domain";
import { useSession } from "#workbench";
import { FigureValue, Heatmap, IntervalBar, IntervalLegend, Radar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { Section } from "../section.tsx";
import { BlockedNote } from "./blocked-note.tsx";
import { ExplainDialog } from "./explain-dialog.tsx";
import type { Explained } from "./explain-lines.ts";
import { FindingsTable } from "./findings-table.tsx";
import { PhaseBars } from "./phase-bars.tsx";

/** One checklist from its whole to its findings; every figure opens what it is made of. */
export function ChecklistGaps(props: { readonly pinned: PinnedChecklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const [explained, setExplained] = createSignal<Explained | null>(null);
  const checklist = () => props.pinned.checklist;
  const title = () => inLanguage(checklist().title, language());
  const sections = createMemo(() => checklist().sections.map((section) => ({ id: section.id, label: inLanguage(section.title, language()) })));
  const phases = () => lifecyclePhases.filter((phase) => props.result.phases[phase]);
  const nameOf = (section: SectionId) => sections().find((one) => one.id === section)?.label ?? section;
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
      <Headline
        title={title()}
        pinned={props.pinned}
        result={props.result}
        onExplain={() => setExplained({ title: title(), figure: props.result.total, blocked: props.result.blocked, within: {} })}
      />
      <PhaseBars result={props.result} phases={phases()} onOpen={explainPhase} />
      <Section title={t().gaps.heatmap} lede={t().gaps.heatmapText}>
        <Heatmap
          title={t().gaps.heatmap}
          titleHidden
          columns={phases().map((phase) => ({ id: phase, label: t().common.phase[phase] }))}
          rows={sections().map((section) => ({ ...section, cells: props.result.cells[section.id] ?? {} }))}
          onOpen={explainCell}
        />
      </Section>
      <Section title={t().gaps.radar} lede={t().gaps.radarText}>
        <Radar
          title={t().gaps.radar}
          titleHidden
          axes={sections().flatMap((section) => {
            const figure = props.result.sections[section.id];
            return figure && figure.status !== "out-of-scope" ? [{ ...section, figure }] : [];
          })}
          onOpen={explainSection}
        />
      </Section>
      <FindingsTable checklist={checklist()} result={props.result} />
      <ExplainDialog explained={explained()} checklist={checklist()} result={props.result} onClose={() => setExplained(null)} />
    </>
  );
}

function Headline(props: {
  readonly title: string;
  readonly pinned: PinnedChecklist;
  readonly result: ChecklistResult;
  readonly onExplain: () => void;
}) {
  const t = useTexts();
  const session = useSession();
  const waiting = () => unconfirmedAnswers(props.result, session.assessment().answers[props.result.id]).length;
  const leftOut = () => [
    ...t().gaps.left(props.result.outOfScope, props.result.notApplicableWeight),
    ...(waiting() > 0 ? [t().upgrades.earlier.waitingLong(waiting())] : []),
  ];
  return (
    <section class="gaps-headline" aria-label={t().gaps.headline}>
      <div class="gaps-headline-figure">
        <FigureValue size="head" detailed figure={props.result.total} blocked={props.result.blocked} label={props.title} onExplain={props.onExplain} />
        <BlockedNote checklist={props.pinned.checklist} result={props.result} />
      </div>
      <IntervalBar size="head" figure={props.result.total} blocked={props.result.blocked} label={props.title} />
      <IntervalLegend withBlocked={props.result.blocked} />
      <Show when={leftOut().length > 0}>
        <ul class="gaps-left figures">
          <For each={leftOut()}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}
