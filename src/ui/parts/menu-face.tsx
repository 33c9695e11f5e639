import { Show, type JSX } from "solid-js";
import { Icon } from "./icons.tsx";
import type { MenuProps } from "./menu.tsx";

/** What stands on the button of a menu. */
export function MenuFace(props: Pick<MenuProps, "label" | "icon">): JSX.Element {
  return (
    <Show
      when={props.icon}
      fallback={
        <>
          <span class="button-text">{props.label}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      {(icon) => <Icon name={icon()} />}
    </Show>
  );
}

/** How the button looks, and what it is called where its label is not written. */
export function menuFace(menu: MenuProps) {
  const name = menu.icon ? menu.label : undefined;
  return { class: menu.icon ? "icon-button" : "button", "data-tone": menu.tone ?? "plain", "aria-label": name, title: name } as const;
}
