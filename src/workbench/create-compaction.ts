import { onCleanup } from "solid-js";

/** Writes after which it is worth merging the rows of a log, while it is open and when it is closed. */
const enough = { open: 64, closed: 8 };

/** How long nobody must have written for, in milliseconds. */
const quiet = 15_000;

/**
 * Merges the log's rows when there are many and nobody is writing, and when its owner goes away. To be called after each
 * write. Nobody waits for a merge, and one that fails loses nothing: it is tried again after as many writes.
 */
export function createCompaction(compact: () => Promise<void>): () => void {
  let writes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    writes = 0;
    compact().catch(() => undefined);
  };
  onCleanup(() => {
    clearTimeout(timer);
    if (writes >= enough.closed) run();
  });
  return () => {
    writes += 1;
    clearTimeout(timer);
    if (writes >= enough.open) timer = setTimeout(run, quiet);
  };
}
