import { createMemo, createSignal, For, Show } from "solid-js";
import { inLanguage, isUnchanged, listSections, type AnswerFate, type QuestionId } from "#domain";
import type { UpgradePlan } from "#workbench";
import { Button, SelectField } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { differenceKinds, inGroups, kindsOf, type DifferenceKind } from "./difference-groups.ts";
import { DifferenceRow } from "./difference-row.tsx";

/** Rows shown at once. */
const page = 30;

/** Every question that differs, grouped by kind, narrowed to one kind on request. */
export function DifferenceList(props: { readonly plan: UpgradePlan }) {
  const t = useTexts();
  const language = useLanguage();
  const [only, setOnly] = createSignal<DifferenceKind | null>(null);
  const [shown, setShown] = createSignal(page);
  const questions = () => props.plan.comparison.questions;
  const rows = createMemo(() => inGroups(questions(), only()));
  const count = (kind: DifferenceKind) => questions().filter((one) => kindsOf(one).includes(kind)).length;
  const fates = createMemo(() => new Map<QuestionId, AnswerFate>(props.plan.answers.map((one) => [one.question, one.fate])));
  const titles = createMemo(() => {
    const sections = [props.plan.before, props.plan.after].flatMap(({ checklist }) => listSections(checklist.sections));
    return new Map<string, string>(sections.map(({ section }) => [section.id, inLanguage(section.title, language())]));
  });
  return (
    <section class="upgrade-part" aria-labelledby="upgrade-differences">
      <h3 id="upgrade-differences">{t().upgrades.list.title}</h3>
      <div class="upgrade-filter">
        <SelectField
          label={t().upgrades.list.filter}
          labelHidden
          value={only()}
          emptyLabel={t().upgrades.list.withCount(t().upgrades.list.all, inGroups(questions(), null).length)}
          options={differenceKinds.filter((kind) => count(kind) > 0).map((value) => ({ value, label: t().upgrades.list.withCount(t().upgrades.list[value], count(value)) }))}
          onChange={(kind) => {
            setOnly(kind);
            setShown(page);
          }}
        />
        <p class="quiet-text figures" role="status">
          {rows().length > shown() ? t().upgrades.list.shown(shown(), rows().length) : t().upgrades.list.unchanged(questions().filter(isUnchanged).length)}
        </p>
      </div>
      <ol class="differences">
        <For each={rows().slice(0, shown())} fallback={<li class="quiet-text">{t().upgrades.list.nothing}</li>}>
          {(one) => <DifferenceRow comparison={one} fate={fates().get(one.id)} sectionTitle={(id) => titles().get(id) ?? id} />}
        </For>
      </ol>
      <Show when={rows().length > shown()}>
        <Button onClick={() => setShown(shown() + page)}>{t().upgrades.list.more(Math.min(page, rows().length - shown()))}</Button>
      </Show>
    </section>
  );
}
