import { Show } from "solid-js";
import { pdcaStages, type ChecklistResult, type LifecyclePhase } from "#domain";
import { BarList } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { Section } from "../section.tsx";

/** A bar for each lifecycle phase, and for each PDCA stage where the checklist marks them (S8, S9). */
export function PhaseBars(props: {
  readonly result: ChecklistResult;
  readonly phases: readonly LifecyclePhase[];
  readonly onOpen: (phase: LifecyclePhase) => void;
}) {
  const t = useTexts();
  const stages = () => pdcaStages.filter((stage) => props.result.pdca[stage]);
  return (
    <Section title={t().gaps.phases} lede={t().gaps.phasesText}>
      <BarList
        label={t().gaps.phases}
        items={props.phases.flatMap((phase) => {
          const figure = props.result.phases[phase];
          return figure ? [{ id: phase, label: t().common.phase[phase], figure }] : [];
        })}
        onOpen={props.onOpen}
      />
      <Show when={stages().length > 0}>
        <div class="gaps-pdca">
          <h3>{t().gaps.pdca}</h3>
          <BarList
            label={t().gaps.pdca}
            items={stages().flatMap((stage) => {
              const figure = props.result.pdca[stage];
              return figure ? [{ id: stage, label: t().common.pdca[stage], figure }] : [];
            })}
          />
        </div>
      </Show>
    </Section>
  );
}
