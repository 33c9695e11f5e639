import {
  lifecyclePhases,
  type Figure,
  type LifecyclePhase,
  type LifecycleResult,
  type LifecycleView,
  type Question,
  type SectionId,
  type ViewPhaseId,
} from "#domain";
import type { Chapter, ReportContext } from "./report-context.ts";

/** A phase as this report reads the lifecycle: one of ours, or one of the view that it is read through (S8). */
export interface ReadPhase {
  readonly id: string;
  readonly name: string;
  /** null: no question of the checklist stands there */
  readonly figure: Figure | null;
  /** those of ours that it stands for */
  readonly maps: readonly LifecyclePhase[];
  /** a section's questions in this phase; undefined when it has none there */
  readonly cellOf: (section: SectionId) => Figure | undefined;
}

/** The view that the report is read through; null for our own phases. */
export function viewOf({ input }: ReportContext): LifecycleView | null {
  return input.lifecycle?.view ?? null;
}

/** In the order of the lifecycle: of ours those that the checklist names, of a view all. */
export function phasesOf(context: ReportContext, chapter: Chapter): readonly ReadPhase[] {
  return chapter.lifecycle ? throughView(context, chapter.lifecycle) : ownPhases(context, chapter);
}

function ownPhases({ texts }: ReportContext, { result }: Chapter): readonly ReadPhase[] {
  return lifecyclePhases.flatMap((phase): readonly ReadPhase[] => {
    const figure = result.phases[phase];
    if (figure === undefined) return [];
    return [{ id: phase, name: texts.words.phase[phase], figure, maps: [phase], cellOf: (section) => result.cells[section]?.[phase] }];
  });
}

function throughView({ input }: ReportContext, { phases, cells }: LifecycleResult): readonly ReadPhase[] {
  return phases.map(({ phase: { id, title, maps }, figure }) => ({
    id,
    name: title[input.language],
    figure,
    maps,
    cellOf: (section) => cells[section]?.[id satisfies ViewPhaseId],
  }));
}

/** The phases that a question stands in, by name. */
export function phaseNames(context: ReportContext, { phases }: Question): readonly string[] {
  const view = viewOf(context);
  if (!view) return phases.map((phase) => context.texts.words.phase[phase]);
  return view.phases.filter(({ maps }) => maps.some((one) => phases.includes(one))).map(({ title }) => title[context.input.language]);
}

/** `title`, and of which lifecycle the phases in it are where they are not ours. */
export function titledByView(context: ReportContext, title: string): string {
  const view = viewOf(context);
  return view ? `${title}${context.texts.words.semicolon}${view.title[context.input.language]}` : title;
}
