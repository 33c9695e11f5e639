import { For } from "solid-js";
import { Disclosure } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** What Assay is built on, with the licence of each. Held against package.json by a test. */
export const licences = [
  ["solid-js", "MIT"],
  ["@solidjs/router", "MIT"],
  ["@kobalte/core", "MIT"],
  ["dexie", "Apache-2.0"],
  ["zod", "MIT"],
  ["yaml", "ISC"],
  ["jspdf", "MIT"],
  ["@noble/hashes", "MIT"],
  ["pkijs", "BSD-3-Clause"],
  ["asn1js", "BSD-3-Clause"],
  ["node-forge", "BSD-3-Clause"],
  ["@expo-google-fonts/noto-sans-tc", "MIT, font: OFL-1.1"],
  ["@expo-google-fonts/source-serif-4", "MIT, font: OFL-1.1"],
  ["@fontsource-variable/source-serif-4", "OFL-1.1"],
  ["@fontsource-variable/source-sans-3", "OFL-1.1"],
] as const;

export function Licences() {
  const t = useTexts();
  return (
    <Disclosure summary={t().settings.about.licences}>
      <p>{t().settings.about.own}</p>
      <ul class="licences">
        <For each={licences}>
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
