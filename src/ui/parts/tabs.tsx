import { Tabs as Kobalte } from "@kobalte/core/tabs";
import { For, Show, type JSX } from "solid-js";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Stands after the label: "12", "41–63%". */
  readonly note?: string | undefined;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  /** What stands under the chosen tab. */
  readonly children: (id: Id) => JSX.Element;
}

export function Tabs<Id extends string>(props: TabsProps<Id>): JSX.Element {
  const change = (value: string) => {
    const tab = props.tabs.find((one) => one.id === value);
    if (tab) props.onChange(tab.id);
  };
  return (
    <Kobalte class="tabs" value={props.value} onChange={change}>
      <Kobalte.List class="tabs-list" aria-label={props.label}>
        <For each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger class="tab" value={tab.id}>
              {tab.label}
              <Show when={tab.note}>
                <span class="tab-note figures"> {tab.note}</span>
              </Show>
            </Kobalte.Trigger>
          )}
        </For>
      </Kobalte.List>
      <For each={props.tabs}>
        {(tab) => (
          <Kobalte.Content class="tab-panel" value={tab.id}>
            {props.children(tab.id)}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte>
  );
}
