import { createSignal, createUniqueId, For, Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { Icon } from "./icons.tsx";

export interface TagsFieldProps extends FieldProps {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  readonly suggestions?: readonly string[] | undefined;
}

/** Words one by one: Enter or a comma keeps a word, Backspace in the empty field takes the last one back. */
export function TagsField(props: TagsFieldProps): JSX.Element {
  const t = useTexts();
  const listId = createUniqueId();
  const [draft, setDraft] = createSignal("");
  const keep = (word: string) => {
    const tag = word.trim();
    setDraft("");
    if (tag !== "" && !props.tags.includes(tag)) props.onChange([...props.tags, tag]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "," || event.key === "、") {
      event.preventDefault();
      keep(draft());
    } else if (event.key === "Backspace" && draft() === "" && props.tags.length > 0) {
      props.onChange(props.tags.slice(0, -1));
    }
  };
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div class="tags-field input">
          <For each={props.tags}>
            {(tag) => (
              <span class="tag">
                {tag}
                <button
                  type="button"
                  class="tag-remove"
                  aria-label={t().common.removeTag(tag)}
                  disabled={props.disabled}
                  onClick={() => props.onChange(props.tags.filter((other) => other !== tag))}
                >
                  <Icon name="close" />
                </button>
              </span>
            )}
          </For>
          <input
            id={control.id}
            value={draft()}
            list={props.suggestions ? listId : undefined}
            placeholder={props.tags.length === 0 ? t().common.addTag : undefined}
            autocomplete="off"
            disabled={props.disabled}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={() => keep(draft())}
          />
          <Show when={props.suggestions}>
            {(suggestions) => (
              <datalist id={listId}>
                <For each={suggestions()}>{(word) => <option value={word} />}</For>
              </datalist>
            )}
          </Show>
        </div>
      )}
    </FieldFrame>
  );
}
