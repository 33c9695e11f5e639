import { For, Show, type JSX } from "solid-js";
import { sayTag, type Profile, type ProfileSettings } from "#domain";
import { DataTable } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { sayTier } from "./say-settings.ts";

interface Row {
  readonly name: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Tier, roles and marks as they are and as they would be, what comes in and what goes out in words. */
export function ProfilePreview(props: { readonly before: Profile; readonly after: Profile; readonly sets: ProfileSettings }) {
  const t = useTexts();
  const words = () => t().classify.preview;
  const rows = (): readonly Row[] => [
    { name: words().tier, before: [sayTier(t(), props.before.tier)], after: [sayTier(t(), props.after.tier)] },
    { name: words().role, before: (props.before.role ?? []).map((one) => t().common.role[one]), after: (props.after.role ?? []).map((one) => t().common.role[one]) },
    { name: words().tags, before: (props.before.tags ?? []).map((one) => sayTag(t().common, one)), after: (props.after.tags ?? []).map((one) => sayTag(t().common, one)) },
  ];
  const isSame = () => rows().every(({ before, after }) => before.join("\n") === after.join("\n"));
  return (
    <div class="walk-preview">
      <h4>{words().profile}</h4>
      <Show when={isSame()}>
        <p>{words().profileNothing}</p>
      </Show>
      <Show when={!props.sets.tier}>
        <p class="quiet-text">{words().noTier}</p>
      </Show>
      <DataTable<Row>
        caption={words().profile}
        captionHidden
        narrow="stack"
        empty=""
        rows={rows()}
        columns={[
          { id: "what", label: words().what, isRowHeader: true, width: "20%", cell: (row) => row.name },
          { id: "before", label: words().before, width: "40%", cell: (row) => <Words words={row.before} others={row.after} mark={words().removed} /> },
          { id: "after", label: words().after, width: "40%", cell: (row) => <Words words={row.after} others={row.before} mark={words().added} /> },
        ]}
      />
    </div>
  );
}

/** Words one under the other; one that the other side lacks is marked. */
function Words(props: { readonly words: readonly string[]; readonly others: readonly string[]; readonly mark: string }): JSX.Element {
  const t = useTexts();
  return (
    <Show when={props.words.length > 0} fallback={<span class="quiet-text">{t().classify.preview.nothing}</span>}>
      <ul class="walk-words">
        <For each={props.words}>
          {(word) => (
            <li data-moved={props.others.includes(word) ? undefined : ""}>
              {word}
              <Show when={!props.others.includes(word)}>
                <span class="walk-moved"> {props.mark}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
