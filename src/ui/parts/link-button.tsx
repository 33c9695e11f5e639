import { Show, splitProps, type JSX } from "solid-js";
import { Icon, type IconName } from "./icons.tsx";

export interface LinkButtonProps extends JSX.AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
  readonly tone?: "primary" | "plain" | "quiet" | undefined;
  readonly size?: "normal" | "small" | undefined;
  readonly icon?: IconName | undefined;
}

/** Goes somewhere, but stands where a button would. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, ["class", "tone", "size", "icon", "children"]);
  return (
    <a {...rest} class={`button ${mine.class ?? ""}`} data-tone={mine.tone ?? "plain"} data-size={mine.size ?? "normal"}>
      <Show when={mine.icon}>{(icon) => <Icon name={icon()} />}</Show>
      <span class="button-text">{mine.children}</span>
    </a>
  );
}
