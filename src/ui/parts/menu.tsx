import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Match, Show, Switch, type JSX } from "solid-js";
import { Icon, type IconName } from "./icons.tsx";

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

export function Menu(props: MenuProps): JSX.Element {
  return (
    <DropdownMenu placement="bottom-end" gutter={4} preventScroll={false}>
      <DropdownMenu.Trigger
        class={props.icon ? "icon-button" : "button"}
        data-tone={props.tone ?? "plain"}
        aria-label={props.icon ? props.label : undefined}
        title={props.icon ? props.label : undefined}
      >
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
