import type { SaveState } from "#workbench";
import type { Saving } from "../parts/index.ts";

/** What the mark of saving shows; null while nothing was saved yet. */
export function savingOf(state: SaveState): Saving | null {
  switch (state.kind) {
    case "saving":
      return { kind: "saving" };
    case "failed":
      return { kind: "not-saved" };
    case "saved":
      return state.at === null ? null : { kind: "saved", at: state.at };
  }
}
