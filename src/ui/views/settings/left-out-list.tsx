import { For } from "solid-js";
import type { LeftOut } from "#domain";
import { Disclosure } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";

/** What of a foreign library is not there as it was: one sentence a kind, with the line where it is met first. */
export function LeftOutList(props: { readonly left: readonly LeftOut[] }) {
  const t = useTexts();
  return (
    <Disclosure summary={t().leftOut.title} note={<span class="figures">{props.left.length}</span>}>
      <ul class="problem-list">
        <For each={props.left}>
          {(one) => (
            <li>
              <span class="problem-place figures">{t().leftOut.place(one.line, one.count)}</span>
              <span>{t().leftOut.say(one)}</span>
            </li>
          )}
        </For>
      </ul>
    </Disclosure>
  );
}
