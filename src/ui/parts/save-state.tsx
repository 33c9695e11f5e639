import { Match, Show, Switch, type JSX } from "solid-js";
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

export function SaveState(props: SaveStateProps): JSX.Element {
  const t = useTexts();
  const saved = () => (props.saving?.kind === "saved" ? props.saving : null);
  return (
    <span class="save-state figures" role="status" data-state={props.saving?.kind ?? "none"}>
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
    </span>
  );
}
