import { z } from "zod";
import { obligations, pdcaStages, roles, tiers, type AppliesWhen, type Checklist, type Question, type Scale, type Unbranded } from "#domain";
import { explanations, id, localText, phase, share, source, text, version } from "./schema-parts.ts";

const scale = z.strictObject({
  id,
  levels: z
    .array(z.strictObject({ id, value: share, label: localText, meaning: localText }))
    .min(2)
    .meta({ description: "From the lowest to the highest; value rises strictly within 0 and 1." }),
}) satisfies z.ZodType<Unbranded<Scale>>;

const appliesWhen = z
  .strictObject({
    tier: z.array(z.enum(tiers)).min(1).exactOptional(),
    role: z.array(z.enum(roles)).min(1).exactOptional(),
    sector: z.array(text).min(1).exactOptional(),
    tags: z.array(text).min(1).exactOptional(),
  })
  .meta({ description: "In scope when every key given here matches the profile (rule S2)." }) satisfies z.ZodType<
  Unbranded<AppliesWhen>
>;

const evidence = z
  .array(localText)
  .min(2)
  .max(4)
  .meta({ description: "Two to four kinds of document, test result, record or log that would satisfy an assessor." })
  .register(explanations, { code: "too-little-evidence", rule: "must name two to four kinds of evidence" });

const question = z
  .strictObject({
    id,
    ref: text,
    control: localText.exactOptional().meta({
      description: "Short title of the control that ref names. The question then stands in the Statement of Applicability.",
    }),
    text: localText,
    help: localText,
    evidence,
    phases: z.array(phase).min(1),
    weight: z.literal([1, 2, 3]).meta({
      description: "3: failing it can harm people or break the law. 2: core practice. 1: good practice.",
    }),
    obligation: z.enum(obligations),
    scale: id.exactOptional().meta({ description: "Absent: the first scale of the checklist." }),
    target: share.exactOptional().meta({ description: "Rule S4." }),
    knockout: z.literal(true).exactOptional().meta({ description: "Missing its target alone blocks the checklist (rule S12)." }),
    appliesWhen: appliesWhen.exactOptional(),
    replaces: z.array(id).min(1).exactOptional().meta({
      description:
        "Ids of questions of earlier versions, no longer asked, in whose place this one stands: name the same id on several questions for a split, several ids on one for a merger.",
    }),
  })
  .meta({ id: "question" }) satisfies z.ZodType<Unbranded<Question>>;

const section = z
  .strictObject({
    id,
    ref: text,
    title: localText,
    pdca: z.enum(pdcaStages).exactOptional(),
    target: share.exactOptional(),
    appliesWhen: appliesWhen.exactOptional(),
    get sections() {
      return z.array(section).exactOptional();
    },
    questions: z.array(question).exactOptional(),
  })
  .meta({ id: "section" });

/** The shape of `checklists/*.yaml`; what goes beyond shape is in check-checklist.ts. */
export const checklistSchema = z.strictObject({
  format: z.literal("assay-checklist/1"),
  id,
  version,
  title: localText,
  source,
  target: share.exactOptional(),
  scales: z.tuple([scale], scale).meta({ description: "At least one; the first is the default." }),
  sections: z.array(section).min(1),
}) satisfies z.ZodType<Unbranded<Checklist>>;
