import { Index } from "solid-js";
import { maturityScale, newLevelDraft, scaleDraft, withItem, withoutItem } from "#domain";
import { Button } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";
import { BothFields, DraftField, DraftGroup } from "./draft-field.tsx";

/** The scales on which questions are answered; the first is the one a question takes unless it says otherwise. */
export function ScalesForm() {
  const t = useTexts();
  const editor = useEditor();
  const { newKey } = editor.editing;
  const words = () => t().checklistEditor;
  const key = () => words().fields.byKey;
  const addScale = () => {
    const { scales } = editor.draft();
    const taken = new Set(scales.map((one) => one.id));
    const id = ["maturity", ...Array.from({ length: scales.length + 1 }, (_, index) => `scale-${index + 1}`)].find((one) => !taken.has(one)) ?? "scale";
    editor.apply(withItem(editor.draft(), ["scales"], scales.length, { ...scaleDraft(maturityScale, newKey), id }));
  };
  return (
    <>
      <h2>{words().scales}</h2>
      <p class="quiet-text">{words().hints.scales}</p>
      <Index each={editor.draft().scales}>
        {(scale, at) => (
          <DraftGroup path={["scales", at, "levels"]} label={words().scaleNumber(at + 1)}>
            <div class="editor-short">
              <DraftField path={["scales", at, "id"]} label={key().id} hint={words().hints.id} />
            </div>
            <Index each={scale().levels}>
              {(_level, index) => {
                const path = ["scales", at, "levels", index];
                return (
                  <fieldset class="editor-item">
                    <legend class="field-label">{words().levelNumber(index + 1)}</legend>
                    <div class="editor-pair">
                      <DraftField path={[...path, "id"]} label={key().id} />
                      <DraftField path={[...path, "value"]} label={key().value} hint={words().hints.value} isNumber />
                    </div>
                    <BothFields path={[...path, "label"]} label={key().label} />
                    <BothFields path={[...path, "meaning"]} label={key().meaning} isLong />
                    <div>
                      <Button size="small" tone="quiet" icon="trash" disabled={scale().levels.length <= 2} onClick={() => editor.apply(withoutItem(editor.draft(), path))}>
                        {words().removeLevel(index + 1)}
                      </Button>
                    </div>
                  </fieldset>
                );
              }}
            </Index>
            <div class="cluster">
              <Button
                size="small"
                icon="add"
                onClick={() => editor.apply(withItem(editor.draft(), ["scales", at, "levels"], scale().levels.length, newLevelDraft(String(scale().levels.length), newKey)))}
              >
                {words().addLevel}
              </Button>
              <Button size="small" tone="quiet" icon="trash" disabled={editor.draft().scales.length <= 1} onClick={() => editor.apply(withoutItem(editor.draft(), ["scales", at]))}>
                {words().removeScale(at + 1)}
              </Button>
            </div>
          </DraftGroup>
        )}
      </Index>
      <div>
        <Button icon="add" onClick={addScale}>
          {words().addScale}
        </Button>
      </div>
    </>
  );
}
