import { Show, splitProps, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { Icon, type IconName } from "./icons.tsx";

export interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** primary: the one thing to do next, once a page */
  readonly tone?: "primary" | "plain" | "quiet" | "danger" | undefined;
  readonly size?: "normal" | "small" | undefined;
  readonly icon?: IconName | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Under way: stays focusable, cannot be pressed again, says so. */
  readonly busy?: boolean | undefined;
  /** Said while busy; "Working…" when absent. */
  readonly busyText?: string | undefined;
}

const own = ["class", "tone", "size", "icon", "iconEnd", "busy", "busyText", "children", "onClick"] as const;

export function Button(props: ButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, own);
  const t = useTexts();
  return (
    <button
      type="button"
      {...rest}
      class={`button ${mine.class ?? ""}`}
      data-tone={mine.tone ?? "plain"}
      data-size={mine.size ?? "normal"}
      aria-busy={mine.busy ? "true" : undefined}
      aria-disabled={mine.busy ? "true" : undefined}
      onClick={(event) => press(event, mine)}
    >
      <Show when={mine.icon}>{(icon) => <Icon name={icon()} />}</Show>
      <span class="button-text">{mine.busy ? (mine.busyText ?? t().common.working) : mine.children}</span>
      <Show when={mine.iconEnd}>{(icon) => <Icon name={icon()} />}</Show>
    </button>
  );
}

type Click = MouseEvent & { readonly currentTarget: HTMLButtonElement; readonly target: Element };

function press(event: Click, props: Pick<ButtonProps, "busy" | "onClick">): void {
  if (props.busy) {
    event.preventDefault();
    return;
  }
  const { onClick } = props;
  if (typeof onClick === "function") onClick(event);
  else if (onClick) onClick[0](onClick[1], event);
}
