import { createSignal, type Accessor } from "solid-js";
import type { Crosswalk } from "#domain";
import type { Library } from "./library.ts";

/** The bundled crosswalk, loaded when it is first asked for; null until then. What fails now is tried again when next asked for. */
export function createCrosswalk(library: Library): Accessor<Crosswalk | null> {
  const [crosswalk, setCrosswalk] = createSignal<Crosswalk | null>(null);
  let loading: Promise<unknown> | null = null;
  const load = () => {
    loading ??= library.crosswalk().then(setCrosswalk, () => (loading = null));
  };
  const whenLoaded: Accessor<Crosswalk | null> = () => {
    const known = crosswalk();
    if (!known) load();
    return known;
  };
  return whenLoaded;
}
