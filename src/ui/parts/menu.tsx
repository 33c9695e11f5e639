import { createSignal, onCleanup, Suspense, type JSX } from "solid-js";
import type { IconName } from "./icons.tsx";
import { late } from "./late.ts";
import { MenuFace, menuFace } from "./menu-face.tsx";

export type MenuItem =
  | {
      readonly kind: "action";
      readonly label: string;
      readonly onSelect: () => void;
      readonly icon?: IconName;
      readonly tone?: "plain" | "danger";
      readonly disabled?: boolean;
    }
  | { readonly kind: "choice"; readonly label: string; readonly chosen: boolean; readonly onSelect: () => void }
  | { readonly kind: "separator" };

export interface MenuProps {
  /** Name of the button that opens it. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Drawn alone, the label only read out; without it the label is the button. */
  readonly icon?: IconName | undefined;
  readonly tone?: "plain" | "quiet" | undefined;
}

const OpeningMenu = late(async () => (await import("./opening-menu.tsx")).OpeningMenu);

/** A button that opens a list of actions. It stands at once; a press before it can open is kept until it can. */
export function Menu(props: MenuProps): JSX.Element {
  const [before, setBefore] = createSignal({ isPressed: false, isFocused: false });
  return (
    <Suspense fallback={<WaitingButton {...props} onLeave={setBefore} />}>
      <OpeningMenu {...props} before={before()} />
    </Suspense>
  );
}

/** The same button to the eye and to a screen reader, while what it opens is fetched. */
function WaitingButton(props: MenuProps & { readonly onLeave: (left: { readonly isPressed: boolean; readonly isFocused: boolean }) => void }): JSX.Element {
  let button: HTMLButtonElement | undefined;
  let isPressed = false;
  onCleanup(() => props.onLeave({ isPressed, isFocused: document.activeElement === button }));
  return (
    <button ref={(element) => (button = element)} type="button" aria-haspopup="true" aria-expanded="false" {...menuFace(props)} onClick={() => (isPressed = true)}>
      <MenuFace label={props.label} icon={props.icon} />
    </button>
  );
}
