import { createSignal, type Accessor } from "solid-js";
import { WorkbenchError, type AssessmentEvent, type AssessmentId, type AssessmentMeta, type Instant } from "#domain";
import type { Storage } from "#storage";
import type { SaveState } from "./session.ts";

/** Events on their way to the disk, in order. What fails stays in memory and is tried again; nothing is dropped. */
export interface SaveQueue {
  readonly state: Accessor<SaveState>;
  /** They reach the disk together or not at all. */
  readonly push: (events: readonly AssessmentEvent[]) => void;
  readonly retry: () => void;
  /** Starts writing everything before it returns: for a page that is going away. Never throws. */
  readonly flushAtOnce: (isForGood: boolean) => void;
  /** Resolves when all is written or has failed. */
  readonly settled: () => Promise<void>;
}

export interface SaveQueueOptions {
  readonly meta: () => AssessmentMeta;
  readonly journal: () => readonly AssessmentEvent[];
  readonly clock: () => Instant;
  /** Told of each write that has reached the disk. */
  readonly onSaved: () => void;
}

export function createSaveQueue(storage: Storage, id: AssessmentId, options: SaveQueueOptions): SaveQueue {
  const [state, setState] = createSignal<SaveState>({ kind: "saved", at: null });
  let waiting: readonly AssessmentEvent[] = [];
  let running: Promise<void> | null = null;

  const strike = (written: readonly AssessmentEvent[]) => {
    const struck = new Set(written);
    waiting = waiting.filter((event) => !struck.has(event));
  };
  const drain = async (): Promise<SaveState> => {
    try {
      while (waiting.length > 0) {
        const batch = waiting;
        await storage.appendEvents(id, batch, options.meta());
        strike(batch);
        options.onSaved();
      }
      return { kind: "saved", at: options.clock() };
    } catch (error) {
      const code = error instanceof WorkbenchError ? error.code : "storage-failed";
      // Another tab removed the assessment: a part of its journal would be none, so the next try writes it whole.
      if (code === "not-found") waiting = options.journal();
      return { kind: "failed", code };
    }
  };
  const keep = (batch: readonly AssessmentEvent[]) => {
    strike(batch);
    if (!running && waiting.length === 0) setState({ kind: "saved", at: options.clock() });
  };
  const start = () => {
    if (running || waiting.length === 0) return;
    setState({ kind: "saving" });
    running = drain().then((outcome) => {
      running = null;
      if (waiting.length === 0) setState({ kind: "saved", at: options.clock() });
      else if (outcome.kind === "saved") start();
      else setState(outcome);
    });
  };
  return {
    state,
    push: (events) => {
      waiting = [...waiting, ...events];
      start();
    },
    retry: start,
    flushAtOnce: (isForGood) => {
      try {
        const batch = waiting;
        if (batch.length > 0) void storage.appendAtOnce(id, batch, options.meta(), isForGood).then((isKept) => isKept && keep(batch));
      } catch {
        // What was refused is still waiting; if the page lives on, it is tried again and its failure shown.
      }
    },
    settled: async () => {
      while (running) await running;
    },
  };
}
