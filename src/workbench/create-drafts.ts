import { createSignal, onCleanup, untrack, type Accessor } from "solid-js";
import type { Draft } from "./session.ts";

/** Pause after the last keystroke before a text is committed, in milliseconds. */
const pause = 350;

/** What a draft shows until somebody types, and where the text goes. `commit` throws when it cannot be taken now. */
export interface DraftSource {
  readonly value: () => string;
  readonly commit: (text: string) => void;
}

/** Every text that is being typed in this tab, so that all can be committed before the page goes away. */
export interface Drafts {
  readonly make: (source: DraftSource) => Draft;
  /** Commits all. Never throws: a text that is refused stays open and is tried again. */
  readonly flush: () => void;
  /** Reactive: whether something typed is not yet an edit. */
  readonly areOpen: Accessor<boolean>;
}

interface OpenDrafts {
  readonly add: (commit: () => void) => void;
  readonly delete: (commit: () => void) => void;
}

export function createDrafts(): Drafts {
  const commits = new Set<() => void>();
  const [areOpen, setOpen] = createSignal(false);
  const open: OpenDrafts = {
    add: (commit) => setOpen(commits.add(commit).size > 0),
    delete: (commit) => setOpen(commits.delete(commit) ? commits.size > 0 : untrack(areOpen)),
  };
  return {
    make: (source) => createDraft(source, open),
    flush: () => {
      for (const commit of commits) commit();
    },
    areOpen,
  };
}

/**
 * A draft shows what is stored until somebody types; from then on what is typed, until it is committed. It is committed
 * `pause` ms after the last keystroke, on flush, and when its owner goes away.
 */
function createDraft(source: DraftSource, open: OpenDrafts): Draft {
  const [typed, setTyped] = createSignal<string | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    const text = untrack(typed);
    if (text !== null && !isTaken(source, text)) return;
    open.delete(flush);
    setTyped(null);
  };
  onCleanup(() => {
    flush();
    open.delete(flush);
  });
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

function isTaken(source: DraftSource, text: string): boolean {
  try {
    if (text !== untrack(source.value)) untrack(() => source.commit(text));
    return true;
  } catch {
    return false;
  }
}
