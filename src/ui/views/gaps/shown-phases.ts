import { readOwnPhases, readViewPhases, type ChecklistResult, type Language, type ReadPhase } from "#domain";
import type { PhaseReading } from "#workbench";
import type { Texts } from "../../texts/index.ts";

/** Of our phases those that the checklist names, of a view all; none while the view is not here. */
export function shownPhases(t: Texts, language: Language, result: ChecklistResult, read: PhaseReading): readonly ReadPhase[] {
  switch (read.kind) {
    case "own":
      return readOwnPhases(result, t.common);
    case "view": {
      const through = read.reading.checklists.find((one) => one.checklist === result.id);
      return through ? readViewPhases(through, language) : [];
    }
    case "loading":
    case "failed":
      return [];
    default:
      return read satisfies never;
  }
}
