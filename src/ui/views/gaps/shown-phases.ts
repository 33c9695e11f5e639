import { inLanguage, lifecyclePhases, type ChecklistResult, type Figure, type Language, type LifecyclePhase, type SectionId } from "#domain";
import type { PhaseReading } from "#workbench";
import type { Texts } from "../../texts/index.ts";

/** A phase as the reader has chosen to see the lifecycle (S8). */
export interface ShownPhase {
  readonly id: string;
  readonly label: string;
  /** null: no question of the checklist stands there */
  readonly figure: Figure | null;
  /** those of ours that it stands for */
  readonly maps: readonly LifecyclePhase[];
  readonly cellOf: (section: SectionId) => Figure | undefined;
}

/** Of our phases those that the checklist names, of a view all; none while the view is not here. */
export function shownPhases(t: Texts, language: Language, result: ChecklistResult, read: PhaseReading): readonly ShownPhase[] {
  switch (read.kind) {
    case "own":
      return ownPhases(t, result);
    case "view": {
      const own = read.reading.checklists.find((one) => one.checklist === result.id);
      return (own?.phases ?? []).map(({ phase: { id, title, maps }, figure }) => ({
        id,
        label: inLanguage(title, language),
        figure,
        maps,
        cellOf: (section) => own?.cells[section]?.[id],
      }));
    }
    case "loading":
    case "failed":
      return [];
    default:
      return read satisfies never;
  }
}

function ownPhases(t: Texts, result: ChecklistResult): readonly ShownPhase[] {
  return lifecyclePhases.flatMap((phase): readonly ShownPhase[] => {
    const figure = result.phases[phase];
    if (!figure) return [];
    return [{ id: phase, label: t.common.phase[phase], figure, maps: [phase], cellOf: (section) => result.cells[section]?.[phase] }];
  });
}
