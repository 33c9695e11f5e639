import { createMemo, Show } from "solid-js";
import { pdcaAbove, pdcaStages, placeQuestions, type Checklist, type ChecklistResult, type PdcaStage } from "#domain";
import { BarList } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { Section } from "../section.tsx";

/** A bar for each stage of Plan-Do-Check-Act, where the checklist marks its sections so (S9). */
export function PdcaBars(props: {
  readonly checklist: Checklist;
  readonly result: ChecklistResult;
  readonly onOpen: (stage: PdcaStage) => void;
}) {
  const t = useTexts();
  const stages = createMemo(() =>
    pdcaStages.flatMap((stage) => {
      const figure = props.result.pdca[stage];
      return figure ? [{ id: stage, label: t().common.pdca[stage], figure }] : [];
    }),
  );
  const unmarked = createMemo(() => placeQuestions(props.checklist.sections).filter(({ sections }) => pdcaAbove(sections) === undefined).length);
  return (
    <Show when={stages().length > 0}>
      <Section title={t().gaps.pdca} lede={t().gaps.pdcaText}>
        <BarList label={t().gaps.pdca} items={stages()} onOpen={props.onOpen} />
        <Show when={unmarked() > 0}>
          <p class="quiet-text">{t().gaps.pdcaUnmarked(unmarked())}</p>
        </Show>
      </Section>
    </Show>
  );
}
