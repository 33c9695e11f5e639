import type { JSX } from "solid-js";
import { FieldFrame, type FieldProps } from "./field.tsx";

export interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onInput?: ((value: string) => void) | undefined;
  readonly onChange?: ((value: string) => void) | undefined;
  readonly placeholder?: string | undefined;
  /** least height in lines, 3 when absent; it grows with what is written */
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly ref?: ((element: HTMLTextAreaElement) => void) | undefined;
}

/** Grows with its text: a hidden twin in the same grid cell carries the height. */
export function TextArea(props: TextAreaProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div class="text-area" data-twin={props.value}>
          <textarea
            ref={(element) => props.ref?.(element)}
            class="input"
            id={control.id}
            rows={props.rows ?? 3}
            value={props.value}
            placeholder={props.placeholder}
            maxlength={props.maxLength}
            required={props.required}
            disabled={props.disabled}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={(event) => {
              const { parentElement, value } = event.currentTarget;
              if (parentElement) parentElement.dataset["twin"] = value;
              props.onInput?.(value);
            }}
            onChange={(event) => props.onChange?.(event.currentTarget.value)}
          />
        </div>
      )}
    </FieldFrame>
  );
}
