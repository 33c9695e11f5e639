import { untrack } from "solid-js";
import { copyPart, valueAt, withItem, withMoved, withoutItem, type DraftPath, type QuestionDraft, type SectionDraft } from "#domain";
import { Button, useToaster } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";

/** What can be done with a section or question as a whole; each can be taken back. */
export function PartActions(props: { readonly path: DraftPath; readonly name: string }) {
  const t = useTexts();
  const editor = useEditor();
  const toaster = useToaster();
  const list = () => valueAt(editor.draft(), props.path.slice(0, -1)) as readonly (SectionDraft | QuestionDraft)[];
  const at = () => Number(props.path.at(-1));
  const duplicate = () => {
    const part = list()[at()];
    if (!part) return;
    const copy = copyPart(editor.draft(), part, editor.editing.newKey);
    editor.apply(withItem(editor.draft(), props.path.slice(0, -1), at() + 1, copy));
    editor.select(copy.key);
  };
  const remove = () => {
    const [name, path] = untrack(() => [props.name, props.path]);
    const [part, index, before] = [list()[at()], at(), editor.draft()];
    if (!part) return;
    const holder = valueAt(before, path.slice(0, -2)) as Partial<SectionDraft> | undefined;
    const field = String(path.at(-2));
    editor.apply(withoutItem(before, path));
    editor.select((list()[index] ?? list()[index - 1])?.key ?? holder?.key ?? "about");
    // Other changes made since stay: the part is put back into its section, or at the end of the list if that is gone.
    const restore = () => {
      const home = field === "sections" && !holder?.key ? ["sections"] : [...(editor.parts().find((one) => one.part.key === holder?.key)?.path ?? []), field];
      const now = editor.draft();
      const items = valueAt(now, home);
      if (!Array.isArray(items)) return;
      editor.apply(withItem(now, home, Math.min(index, items.length), part));
      editor.select(part.key);
    };
    toaster.show({ message: t().checklistEditor.removed(name), action: { label: t().common.buttons.undo, onAct: restore } });
  };
  return (
    <div class="cluster">
      <Button size="small" tone="quiet" icon="copy" onClick={duplicate}>
        {t().checklistEditor.duplicate}
      </Button>
      <Button size="small" tone="quiet" icon="sort-up" disabled={at() === 0} onClick={() => editor.apply(withMoved(editor.draft(), props.path, -1))}>
        {t().checklistEditor.moveUp}
      </Button>
      <Button size="small" tone="quiet" icon="sort-down" disabled={at() >= list().length - 1} onClick={() => editor.apply(withMoved(editor.draft(), props.path, 1))}>
        {t().checklistEditor.moveDown}
      </Button>
      <Button size="small" tone="quiet" icon="trash" onClick={remove}>
        {t().common.buttons.remove}
      </Button>
    </div>
  );
}
