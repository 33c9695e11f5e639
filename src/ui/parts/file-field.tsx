import { createSignal, Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { FieldFrame, type FieldProps } from "./field.tsx";
import { Icon } from "./icons.tsx";

export interface FileFieldProps extends FieldProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Such as ".pdf,application/pdf". */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  /** Name of the file that was chosen, when there is one. */
  readonly chosen?: string | undefined;
}

/** Choose a file or drop it on the sheet. */
export function FileField(props: FileFieldProps): JSX.Element {
  const t = useTexts();
  const [isOver, setIsOver] = createSignal(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !props.disabled) props.onFiles(props.multiple ? files : files.slice(0, 1));
  };
  return (
    <FieldFrame {...props}>
      {(control) => (
        <div
          class="file-field"
          data-over={isOver() ? "" : undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setIsOver(false);
            take(event.dataTransfer?.files);
          }}
        >
          <Icon name="file" />
          <input
            class="visually-hidden"
            id={control.id}
            type="file"
            accept={props.accept}
            multiple={props.multiple}
            disabled={props.disabled}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = "";
            }}
          />
          <label for={control.id} class="button" data-tone="plain" data-size="small">
            {t().common.buttons.chooseFile}
          </label>
          <span class="file-field-note">
            <Show when={props.chosen} fallback={t().common.dropFileHere}>
              {props.chosen}
            </Show>
          </span>
        </div>
      )}
    </FieldFrame>
  );
}
