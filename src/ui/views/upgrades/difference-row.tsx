import { For, Show } from "solid-js";
import { inLanguage, type AnswerFate, type QuestionComparison } from "#domain";
import { useLanguage, useTexts, type Texts } from "../../texts/index.ts";
import { differenceKinds, kindsOf } from "./difference-groups.ts";
import { Rewordings } from "./rewordings.tsx";
import { sayChange } from "./say-change.ts";

/** One question that differs: its id and kinds, its words with what changed in them, and what becomes of its answer. */
export function DifferenceRow(props: { readonly comparison: QuestionComparison; readonly fate: AnswerFate | undefined; readonly sectionTitle: (id: string) => string }) {
  const t = useTexts();
  const language = useLanguage();
  const placed = () => (props.comparison.kind === "removed" ? props.comparison.before : props.comparison.after);
  const isReworded = () => props.comparison.kind === "kept" && props.comparison.reworded.some((one) => one.part === "text");
  const kinds = () => differenceKinds.filter((kind) => kindsOf(props.comparison).includes(kind));
  return (
    <li class="difference">
      <p class="difference-head">
        <span class="figures">{props.comparison.id}</span>
        <span class="difference-kinds">{t().common.list(kinds().map((kind) => t().upgrades.list[kind]))}</span>
      </p>
      <Show when={!isReworded()}>
        <p>{inLanguage(placed().question.text, language())}</p>
      </Show>
      <Show when={props.comparison.kind === "kept" && props.comparison}>{(kept) => <Rewordings rewordings={kept().reworded} />}</Show>
      <ul class="difference-notes">
        <For each={notesOf(props.comparison, t(), props.sectionTitle)}>{(note) => <li>{note}</li>}</For>
        <Show when={props.fate}>{(fate) => <li class="difference-fate">{t().upgrades.answers.short[fate()]}</li>}</Show>
      </ul>
    </li>
  );
}

function notesOf(one: QuestionComparison, t: Texts, sectionTitle: (id: string) => string): readonly string[] {
  const { row } = t.upgrades;
  switch (one.kind) {
    case "new":
      if (one.replaces.length === 0) return [row.new];
      return [one.replaces.length > 1 ? row.merges(t.common.list(one.replaces)) : row.replaces(t.common.list(one.replaces))];
    case "removed":
      if (one.replacedBy.length === 0) return [row.removed];
      return [one.replacedBy.length > 1 ? row.split(t.common.list(one.replacedBy)) : row.replacedBy(t.common.list(one.replacedBy))];
    case "kept":
      return [...(one.moved ? [row.moved(sectionTitle(one.moved.before), sectionTitle(one.moved.after))] : []), ...one.changes.map((change) => sayChange(t, change))];
  }
}
