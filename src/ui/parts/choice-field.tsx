import { createUniqueId, For, Show, type JSX } from "solid-js";

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly labelHidden?: boolean | undefined;
  readonly value: Value | null;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean | undefined;
  /** row: few short words side by side; column: each with its hint */
  readonly layout?: "row" | "column" | undefined;
}

/** One of a few, all in sight: radio buttons. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): JSX.Element {
  const name = createUniqueId();
  return (
    <fieldset class="choice" role="radiogroup" data-layout={props.layout ?? "column"} disabled={props.disabled}>
      <legend class="field-label" classList={{ "visually-hidden": props.labelHidden === true }}>
        {props.label}
      </legend>
      <div class="choice-options">
        <For each={props.options}>
          {(option, index) => (
            <div class="checkbox">
              <input
                id={`${name}-${index()}`}
                type="radio"
                name={name}
                checked={option.value === props.value}
                disabled={option.disabled}
                aria-describedby={option.hint ? `${name}-${index()}-hint` : undefined}
                onChange={() => props.onChange(option.value)}
              />
              <label for={`${name}-${index()}`}>{option.label}</label>
              <Show when={option.hint}>
                <div class="field-hint" id={`${name}-${index()}-hint`}>
                  {option.hint}
                </div>
              </Show>
            </div>
          )}
        </For>
      </div>
    </fieldset>
  );
}
