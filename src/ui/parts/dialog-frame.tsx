import { Dialog as Kobalte } from "@kobalte/core/dialog";
import { createSignal, onCleanup, Show, type JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import type { DialogProps } from "./dialog.tsx";
import { Icon } from "./icons.tsx";

/**
 * Keeps the focus inside while open and gives it back on closing. The cross stands last in the order of the tab key, so
 * that the focus begins at the first field, or else at the first button of the footer. A body that is only to be read
 * takes the focus itself while it has to scroll.
 */
export function DialogFrame(props: DialogProps): JSX.Element {
  const t = useTexts();
  let before: Element | null = null;
  const giveBack = (event: Event) => {
    if (event.defaultPrevented) return;
    const place = before?.isConnected && before !== document.body ? before : document.getElementById("content");
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  };
  return (
    <Kobalte open={props.open} preventScroll={false} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <div class="dialog-place">
          <Kobalte.Overlay class="dialog-scrim" />
          <Kobalte.Content
            class="dialog"
            data-size={props.size ?? "normal"}
            onOpenAutoFocus={() => (before = document.activeElement)}
            onCloseAutoFocus={giveBack}
          >
            <header class="dialog-head">
              <Kobalte.Title class="dialog-title">{props.title}</Kobalte.Title>
            </header>
            <DialogBody title={props.title}>
              <Show when={props.description}>
                <Kobalte.Description class="dialog-description">{props.description}</Kobalte.Description>
              </Show>
              {props.children}
            </DialogBody>
            <Show when={props.footer}>
              <footer class="dialog-foot">{props.footer}</footer>
            </Show>
            <Kobalte.CloseButton class="icon-button dialog-close" aria-label={t().common.buttons.close}>
              <Icon name="close" />
            </Kobalte.CloseButton>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

const pressable = "a[href], button, input, select, textarea, summary, [tabindex]";

function DialogBody(props: { readonly title: string; readonly children: JSX.Element }): JSX.Element {
  const [isScrolled, setScrolled] = createSignal(false);
  const watch = (body: HTMLDivElement) => {
    if (typeof ResizeObserver === "undefined") return;
    const look = () => setScrolled(body.scrollHeight > body.clientHeight + 1 && body.querySelector(pressable) === null);
    const sizes = new ResizeObserver(look);
    const contents = new MutationObserver(look);
    sizes.observe(body);
    contents.observe(body, { childList: true, subtree: true });
    onCleanup(() => [sizes, contents].forEach((one) => one.disconnect()));
  };
  return (
    <div
      ref={watch}
      class="dialog-body"
      role={isScrolled() ? "region" : undefined}
      aria-label={isScrolled() ? props.title : undefined}
      tabindex={isScrolled() ? 0 : undefined}
    >
      {props.children}
    </div>
  );
}
