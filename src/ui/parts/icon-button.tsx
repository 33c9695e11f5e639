import { splitProps, type JSX } from "solid-js";
import { Icon, type IconName } from "./icons.tsx";

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  readonly icon: IconName;
  /** Its name for everyone: read out, and shown on hover. */
  readonly label: string;
  readonly size?: "normal" | "small" | undefined;
}

export function IconButton(props: IconButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, ["class", "icon", "label", "size"]);
  return (
    <button
      type="button"
      {...rest}
      class={`icon-button ${mine.class ?? ""}`}
      data-size={mine.size ?? "normal"}
      aria-label={mine.label}
      title={mine.label}
    >
      <Icon name={mine.icon} />
    </button>
  );
}
