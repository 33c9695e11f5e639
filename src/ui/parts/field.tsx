import { createUniqueId, Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";

/** What every field shares. */
export interface FieldProps {
  readonly label: string;
  /** Keep the label for screen readers only; the place says it to the eye. */
  readonly labelHidden?: boolean | undefined;
  readonly hint?: JSX.Element;
  /** A sentence when what is entered cannot stand. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Say "optional" beside the label. */
  readonly optional?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** What the control must carry so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly describedBy: () => string | undefined;
  readonly invalid: () => "true" | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: FieldControl) => JSX.Element;
}

/** Label, control, hint and error in one column. */
export function FieldFrame(props: FieldFrameProps): JSX.Element {
  const t = useTexts();
  const id = createUniqueId();
  const describedBy = () => {
    const ids = [props.hint ? `${id}-hint` : "", props.error ? `${id}-error` : ""].filter(Boolean).join(" ");
    return ids === "" ? undefined : ids;
  };
  const control: FieldControl = { id, describedBy, invalid: () => (props.error ? "true" : undefined) };
  return (
    <div class="field" data-invalid={props.error ? "" : undefined}>
      <label class="field-label" classList={{ "visually-hidden": props.labelHidden === true }} for={id}>
        {props.label}
        <Show when={props.optional}>
          <span class="field-optional"> {t().common.optional}</span>
        </Show>
      </label>
      {props.children(control)}
      <Show when={props.hint}>
        <div class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      </Show>
      <Show when={props.error}>
        <p class="field-error" id={`${id}-error`}>
          {props.error}
        </p>
      </Show>
    </div>
  );
}
