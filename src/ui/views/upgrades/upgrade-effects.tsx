import { For, Show } from "solid-js";
import { inLanguage, type AnswerFate, type ChecklistResult, type LevelComparison, type ScaleComparison } from "#domain";
import type { UpgradePlan } from "#workbench";
import { FigureValue, IntervalBar } from "../../parts/index.ts";
import { useLanguage, useTexts } from "../../texts/index.ts";

const fates: readonly AnswerFate[] = ["carried", "to-confirm", "proposed", "level-gone", "kept-to-read"];

/** Both figures, one above the other, and how many questions apply under each version. */
export function FigureEffect(props: { readonly plan: UpgradePlan }) {
  const t = useTexts();
  return (
    <section class="upgrade-part" aria-labelledby="upgrade-figures">
      <h3 id="upgrade-figures">{t().upgrades.figures.title}</h3>
      <div class="upgrade-figures">
        <VersionFigure plan={props.plan} result={props.plan.results.before} />
        <VersionFigure plan={props.plan} result={props.plan.results.after} />
      </div>
    </section>
  );
}

function VersionFigure(props: { readonly plan: UpgradePlan; readonly result: ChecklistResult }) {
  const t = useTexts();
  const language = useLanguage();
  const label = () => t().upgrades.figures.label(inLanguage(props.plan.after.checklist.title, language()), props.result.version);
  const all = () => props.result.contributions.length;
  return (
    <div class="upgrade-figure">
      <p class="upgrade-figure-name">{t().upgrades.figures.version(props.result.version)}</p>
      <IntervalBar size="row" figure={props.result.total} blocked={props.result.blocked} label={label()} />
      <FigureValue size="row" figure={props.result.total} blocked={props.result.blocked} label={label()} />
      <p class="quiet-text figures">{t().upgrades.figures.scope(all() - props.result.outOfScope, all())}</p>
    </div>
  );
}

/** How many answers stand, wait, or are only kept. */
export function AnswerEffect(props: { readonly plan: UpgradePlan }) {
  const t = useTexts();
  const count = (fate: AnswerFate) => props.plan.answers.filter((one) => one.fate === fate).length;
  return (
    <section class="upgrade-part" aria-labelledby="upgrade-answers">
      <h3 id="upgrade-answers">{t().upgrades.answers.title}</h3>
      <Show when={props.plan.answers.length > 0} fallback={<p class="quiet-text">{t().upgrades.answers.none}</p>}>
        <ul class="upgrade-list figures">
          <For each={fates.filter((fate) => count(fate) > 0)}>{(fate) => <li>{t().upgrades.answers.fate[fate](count(fate))}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}

/** Scales and levels that are new, gone or read otherwise. */
export function ScaleEffect(props: { readonly plan: UpgradePlan }) {
  const t = useTexts();
  const scales = () => props.plan.comparison.scales;
  const say = ({ kind, scale }: ScaleComparison) => t().upgrades.scales[kind](scale);
  return (
    <Show when={scales().length > 0}>
      <section class="upgrade-part" aria-labelledby="upgrade-scales">
        <h3 id="upgrade-scales">{t().upgrades.scales.title}</h3>
        <ul class="upgrade-list">
          <For each={scales()}>
            {(one) => (
              <li>
                {say(one)}
                <Show when={one.levels.length > 0}>
                  <ul>
                    <For each={one.levels}>{(level) => <LevelLines level={level} />}</For>
                  </ul>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

function LevelLines(props: { readonly level: LevelComparison }) {
  const t = useTexts();
  const language = useLanguage();
  const lines = () => {
    const { before, after } = props.level;
    const { scales } = t().upgrades;
    const label = (level: NonNullable<LevelComparison["before"]>) => inLanguage(level.label, language());
    if (!before) return after ? [scales.levelNew(label(after), String(after.value))] : [];
    if (!after) return [scales.levelGone(label(before), String(before.value))];
    const isReworded = label(before) !== label(after) || inLanguage(before.meaning, language()) !== inLanguage(after.meaning, language());
    return [
      ...(before.value === after.value ? [] : [scales.levelValue(label(after), String(before.value), String(after.value))]),
      ...(isReworded ? [scales.levelWords(label(before), label(after))] : []),
    ];
  };
  return <For each={lines()}>{(line) => <li>{line}</li>}</For>;
}
