import { untrack } from "solid-js";
import { newQuestionDraft, newSectionDraft, nextId, pdcaStages, withItem, type DraftPath, type SectionDraft } from "#domain";
import { Button, SelectField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { AppliesForm } from "./applies-form.tsx";
import { useEditor } from "./create-editor.ts";
import { BothFields, DraftField } from "./draft-field.tsx";
import { PartActions } from "./part-actions.tsx";

/** A section: its heading, its place in the source, and what is added to it. */
export function SectionForm(props: { readonly path: DraftPath; readonly section: SectionDraft }) {
  const t = useTexts();
  const editor = useEditor();
  const { newKey } = editor.editing;
  const words = () => t().checklistEditor;
  const key = () => words().fields.byKey;
  const add = (kind: "questions" | "sections") => {
    const [section, path] = untrack(() => [props.section, props.path]);
    const number = section[kind].length + 1;
    const id = nextId(editor.draft(), `${section.id || "S"}.${number}`);
    const ref = `${section.ref || section.id}.${number}`;
    const part = kind === "questions" ? newQuestionDraft(id, ref, newKey) : newSectionDraft(id, ref, newKey);
    editor.apply(withItem(editor.draft(), [...path, kind], section[kind].length, part));
    editor.select(part.key);
  };
  return (
    <>
      <h2>{words().section(props.section.id)}</h2>
      <PartActions path={props.path} name={props.section.id} />
      <BothFields path={[...props.path, "title"]} label={key().title} />
      <div class="editor-pair">
        <DraftField path={[...props.path, "id"]} label={key().id} hint={words().hints.id} />
        <DraftField path={[...props.path, "ref"]} label={key().ref} hint={words().hints.ref} />
      </div>
      <div class="editor-pair">
        <SelectField
          label={key().pdca}
          optional
          emptyLabel={t().common.none}
          value={pdcaStages.find((one) => one === props.section.pdca) ?? null}
          options={pdcaStages.map((value) => ({ value, label: t().common.pdca[value] }))}
          onChange={(value) => editor.set([...props.path, "pdca"], value ?? "")}
        />
        <DraftField path={[...props.path, "target"]} label={key().target} hint={words().hints.target} optional isNumber />
      </div>
      <AppliesForm path={props.path} />
      <div class="cluster">
        <Button icon="add" onClick={() => add("questions")}>
          {words().addQuestion}
        </Button>
        <Button icon="add" tone="quiet" onClick={() => add("sections")}>
          {words().addInside}
        </Button>
      </div>
    </>
  );
}
