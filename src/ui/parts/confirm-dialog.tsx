import type { JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and what cannot be taken back. */
  readonly description: JSX.Element;
  /** A verb: "Delete the assessment". */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly tone?: "danger" | "primary" | undefined;
  readonly busy?: boolean | undefined;
  readonly children?: JSX.Element;
}

export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const t = useTexts();
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onCancel()}
      title={props.title}
      description={props.description}
      size="narrow"
      footer={
        <>
          <Button onClick={() => props.onCancel()}>{t().common.buttons.cancel}</Button>
          <Button tone={props.tone ?? "primary"} busy={props.busy === true} onClick={() => props.onConfirm()}>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
