import { createSignal, type Accessor } from "solid-js";
import { WorkbenchError, type AssessmentEvent, type AssessmentId, type AssessmentMeta, type Instant } from "#domain";
import type { Storage } from "#storage";
import type { SaveState } from "./workbench.ts";

/** Events on their way to the disk, in order. What fails stays in memory and is tried again; nothing is dropped. */
export interface SaveQueue {
  readonly state: Accessor<SaveState>;
  readonly push: (event: AssessmentEvent) => void;
  readonly retry: () => void;
  /** Starts writing everything before it returns: for a page that is going away. */
  readonly flushAtOnce: () => void;
  readonly settled: () => Promise<void>;
}

export function createSaveQueue(
  storage: Storage,
  id: AssessmentId,
  options: { readonly meta: () => AssessmentMeta; readonly clock: () => Instant; readonly savedAt: Instant | null },
): SaveQueue {
  const [state, setState] = createSignal<SaveState>({ kind: "saved", at: options.savedAt });
  let waiting: readonly AssessmentEvent[] = [];
  let running: Promise<void> | null = null;

  const drain = async () => {
    try {
      while (waiting.length > 0) {
        const batch = waiting;
        await storage.appendEvents(id, batch, options.meta());
        waiting = waiting.slice(batch.length);
      }
      setState({ kind: "saved", at: options.clock() });
    } catch (error) {
      setState({ kind: "failed", code: error instanceof WorkbenchError ? error.code : "storage-failed" });
    }
    running = null;
  };
  const start = () => {
    if (running || waiting.length === 0) return;
    setState({ kind: "saving" });
    running = drain();
  };
  return {
    state,
    push: (event) => {
      waiting = [...waiting, event];
      start();
    },
    retry: start,
    flushAtOnce: () => {
      if (waiting.length > 0) storage.appendAtOnce(id, waiting, options.meta());
    },
    settled: async () => {
      await running;
    },
  };
}
