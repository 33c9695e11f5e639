import { For } from "solid-js";
import { Dialog } from "../../parts/index.ts";
import { useTexts, type Texts } from "../../texts/index.ts";

/** Every key of the page and what it does. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t().assess.keys.title} description={t().assess.keys.text}>
      <dl class="keys">
        <For each={linesOf(t())}>
          {(line) => (
            <div>
              <dt>
                <For each={line.keys}>
                  {(key, index) => (
                    <>
                      {index() > 0 ? ` ${t().assess.keys.or} ` : ""}
                      <kbd>{key}</kbd>
                    </>
                  )}
                </For>
              </dt>
              <dd>{line.does}</dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  );
}

function linesOf(t: Texts): readonly { readonly keys: readonly string[]; readonly does: string }[] {
  const { keys } = t.assess;
  const control = /Mac|iPhone|iPad/.test(navigator.userAgent) ? keys.command : keys.control;
  return [
    { keys: ["0 – 9"], does: keys.level },
    { keys: ["n"], does: keys.notApplicable },
    { keys: ["y"], does: t.upgrades.earlier.key },
    { keys: ["j", "Alt ↓"], does: keys.next },
    { keys: ["k", "Alt ↑"], does: keys.previous },
    { keys: ["u"], does: keys.unanswered },
    { keys: ["e"], does: keys.evidence },
    { keys: ["m"], does: keys.note },
    { keys: ["/", `${control} K`], does: keys.search },
    { keys: [`${control} Z`], does: keys.undo },
    { keys: [`${control} Shift Z`, `${control} Y`], does: keys.redo },
    { keys: ["?"], does: keys.keys },
  ];
}
