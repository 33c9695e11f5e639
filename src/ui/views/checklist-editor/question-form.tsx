import { For, Index, Show } from "solid-js";
import { lifecyclePhases, newEvidenceDraft, newQuestionDraft, nextId, obligations, placeQuestions, withItem, withoutItem, type DraftPath, type QuestionDraft } from "#domain";
import { Button, CheckboxField, ChoiceField, SelectField, TagsField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { AppliesForm } from "./applies-form.tsx";
import { useEditor } from "./create-editor.ts";
import { BothFields, DraftField, DraftGroup } from "./draft-field.tsx";
import { PartActions } from "./part-actions.tsx";

/** A question: what is asked, what a good answer stands on, and how much hangs on it. */
export function QuestionForm(props: { readonly path: DraftPath; readonly question: QuestionDraft }) {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const key = () => words().fields.byKey;
  const addNext = () => {
    const id = nextId(editor.draft(), props.question.id);
    const next = newQuestionDraft(id, props.question.ref, editor.editing.newKey);
    const { phases, weight, obligation, scale } = props.question;
    editor.apply(withItem(editor.draft(), props.path.slice(0, -1), Number(props.path.at(-1)) + 1, { ...next, phases, weight, obligation, scale }));
    editor.select(next.key);
  };
  return (
    <>
      <h2>{words().question(props.question.id)}</h2>
      <PartActions path={props.path} name={props.question.id} />
      <BothFields path={[...props.path, "text"]} label={key().text} hint={words().hints.text} isLong />
      <BothFields path={[...props.path, "help"]} label={key().help} hint={words().hints.help} isLong />
      <EvidenceForm path={props.path} question={props.question} />
      <Bearing path={props.path} question={props.question} />
      <div class="editor-pair">
        <DraftField path={[...props.path, "id"]} label={key().id} hint={words().hints.id} />
        <DraftField path={[...props.path, "ref"]} label={key().ref} hint={words().hints.ref} />
      </div>
      <BothFields path={[...props.path, "control"]} label={key().control} hint={words().hints.control} optional />
      <ReplacesField path={props.path} question={props.question} />
      <AppliesForm path={props.path} />
      <div>
        <Button icon="add" onClick={addNext}>
          {words().addNext}
        </Button>
      </div>
    </>
  );
}

interface FormProps {
  readonly path: DraftPath;
  readonly question: QuestionDraft;
}

/** Which questions of the version it began with this one stands for; offered are those that are not asked any more. */
function ReplacesField(props: FormProps) {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const path = () => [...props.path, "replaces"];
  const gone = () => {
    const asked = new Set(editor.parts().map((one) => one.part.id));
    return placeQuestions(editor.editing.base?.checklist.sections ?? []).flatMap(({ question }) => (asked.has(question.id) ? [] : [question.id]));
  };
  const error = () => props.question.replaces.map((_id, index) => editor.errorAt([...path(), index])).find((one) => one !== undefined);
  return (
    <div data-path={path().join(".")}>
      <TagsField
        label={words().fields.byKey.replaces}
        hint={words().hints.replaces}
        optional
        tags={props.question.replaces}
        suggestions={gone()}
        error={error()}
        onChange={(ids) => editor.set(path(), ids)}
      />
    </div>
  );
}

function EvidenceForm(props: FormProps) {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const list = () => [...props.path, "evidence"];
  const count = () => props.question.evidence.length;
  return (
    <DraftGroup path={list()} label={words().fields.byKey.evidence} hint={words().hints.evidence}>
      <Index each={props.question.evidence}>
        {(_one, index) => (
          <div class="editor-evidence">
            <BothFields path={[...list(), index]} label={words().evidenceNumber(index + 1)} />
            <Show when={count() > 2}>
              <Button size="small" tone="quiet" icon="trash" onClick={() => editor.apply(withoutItem(editor.draft(), [...list(), index]))}>
                {words().removeEvidence(index + 1)}
              </Button>
            </Show>
          </div>
        )}
      </Index>
      <div>
        <Button size="small" icon="add" disabled={count() >= 4} onClick={() => editor.apply(withItem(editor.draft(), list(), count(), newEvidenceDraft(editor.editing.newKey)))}>
          {words().addEvidence}
        </Button>
      </div>
    </DraftGroup>
  );
}

/** What scoring reads: phases, weight, obligation, knockout, scale and target. */
function Bearing(props: FormProps) {
  const t = useTexts();
  const editor = useEditor();
  const words = () => t().checklistEditor;
  const key = () => words().fields.byKey;
  const at = (field: keyof QuestionDraft) => [...props.path, field];
  const togglePhase = (phase: string) => {
    const { phases } = props.question;
    editor.set(at("phases"), lifecyclePhases.filter((one) => (one === phase) !== phases.includes(one)));
  };
  const scales = () => editor.draft().scales.map((one) => ({ value: one.id, label: one.id }));
  return (
    <>
      <DraftGroup path={at("phases")} label={t().common.phases} hint={words().hints.phases}>
        <div class="editor-boxes">
          <For each={lifecyclePhases}>
            {(phase) => <CheckboxField label={t().common.phase[phase]} checked={props.question.phases.includes(phase)} onChange={() => togglePhase(phase)} />}
          </For>
        </div>
      </DraftGroup>
      <div data-path={at("weight").join(".")}>
        <ChoiceField
          label={key().weight}
          value={props.question.weight}
          options={(["3", "2", "1"] as const).map((value) => ({ value, label: words().weights[value], hint: words().weightMeaning[value] }))}
          onChange={(value) => editor.set(at("weight"), value)}
        />
      </div>
      <div data-path={at("obligation").join(".")}>
        <ChoiceField
          label={key().obligation}
          layout="row"
          value={props.question.obligation}
          options={obligations.map((value) => ({ value, label: words().obligationWith(t().common.obligation[value], t().common.obligationMeaning[value]) }))}
          onChange={(value) => editor.set(at("obligation"), value)}
        />
      </div>
      <CheckboxField label={key().knockout} hint={words().hints.knockout} checked={props.question.knockout} onChange={(checked) => editor.set(at("knockout"), checked)} />
      <div class="editor-pair">
        <DraftField path={at("target")} label={key().target} hint={words().hints.target} optional isNumber />
        <Show when={scales().length > 1 || props.question.scale !== ""}>
          <div data-path={at("scale").join(".")}>
            <SelectField
              label={key().scale}
              emptyLabel={words().firstScale}
              value={props.question.scale === "" ? null : props.question.scale}
              options={scales().some((one) => one.value === props.question.scale) || props.question.scale === "" ? scales() : [...scales(), { value: props.question.scale, label: props.question.scale }]}
              error={editor.errorAt(at("scale"))}
              onChange={(value) => editor.set(at("scale"), value ?? "")}
            />
          </div>
        </Show>
      </div>
    </>
  );
}
