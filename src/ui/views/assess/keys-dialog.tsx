import { For } from "solid-js";
import { Button, Dialog } from "../../parts/index.ts";
import { useTexts, type Texts } from "../../texts/index.ts";

/** Every key of the app and what it does, on a page that can be printed and laid beside the screen. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      open={props.open}
      size="wide"
      onClose={props.onClose}
      title={t().keys.title}
      footer={
        <Button icon="print" onClick={() => window.print()}>
          {t().keys.print}
        </Button>
      }
    >
      <div class="keys-sheet">
        <For each={groupsOf(t())}>{(group) => <KeyGroupLines group={group} />}</For>
        <p class="keys-product" aria-hidden="true">
          {t().common.product} · {t().common.productLine}
        </p>
      </div>
    </Dialog>
  );
}

interface KeyGroup {
  readonly title: string;
  /** where they work */
  readonly text: string;
  /** `keys` are alternatives */
  readonly lines: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

function KeyGroupLines(props: { readonly group: KeyGroup }) {
  const t = useTexts();
  return (
    <section class="keys-group">
      <h3>{props.group.title}</h3>
      <p class="quiet-text">{props.group.text}</p>
      <dl class="keys">
        <For each={props.group.lines}>
          {(line) => (
            <div>
              <dt>
                <For each={line.keys}>
                  {(key, index) => (
                    <>
                      {index() > 0 ? ` ${t().keys.or} ` : ""}
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
    </section>
  );
}

function groupsOf(t: Texts): readonly KeyGroup[] {
  const { keys } = t;
  const control = /Mac|iPhone|iPad/.test(navigator.userAgent) ? keys.command : keys.control;
  const undo = [`${control} Z`];
  const redo = [`${control} Shift Z`, `${control} Y`];
  return [
    { title: keys.assess.title, text: keys.assess.text, lines: assessLines(keys, control, undo, redo) },
    {
      title: keys.walk.title,
      text: keys.walk.text,
      lines: [
        { keys: ["1 – 9"], does: keys.walk.answer },
        { keys: ["Enter"], does: keys.walk.keep },
        { keys: ["Backspace"], does: keys.walk.back },
      ],
    },
    { title: keys.everywhere.title, text: keys.everywhere.text, lines: everywhereLines(keys) },
    {
      title: keys.editor.title,
      text: keys.editor.text,
      lines: [
        { keys: undo, does: keys.editor.undo },
        { keys: redo, does: keys.editor.redo },
      ],
    },
  ];
}

function assessLines({ assess }: Texts["keys"], control: string, undo: readonly string[], redo: readonly string[]): KeyGroup["lines"] {
  return [
    { keys: ["0 – 9"], does: assess.level },
    { keys: ["n"], does: assess.notApplicable },
    { keys: ["y"], does: assess.confirm },
    { keys: ["j", "Alt ↓"], does: assess.next },
    { keys: ["k", "Alt ↑"], does: assess.previous },
    { keys: ["u"], does: assess.unanswered },
    { keys: ["e"], does: assess.evidence },
    { keys: ["m"], does: assess.note },
    { keys: ["/", `${control} K`], does: assess.search },
    { keys: undo, does: assess.undo },
    { keys: redo, does: assess.redo },
    { keys: ["?"], does: assess.keys },
  ];
}

function everywhereLines({ everywhere }: Texts["keys"]): KeyGroup["lines"] {
  return [
    { keys: ["Tab"], does: everywhere.forward },
    { keys: ["Shift Tab"], does: everywhere.backward },
    { keys: ["Enter"], does: everywhere.press },
    { keys: ["Space"], does: everywhere.tick },
    { keys: ["← →", "↑ ↓"], does: everywhere.move },
    { keys: ["Esc"], does: everywhere.close },
    { keys: ["Enter"], does: everywhere.firstFound },
    { keys: ["Enter", ","], does: everywhere.addTag },
    { keys: ["Backspace"], does: everywhere.removeTag },
  ];
}
