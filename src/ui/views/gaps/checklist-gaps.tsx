import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, unconfirmedAnswers, type ChecklistResult, type Figure, type PdcaStage, type PinnedChecklist, type ReadPhase, type SectionId } from "#domain";
import { useSession } from "#workbench";
import { FigureValue, Heatmap, IntervalBar, IntervalLegend, Radar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { Section } from "../section.tsx";
import { BlockedNote } from "./blocked-note.tsx";
import { ExplainDialog } from "./explain-dialog.tsx";
import type { Explained } from "./explain-lines.ts";
import { FindingsTable } from "./findings-table.tsx";
import { PdcaBars } from "./pdca-bars.tsx";
import { PhaseBars } from "./phase-bars.tsx";
import { shownPhases } from "./shown-phases.ts";

/** One checklist from its whole to its findings; every figure opens what it is made of. */
export function ChecklistGaps(props: { readonly pinned: PinnedChecklist; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const [explained, setExplained] = createSignal<Explained | null>(null);
  const checklist = () => props.pinned.checklist;
  const title = () => inLanguage(checklist().title, language());
  const sections = createMemo(() => checklist().sections.map((section) => ({ id: section.id, label: inLanguage(section.title, language()) })));
  const phases = createMemo(() => shownPhases(t(), language(), props.result, session.phases()));
  const nameOf = (section: SectionId) => sections().find((one) => one.id === section)?.label ?? section;
  const explainSection = (section: SectionId) => {
    const figure = props.result.sections[section];
    if (figure) setExplained({ title: nameOf(section), figure, within: { section } });
  };
  const explainPhase = ({ name, figure, maps }: ReadPhase) => {
    if (figure) setExplained({ title: name, figure, within: { phases: maps } });
  };
  const explainStage = (stage: PdcaStage) => {
    const figure = props.result.pdca[stage];
    if (figure) setExplained({ title: t().common.pdca[stage], figure, within: { pdca: stage } });
  };
  const explainCell = (section: SectionId, id: string) => {
    const phase = phases().find((one) => one.id === id);
    const figure = phase?.cellOf(section);
    if (phase && figure) setExplained({ title: t().gaps.cell(nameOf(section), phase.name), figure, within: { section, phases: phase.maps } });
  };
  return (
    <>
      <Headline
        title={title()}
        pinned={props.pinned}
        result={props.result}
        onExplain={() => setExplained({ title: title(), figure: props.result.total, blocked: props.result.blocked, within: {} })}
      />
      <PhaseBars phases={phases()} onOpen={explainPhase} />
      <PdcaBars checklist={checklist()} result={props.result} onOpen={explainStage} />
      <Show when={phases().length > 0}>
        <Section title={t().gaps.heatmap} lede={t().gaps.heatmapText}>
          <Heatmap
            title={t().gaps.heatmap}
            titleHidden
            columns={phases().map(({ id, name }) => ({ id, label: name }))}
            rows={sections().map((section) => ({ ...section, cells: cellsOf(phases(), section.id) }))}
            onOpen={explainCell}
          />
        </Section>
      </Show>
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

function cellsOf(phases: readonly ReadPhase[], section: SectionId): Readonly<Record<string, Figure>> {
  return Object.fromEntries(
    phases.flatMap(({ id, cellOf }) => {
      const figure = cellOf(section);
      return figure ? [[id, figure]] : [];
    }),
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
