import { Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { Icon } from "./icons.tsx";

export interface BannerProps {
  readonly tone?: "info" | "warning" | "error" | undefined;
  readonly title?: string | undefined;
  readonly children?: JSX.Element;
  /** A Button or LinkButton. */
  readonly action?: JSX.Element;
  readonly onDismiss?: (() => void) | undefined;
}

/** A line across the page that stays until it is dealt with. */
export function Banner(props: BannerProps): JSX.Element {
  const t = useTexts();
  return (
    <div class="banner" data-tone={props.tone ?? "info"} role={props.tone === "error" ? "alert" : "status"}>
      <Icon name={props.tone ?? "info"} />
      <div class="banner-text">
        <Show when={props.title}>
          <p class="banner-title">{props.title}</p>
        </Show>
        <Show when={props.children}>
          <div class="banner-body">{props.children}</div>
        </Show>
      </div>
      <Show when={props.action}>
        <div class="banner-action">{props.action}</div>
      </Show>
      <Show when={props.onDismiss}>
        {(onDismiss) => (
          <button type="button" class="icon-button" aria-label={t().common.dismiss} onClick={() => onDismiss()()}>
            <Icon name="close" />
          </button>
        )}
      </Show>
    </div>
  );
}
