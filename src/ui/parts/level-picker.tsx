import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import type { LevelId } from "#domain";
import { useTexts } from "../texts/index.ts";

export interface PickerLevel {
  readonly id: LevelId;
  readonly label: string;
  readonly meaning: string;
}

export interface LevelPickerProps {
  /** Name of the group; usually the question, which stands above it. */
  readonly label: string;
  /** In rising order. */
  readonly levels: readonly PickerLevel[];
  readonly level: LevelId | null;
  readonly onLevel: (level: LevelId) => void;
  /** First level that meets the target, marked with a tick. */
  readonly targetLevel?: LevelId | null | undefined;
  /** Whether "not applicable" is what was said. */
  readonly notApplicable: boolean;
  /** Absent: not applicable is no choice here. */
  readonly onNotApplicable?: (() => void) | undefined;
  /** Absent: the answer cannot be taken back here. */
  readonly onClear?: (() => void) | undefined;
  readonly disabled?: boolean | undefined;
}

/**
 * The levels as a row of marked steps, drawn as the interval bar is: hatched while nobody has said anything, solid up
 * to the level reached. The keys of `levelKeys` are shown here and handled by the page.
 */
export function LevelPicker(props: LevelPickerProps): JSX.Element {
  const t = useTexts();
  const name = createUniqueId();
  const chosen = createMemo(() =>
    props.notApplicable ? -1 : props.levels.findIndex((level) => level.id === props.level),
  );
  const state = () => (props.notApplicable ? "not-applicable" : chosen() < 0 ? "open" : "answered");
  return (
    <fieldset class="levels" role="radiogroup" aria-label={props.label} disabled={props.disabled} data-state={state()} data-many={props.levels.length > 6 ? "" : undefined}>
      <div class="levels-steps" style={{ "--steps": props.levels.length }}>
        <For each={props.levels}>
          {(level, index) => (
            <label
              class="level"
              data-reached={index() <= chosen() && chosen() > 0 && index() > 0 ? "" : undefined}
              data-first={index() === 0 ? "" : undefined}
              data-target={level.id === props.targetLevel ? "" : undefined}
            >
              <span class="level-bar" aria-hidden="true" />
              <input
                type="radio"
                name={name}
                checked={index() === chosen()}
                aria-labelledby={`${name}-${index()}`}
                aria-describedby={`${name}-${index()}-meaning`}
                onChange={() => props.onLevel(level.id)}
              />
              <span class="level-name">
                <span id={`${name}-${index()}`}>{level.label}</span>
                <kbd class="level-key" aria-hidden="true">
                  {levelKeys(props.levels)[index()]}
                </kbd>
              </span>
              <span class="level-meaning" id={`${name}-${index()}-meaning`}>
                {level.meaning}
                <Show when={level.id === props.targetLevel}>
                  <span class="level-target">{t().common.levels.target}</span>
                </Show>
              </span>
            </label>
          )}
        </For>
      </div>
      <div class="levels-foot">
        <Show when={props.onNotApplicable}>
          {(onNotApplicable) => (
            <label class="level-not-applicable">
              <input
                type="radio"
                name={name}
                checked={props.notApplicable}
                aria-labelledby={`${name}-na`}
                aria-describedby={`${name}-na-meaning`}
                onChange={() => onNotApplicable()()}
              />
              <span id={`${name}-na`} class="level-name">
                {t().common.levels.notApplicable}
              </span>
              <span class="level-meaning" id={`${name}-na-meaning`}>
                {t().common.levels.notApplicableMeaning}
              </span>
            </label>
          )}
        </Show>
        <Show when={state() !== "open" && props.onClear}>
          {(onClear) => (
            <button type="button" class="button" data-tone="quiet" data-size="small" onClick={() => onClear()()}>
              {t().common.levels.takeBack}
            </button>
          )}
        </Show>
      </div>
    </fieldset>
  );
}

/**
 * The key that chooses each level, and its number in help texts: the ids themselves where all are single digits
 * ("at 3, …"), else the places counted from 1.
 */
export function levelKeys(levels: readonly Pick<PickerLevel, "id">[]): readonly string[] {
  const areDigits = levels.every((level) => /^[0-9]$/.test(level.id));
  return levels.map((level, index) => (areDigits ? level.id : String(index + 1)));
}
