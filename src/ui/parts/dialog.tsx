import { createMemo, Show, Suspense, type JSX } from "solid-js";
import { late } from "./late.ts";

export interface DialogProps {
  readonly open: boolean;
  /** Asked to close: by the cross, Escape or a press outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: JSX.Element;
  readonly children?: JSX.Element;
  /** Buttons, the one to press last. */
  readonly footer?: JSX.Element;
  readonly size?: "narrow" | "normal" | "wide" | undefined;
}

const DialogFrame = late(async () => (await import("./dialog-frame.tsx")).DialogFrame);

/** Keeps the focus inside while open and gives it back on closing. What it is made of is fetched when one is first opened. */
export function Dialog(props: DialogProps): JSX.Element {
  const wasOpened = createMemo((before: boolean) => before || props.open, false);
  return (
    <Show when={wasOpened()}>
      <Suspense>
        <DialogFrame {...props} />
      </Suspense>
    </Show>
  );
}
