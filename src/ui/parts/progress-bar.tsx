import { Show, type JSX } from "solid-js";

export interface ProgressBarProps {
  readonly label: string;
  /** in [0,1]; null while nobody can say how far it is */
  readonly value: number | null;
  /** "12 of 40": shown, and read out instead of the percentage. */
  readonly valueText?: string | undefined;
  readonly labelHidden?: boolean | undefined;
}

/** How far a task has come. Figures of an assessment are interval bars, never this. */
export function ProgressBar(props: ProgressBarProps): JSX.Element {
  const percent = () => (props.value === null ? undefined : Math.round(Math.min(1, Math.max(0, props.value)) * 100));
  return (
    <div class="progress">
      <div class="progress-words" classList={{ "visually-hidden": props.labelHidden === true }} aria-hidden="true">
        <span>{props.label}</span>
        <Show when={props.valueText}>
          <span class="figures">{props.valueText}</span>
        </Show>
      </div>
      <div
        class="progress-track"
        role="progressbar"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent()}
        aria-valuetext={props.valueText}
      >
        <div class="progress-done" style={{ "inline-size": `${percent() ?? 0}%` }} />
      </div>
    </div>
  );
}
