import type { SaveState as Saved } from "#workbench";
import type { Saving } from "../parts/index.ts";

/** What the mark of saving shows; what is still being typed is not saved, whatever was. */
export function savingOf(state: Saved, isTyping = false): Saving | null {
  switch (state.kind) {
    case "saving":
      return { kind: "saving" };
    case "failed":
      return { kind: "not-saved" };
    case "saved":
      if (isTyping) return { kind: "saving" };
      return state.at === null ? null : { kind: "saved", at: state.at };
  }
}
