import { Show } from "solid-js";
import { Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";
import { BothFields, DraftField } from "./draft-field.tsx";

/** The checklist itself: its name, its version, and where it comes from. */
export function AboutForm() {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const key = () => words().fields.byKey;
  const proposed = () => editor.problems()?.find((one) => one.code === "version-not-higher")?.facts?.["proposed"];
  return (
    <>
      <h2>{words().about}</h2>
      <BothFields path={["title"]} label={key().title} />
      <div class="editor-pair">
        <DraftField path={["id"]} label={key().id} hint={words().hints.id} />
        <DraftField path={["version"]} label={key().version} hint={words().hints.version} />
      </div>
      <Show when={proposed()}>
        {(version) => (
          <div>
            <Button size="small" onClick={() => editor.set(["version"], String(version()))}>
              {words().useVersion(String(version()))}
            </Button>
          </div>
        )}
      </Show>
      <h3>{words().source}</h3>
      <DraftField path={["source", "name"]} label={words().fields.sourceName} hint={words().hints.source} />
      <div class="editor-pair">
        <DraftField path={["source", "publisher"]} label={key().publisher} />
        <DraftField path={["source", "date"]} label={key().date} hint={words().hints.date} />
      </div>
      <div class="editor-pair">
        <DraftField path={["source", "licence"]} label={key().licence} hint={words().hints.licence} />
        <DraftField path={["source", "url"]} label={key().url} optional placeholder="https://" />
      </div>
      <BothFields path={["source", "note"]} label={key().note} hint={words().hints.note} optional isLong />
      <div class="editor-short">
        <DraftField path={["target"]} label={key().target} hint={words().hints.target} optional isNumber />
      </div>
    </>
  );
}
