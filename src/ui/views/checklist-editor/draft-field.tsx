import { Show, type JSX } from "solid-js";
import { valueAt, type DraftPath } from "#domain";
import { TextArea, TextField } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { useEditor } from "./create-editor.ts";

interface DraftFieldProps {
  readonly path: DraftPath;
  readonly label: string;
  readonly hint?: JSX.Element;
  readonly optional?: boolean | undefined;
  readonly isLong?: boolean | undefined;
  readonly isNumber?: boolean | undefined;
  readonly placeholder?: string | undefined;
}

/** A text of the draft, kept at each key. */
export function DraftField(props: DraftFieldProps) {
  const editor = useEditor();
  const value = () => String(valueAt(editor.draft(), props.path) ?? "");
  const set = (text: string) => editor.set(props.path, text);
  const error = () => editor.errorAt(props.path);
  return (
    <div data-path={props.path.join(".")}>
      <Show
        when={props.isLong}
        fallback={
          <TextField
            label={props.label}
            hint={props.hint}
            optional={props.optional}
            value={value()}
            onInput={set}
            error={error()}
            placeholder={props.placeholder}
            inputMode={props.isNumber ? "decimal" : undefined}
          />
        }
      >
        <TextArea label={props.label} hint={props.hint} optional={props.optional} value={value()} onInput={set} error={error()} rows={2} placeholder={props.placeholder} />
      </Show>
    </div>
  );
}

/** The same sentence in English and in Chinese, side by side where there is room. */
export function BothFields(props: Omit<DraftFieldProps, "placeholder">) {
  const t = useTexts();
  const labelIn = (language: "en" | "zh-TW") => t().checklistEditor.inLanguage(props.label, language);
  return (
    <div class="editor-pair">
      <DraftField path={[...props.path, "en"]} label={labelIn("en")} hint={props.hint} optional={props.optional} isLong={props.isLong} />
      <DraftField path={[...props.path, "zh-TW"]} label={labelIn("zh-TW")} optional={props.optional} isLong={props.isLong} />
    </div>
  );
}

/** A group of controls with the problem of the whole group beneath its name. */
export function DraftGroup(props: { readonly path: DraftPath; readonly label: string; readonly hint?: string; readonly children: JSX.Element }) {
  const editor = useEditor();
  return (
    <fieldset class="editor-group" data-path={props.path.join(".")}>
      <legend class="field-label">{props.label}</legend>
      <Show when={props.hint}>
        <p class="field-hint">{props.hint}</p>
      </Show>
      {props.children}
      <Show when={editor.errorAt(props.path)}>{(error) => <p class="field-error">{error()}</p>}</Show>
    </fieldset>
  );
}
