import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Match, onMount, Show, Switch, type JSX } from "solid-js";
import { Icon } from "./icons.tsx";
import { MenuFace, menuFace } from "./menu-face.tsx";
import type { MenuItem, MenuProps } from "./menu.tsx";

export interface OpeningMenuProps extends MenuProps {
  /** Whether the button that stood here before was pressed, or held the focus. */
  readonly before: { readonly isPressed: boolean; readonly isFocused: boolean };
}

/** The menu whose button opens; it takes over from one that could not yet. */
export function OpeningMenu(props: OpeningMenuProps): JSX.Element {
  let button: HTMLElement | undefined;
  onMount(() => props.before.isFocused && !props.before.isPressed && button?.focus({ preventScroll: true }));
  return (
    <DropdownMenu placement="bottom-end" gutter={4} preventScroll={false} defaultOpen={props.before.isPressed}>
      <DropdownMenu.Trigger<"button"> ref={(element: HTMLElement) => (button = element)} {...menuFace(props)}>
        <MenuFace label={props.label} icon={props.icon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={props.items}>{(item) => <MenuLine item={item} />}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

function MenuLine(props: { readonly item: MenuItem }): JSX.Element {
  const action = () => (props.item.kind === "action" ? props.item : null);
  const choice = () => (props.item.kind === "choice" ? props.item : null);
  return (
    <Switch fallback={<DropdownMenu.Separator class="menu-separator" />}>
      <Match when={action()}>
        {(item) => (
          <DropdownMenu.Item
            class="menu-item"
            data-tone={item().tone ?? "plain"}
            disabled={item().disabled === true}
            onSelect={() => item().onSelect()}
          >
            <Show when={item().icon}>{(icon) => <Icon name={icon()} />}</Show>
            {item().label}
          </DropdownMenu.Item>
        )}
      </Match>
      <Match when={choice()}>
        {(item) => (
          <DropdownMenu.CheckboxItem class="menu-item" checked={item().chosen} closeOnSelect onChange={() => item().onSelect()}>
            <span class="menu-check">
              <Show when={item().chosen}>
                <Icon name="check" />
              </Show>
            </span>
            {item().label}
          </DropdownMenu.CheckboxItem>
        )}
      </Match>
    </Switch>
  );
}
