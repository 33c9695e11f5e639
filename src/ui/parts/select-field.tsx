import { For, Show, type JSX } from "solid-js";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { Icon } from "./icons.tsx";

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  /** null: nothing chosen yet */
  readonly value: Value | null;
  readonly options: readonly SelectOption<Value>[];
  readonly onChange: (value: Value | null) => void;
  /** Words for "nothing chosen"; with them, nothing can be chosen again. */
  readonly emptyLabel?: string | undefined;
}

/** The browser's own list, so that phones and screen readers show what they always show. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>): JSX.Element {
  const chosen = (value: string) => props.options.find((option) => option.value === value)?.value ?? null;
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div class="select">
          <select
            class="input"
            id={control.id}
            required={props.required}
            disabled={props.disabled}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onChange={(event) => props.onChange(chosen(event.currentTarget.value))}
          >
            <Show when={props.emptyLabel !== undefined || props.value === null}>
              <option value="" selected={props.value === null}>
                {props.emptyLabel ?? ""}
              </option>
            </Show>
            <For each={props.options}>
              {(option) => (
                <option value={option.value} selected={option.value === props.value} disabled={option.disabled}>
                  {option.label}
                </option>
              )}
            </For>
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </FieldFrame>
  );
}
