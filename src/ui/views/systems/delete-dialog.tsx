import { Show } from "solid-js";
import type { AssessmentMeta } from "#domain";
import { Button, ConfirmDialog } from "../../parts/index.ts";
import { useTexts } from "../../texts/index.ts";
import { createNow } from "../create-now.ts";
import { copyNote, isCopied } from "./copy-note.ts";

/** Asks before an assessment leaves this browser, and offers a copy where none holds all of it. */
export function DeleteDialog(props: {
  readonly row: AssessmentMeta | null;
  readonly onExport: () => void;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}) {
  const t = useTexts();
  const now = createNow();
  return (
    <ConfirmDialog
      open={props.row !== null}
      tone="danger"
      title={t().systems.removeTitle(props.row?.name || t().systems.unnamed)}
      description={t().systems.removeText}
      confirmLabel={t().systems.remove}
      onConfirm={() => props.onDelete()}
      onCancel={() => props.onCancel()}
    >
      <Show when={props.row}>
        {(row) => (
          <div class="cluster">
            <span role="status">{copyNote(row(), t(), now())}</span>
            <Show when={!isCopied(row())}>
              <Button size="small" icon="download" onClick={() => props.onExport()}>
                {t().systems.exportFirst}
              </Button>
            </Show>
          </div>
        )}
      </Show>
    </ConfirmDialog>
  );
}
