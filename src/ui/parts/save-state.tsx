import { createMemo, Match, Show, Switch, type JSX } from "solid-js";
import type { Instant } from "#domain";
import { useTexts } from "../texts/index.ts";

export type Saving =
  | { readonly kind: "saved"; readonly at: Instant }
  | { readonly kind: "saving" }
  | { readonly kind: "not-saved" };

export interface SaveStateProps {
  /** null before anything was to be saved */
  readonly saving: Saving | null;
  readonly onRetry?: (() => void) | undefined;
}

/** Saving as usual is shown and not read out, since it follows every answer; that it failed, and works again, is. */
export function SaveState(props: SaveStateProps): JSX.Element {
  const told = createMemo<Told>(nextTold, { kind: null, isTold: false });
  function nextTold(before: Told): Told {
    const kind = props.saving?.kind ?? null;
    return { kind, isTold: kind === "not-saved" || (before.isTold && before.kind !== "saved") };
  }
  return (
    <span class="save-state figures" data-state={props.saving?.kind ?? "none"}>
      <span role="status">
        <Show when={told().isTold}>
          <SaveWords {...props} />
        </Show>
      </span>
      <Show when={!told().isTold}>
        <SaveWords {...props} />
      </Show>
    </span>
  );
}

interface Told {
  readonly kind: Saving["kind"] | null;
  readonly isTold: boolean;
}

function SaveWords(props: SaveStateProps): JSX.Element {
  const t = useTexts();
  const saved = () => (props.saving?.kind === "saved" ? props.saving : null);
  return (
    <Switch>
      <Match when={saved()}>{(state) => t().common.save.saved(state().at)}</Match>
      <Match when={props.saving?.kind === "saving"}>{t().common.save.saving}</Match>
      <Match when={props.saving?.kind === "not-saved"}>
        {t().common.save.notSaved}
        <Show when={props.onRetry}>
          {(onRetry) => (
            <button type="button" class="text-button" onClick={() => onRetry()()}>
              {t().common.buttons.retry}
            </button>
          )}
        </Show>
      </Match>
    </Switch>
  );
}
