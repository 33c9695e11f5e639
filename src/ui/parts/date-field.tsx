import type { JSX } from "solid-js";
import type { CalendarDate } from "#domain";
import { FieldFrame, type FieldProps } from "./field.tsx";

export interface DateFieldProps extends FieldProps {
  readonly value: CalendarDate | null;
  readonly onChange: (value: CalendarDate | null) => void;
  readonly min?: CalendarDate | undefined;
  readonly max?: CalendarDate | undefined;
}

export function DateField(props: DateFieldProps): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(control) => (
        <input
          class="input input-date"
          id={control.id}
          type="date"
          value={props.value ?? ""}
          min={props.min}
          max={props.max}
          required={props.required}
          disabled={props.disabled}
          aria-invalid={control.invalid()}
          aria-describedby={control.describedBy()}
          onChange={(event) => props.onChange(event.currentTarget.value || null)}
        />
      )}
    </FieldFrame>
  );
}
