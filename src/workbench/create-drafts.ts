import { createSignal, onCleanup } from "solid-js";
import type { Draft } from "./workbench.ts";

/** Pause after the last keystroke before a text is committed, in milliseconds. */
const pause = 350;

/** Every text that is being typed in this tab, so that all can be committed before the page goes away. */
export interface Drafts {
  readonly make: (source: { readonly value: () => string; readonly commit: (text: string) => void }) => Draft;
  readonly flush: () => void;
  readonly areOpen: () => boolean;
}

export function createDrafts(): Drafts {
  const open = new Set<() => void>();
  return {
    make: (source) => createDraft(source, open),
    flush: () => {
      for (const commit of open) commit();
    },
    areOpen: () => open.size > 0,
  };
}

/**
 * A draft shows what is stored until somebody types; from then on what is typed, until it is committed. It is committed
 * `pause` ms after the last keystroke, on flush, and when its owner goes away.
 */
function createDraft(
  source: { readonly value: () => string; readonly commit: (text: string) => void },
  open: Set<() => void>,
): Draft {
  const [typed, setTyped] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    open.delete(flush);
    const text = typed();
    if (text === null) return;
    if (text !== source.value()) source.commit(text);
    setTyped(null);
  };
  onCleanup(flush);
  return {
    text: () => typed() ?? source.value(),
    setText: (text) => {
      setTyped(text);
      open.add(flush);
      clearTimeout(timer);
      timer = setTimeout(flush, pause);
    },
    flush,
  };
}
