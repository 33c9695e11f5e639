import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";
import type { AssessmentEvent, AssessmentId } from "#domain";
import type { EditLock, Storage } from "#storage";

/**
 * True while this tab may write. `first` is the lock that was taken before the journal was read, or null when another
 * tab has it: once that lets go, the lock comes here together with all that was written there.
 */
export function createEditLock(
  storage: Storage,
  id: AssessmentId,
  first: EditLock | null,
  follow: {
    readonly receive: (events: readonly AssessmentEvent[]) => void;
    /** once true, this tab can write no more and lets the newer one edit */
    readonly outdated: Accessor<boolean>;
  },
): Accessor<boolean> {
  const [isEditing, setEditing] = createSignal(first !== null);
  const closing = new AbortController();
  let held = first;
  const letGo = () => {
    closing.abort();
    held?.release();
    held = null;
    setEditing(false);
  };
  onCleanup(letGo);
  createEffect(() => follow.outdated() && letGo());
  const wait = async () => {
    const lock = await storage.waitForEditLock(id, closing.signal);
    try {
      follow.receive(await storage.readEvents(id));
      if (closing.signal.aborted) return lock.release();
      held = lock;
      setEditing(true);
    } catch {
      // What the other tab wrote cannot be read: this one goes on following what it can.
      lock.release();
    }
  };
  // The wait ends with the session; a browser that refuses to lock leaves this tab reading.
  if (!first) wait().catch(() => undefined);
  return isEditing;
}
