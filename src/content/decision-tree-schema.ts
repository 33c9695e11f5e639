import { z } from "zod";
import { roles, tiers, type Choice, type Conclusion, type DecisionTree, type ProfileSettings, type TreeNode, type Unbranded } from "#domain";
import { id, localText, source, text, version } from "./schema-parts.ts";

const sets = z
  .strictObject({
    tier: z.enum(tiers).exactOptional(),
    role: z.array(z.enum(roles)).min(1).exactOptional(),
    tags: z.array(text).min(1).exactOptional(),
  })
  .meta({ description: "What it would enter in the profile. Of several tiers on the way the strictest counts; roles and tags add up." }) satisfies z.ZodType<
  Unbranded<ProfileSettings>
>;

const choice = z.strictObject({
  id,
  label: localText,
  next: id.exactOptional().meta({ description: "The node that is asked next; give this or `conclude`." }),
  conclude: id.exactOptional().meta({ description: "The conclusion that is reached; give this or `next`." }),
  sets: sets.exactOptional(),
}) satisfies z.ZodType<Unbranded<Choice>>;

const node = z.strictObject({
  id,
  ref: text.meta({ description: "The article that this turn rests on." }),
  question: localText,
  help: localText,
  answers: z.array(choice).min(2),
}) satisfies z.ZodType<Unbranded<TreeNode>>;

const conclusion = z.strictObject({
  id,
  ref: text,
  title: localText,
  text: localText,
  sets: sets.exactOptional(),
}) satisfies z.ZodType<Unbranded<Conclusion>>;

/** The shape of a decision tree; what goes beyond shape is in check-decision-tree.ts. */
export const decisionTreeSchema = z.strictObject({
  format: z.literal("assay-decision-tree/1"),
  id,
  version,
  title: localText,
  source,
  start: id.meta({ description: "The node that is asked first." }),
  nodes: z.tuple([node], node),
  conclusions: z.array(conclusion).min(1),
}) satisfies z.ZodType<Unbranded<DecisionTree>>;
