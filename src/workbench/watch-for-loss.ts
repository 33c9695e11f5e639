import { createSignal, type Accessor } from "solid-js";
import type { Preferences } from "./create-settings.ts";

/** How many assessments this browser listed last, beside the database: where the loss of the database does not reach. */
const key = "listed";

/** Whether the browser threw away what was stored: where assessments were listed, none is. */
export interface LossWatch {
  /** Told the number of stored assessments at the start and after every change. */
  readonly saw: (count: number) => void;
  /** How many were listed at the last use and are gone; 0 when nothing is missing, or once as many are here again or note was taken. */
  readonly lost: Accessor<number>;
  readonly takeNote: () => void;
}

export function watchForLoss(preferences: Preferences): LossWatch {
  const listed = Number(preferences.read(key)) || 0;
  const [lost, setLost] = createSignal(0);
  let latest: number | null = null;
  const keep = (count: number) => {
    if (count !== latest) preferences.write(key, `${count}`);
    latest = count;
  };
  return {
    lost,
    saw: (count) => {
      if (latest === null && count === 0 && listed > 0) setLost(listed);
      if (count < lost()) return;
      setLost(0);
      keep(count);
    },
    takeNote: () => {
      setLost(0);
      keep(0);
    },
  };
}
