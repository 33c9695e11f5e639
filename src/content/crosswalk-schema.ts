import { z } from "zod";
import { relations, type Crosswalk, type CrosswalkBasis, type CrosswalkEnd, type Mapping, type Unbranded } from "#domain";
import { date, explanations, id, localText, text, version } from "./schema-parts.ts";

const end = z.strictObject({
  checklist: id,
  id: z.string().min(1).max(80).meta({ description: "Id of a question, or of a section: then everything beneath it is meant." }),
}) satisfies z.ZodType<Unbranded<CrosswalkEnd>>;

const basis = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("published").meta({ description: "A publisher says so." }),
      by: text.meta({ description: "The publication, by name." }),
      date: date.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal("judgement").meta({ description: "No publisher says so." }),
      by: text.meta({ description: "Whose judgement it is." }).exactOptional(),
      date: date.exactOptional(),
    }),
  ])
  .register(explanations, { code: "unknown-value", rule: "must say its kind: published or judgement" }) satisfies z.ZodType<Unbranded<CrosswalkBasis>>;

const oneMapping = z.strictObject({
  from: end,
  to: end,
  relation: z.enum(relations).meta({ description: "What `from` is to `to`. Where the source only pairs the two: intersects." }),
  basis,
  note: localText.exactOptional(),
}) satisfies z.ZodType<Unbranded<Mapping>>;

/** The shape of `checklists/crosswalk.yaml`; what goes beyond shape is in check-crosswalk.ts. */
export const crosswalkSchema = z.strictObject({
  format: z.literal("assay-crosswalk/1"),
  version,
  note: localText.exactOptional().meta({ description: "What holds for all mappings, and what is not verified." }),
  mappings: z.array(oneMapping).min(1),
}) satisfies z.ZodType<Unbranded<Crosswalk>>;
