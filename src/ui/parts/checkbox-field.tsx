import { createEffect, createUniqueId, Show, type JSX } from "solid-js";

export interface CheckboxFieldProps {
  readonly label: JSX.Element;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: JSX.Element;
  readonly disabled?: boolean | undefined;
  /** Some of what it stands for is on. */
  readonly mixed?: boolean | undefined;
}

export function CheckboxField(props: CheckboxFieldProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="checkbox">
      <input
        ref={(element) => createEffect(() => (element.indeterminate = props.mixed === true))}
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <label for={id}>{props.label}</label>
      <Show when={props.hint}>
        <div class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      </Show>
    </div>
  );
}
