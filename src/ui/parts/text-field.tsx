import type { JSX } from "solid-js";
import { FieldFrame, type FieldProps } from "./field.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** At each key. */
  readonly onInput?: ((value: string) => void) | undefined;
  /** When the person is done: on leaving the field or Enter. */
  readonly onChange?: ((value: string) => void) | undefined;
  readonly type?: "text" | "email" | "url" | "password" | "search" | "number" | undefined;
  readonly placeholder?: string | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputMode?: "text" | "numeric" | "decimal" | "url" | "email" | "search" | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly spellcheck?: boolean | undefined;
  readonly autofocus?: boolean | undefined;
  readonly ref?: ((element: HTMLInputElement) => void) | undefined;
}

export function TextField(props: TextFieldProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(control) => (
        <input
          ref={(element) => props.ref?.(element)}
          class="input"
          id={control.id}
          type={props.type ?? "text"}
          value={props.value}
          placeholder={props.placeholder}
          autocomplete={props.autocomplete ?? "off"}
          inputmode={props.inputMode}
          min={props.min}
          max={props.max}
          step={props.step}
          maxlength={props.maxLength}
          spellcheck={props.spellcheck}
          autofocus={props.autofocus}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={control.invalid()}
          aria-describedby={control.describedBy()}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
          onChange={(event) => props.onChange?.(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
