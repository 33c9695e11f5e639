import { For } from "solid-js";
import { Disclosure } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { shippedPackages } from "./shipped-packages.ts";

/** What Assay is built on, with the licence of each. */
export function Licences() {
  const t = useTexts();
  return (
    <Disclosure summary={t().settings.about.licences}>
      <p>{t().settings.about.own}</p>
      <ul class="licences">
        <For each={shippedPackages}>
          {([name, licence]) => (
            <li>
              <span>{name}</span> <span class="quiet-text">{licence}</span>
            </li>
          )}
        </For>
      </ul>
    </Disclosure>
  );
}
