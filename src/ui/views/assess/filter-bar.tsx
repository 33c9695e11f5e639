import { Show } from "solid-js";
import { lifecyclePhases, obligations } from "#domain";
import { Button, ChoiceField, SelectField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useAssessView } from "./assess-view.ts";
import { isNarrowed, shows } from "./question-filter.ts";

/** Which questions are gone through, and how many they are. */
export function FilterBar() {
  const t = useTexts();
  const view = useAssessView();
  const phases = () => lifecyclePhases.filter((phase) => view.result().phases[phase]);
  const labelOf = (show: (typeof shows)[number]) => {
    const [label, waiting] = [t().assess.filter[show], view.unconfirmed().size];
    return show === "to-confirm" && waiting > 0 ? t().upgrades.list.withCount(label, waiting) : label;
  };
  return (
    <section class="filter-bar" aria-label={t().assess.filter.title}>
      <SelectField
        label={t().assess.filter.show}
        labelHidden
        value={view.filter().show}
        options={shows.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(show) => view.setFilter({ show: show ?? "all" })}
      />
      <SelectField
        label={t().assess.filter.phase}
        labelHidden
        value={view.filter().phase}
        emptyLabel={t().assess.filter.anyPhase}
        options={phases().map((value) => ({ value, label: t().common.phase[value] }))}
        onChange={(phase) => view.setFilter({ phase })}
      />
      <SelectField
        label={t().assess.filter.obligation}
        labelHidden
        value={view.filter().obligation}
        emptyLabel={t().assess.filter.anyObligation}
        options={obligations.map((value) => ({ value, label: t().common.obligation[value] }))}
        onChange={(obligation) => view.setFilter({ obligation })}
      />
      <p class="filter-count figures" role="status">
        {t().assess.filter.matching(view.matching().length, view.placed.length)}
        <Show when={isNarrowed(view.filter())}>
          <Button tone="quiet" size="small" onClick={() => view.setFilter({ show: "all", phase: null, obligation: null })}>
            {t().assess.filter.clear}
          </Button>
        </Show>
      </p>
    </section>
  );
}

/** Opens the filters; says how many questions match while one is set. */
export function FilterButton(props: { readonly open: boolean; readonly onToggle: () => void }) {
  const t = useTexts();
  const view = useAssessView();
  return (
    <Button size="small" icon="filter" aria-expanded={props.open} onClick={() => props.onToggle()}>
      <Show when={isNarrowed(view.filter())} fallback={t().assess.filter.title}>
        {t().assess.filter.titleWith(view.matching().length)}
      </Show>
    </Button>
  );
}

/** One question at a time, or the section as a list. */
export function ViewSwitch() {
  const t = useTexts();
  const view = useAssessView();
  return (
    <ChoiceField
      label={t().assess.view.label}
      labelHidden
      layout="row"
      value={view.mode()}
      options={(["one", "list"] as const).map((value) => ({ value, label: t().assess.view[value] }))}
      onChange={view.setMode}
    />
  );
}
