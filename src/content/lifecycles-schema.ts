import { z } from "zod";
import type { Lifecycles, LifecycleView, Unbranded } from "#domain";
import { checkIds, list, mapping } from "./loose.ts";
import type { Unplaced } from "./describe-issue.ts";
import { id, localText, phase, source, version } from "./schema-parts.ts";

const view = z.strictObject({
  id,
  title: localText,
  source,
  note: localText.exactOptional().meta({ description: "Whose judgement the mapping is, and what is not verified." }),
  phases: z
    .array(z.strictObject({ id, title: localText, maps: z.array(phase).min(1).meta({ description: "The phases of ours that it covers." }) }))
    .min(1)
    .meta({ description: "In the order of that model." }),
}) satisfies z.ZodType<Unbranded<LifecycleView>>;

/** The shape of `checklists/lifecycles.yaml`. */
export const lifecyclesSchema = z.strictObject({
  format: z.literal("assay-lifecycles/1"),
  version,
  views: z.array(view).min(1),
}) satisfies z.ZodType<Unbranded<Lifecycles>>;

/** Beyond shape: ids that occur once, and no phase of ours named twice in one phase of a view. */
export function checkLifecycles(value: unknown): readonly Unplaced[] {
  const views = list(mapping(value)["views"]).map(mapping);
  return [
    ...checkIds(views, ["views"], new Map()),
    ...views.flatMap((one, index) => {
      const path = ["views", index, "phases"];
      const phases = list(one["phases"]).map(mapping);
      return [...checkIds(phases, path, new Map()), ...phases.flatMap((own, at) => checkMaps(list(own["maps"]), [...path, at, "maps"]))];
    }),
  ];
}

function checkMaps(maps: readonly unknown[], path: readonly PropertyKey[]): readonly Unplaced[] {
  return maps.flatMap((one, index): readonly Unplaced[] =>
    maps.indexOf(one) === index ? [] : [{ code: "duplicate-id", message: `The phase \`${String(one)}\` is named twice.`, path: [...path, index], hint: "Strike one of the two." }],
  );
}
