import { createSignal, onCleanup, type Accessor } from "solid-js";
import type { Instant } from "#domain";

const pause = 30_000;

/** The reader's clock, told twice a minute, so that "just now" does not stand for an hour. */
export function createNow(): Accessor<Instant> {
  const read = () => new Date().toISOString();
  const [now, setNow] = createSignal<Instant>(read());
  const timer = setInterval(() => setNow(read()), pause);
  onCleanup(() => clearInterval(timer));
  return now;
}
