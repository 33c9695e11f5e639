import { readOwnPhases, readViewPhases, type LifecycleView, type Question, type ReadPhase } from "#domain";
import type { Chapter, ReportContext } from "./report-context.ts";

/** The view that the report is read through; null for our own phases. */
export function viewOf({ input }: ReportContext): LifecycleView | null {
  return input.lifecycle?.view ?? null;
}

/** In the order of the lifecycle: of ours those that the checklist names, of a view all. */
export function phasesOf({ texts, input }: ReportContext, { lifecycle, result }: Chapter): readonly ReadPhase[] {
  return lifecycle ? readViewPhases(lifecycle, input.language) : readOwnPhases(result, texts.words);
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
