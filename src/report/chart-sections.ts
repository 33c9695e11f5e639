import type { Section } from "#domain";

/** The sections worth an axis or a row of a chart: the outermost level that has more than one. */
export function chartSections(sections: readonly Section[]): readonly Section[] {
  const [only, ...others] = sections;
  const within = only?.sections ?? [];
  const holdsMore = others.length === 0 && within.length > 0 && (only?.questions ?? []).length === 0;
  return holdsMore ? chartSections(within) : sections;
}
