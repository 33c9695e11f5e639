import { z } from "zod";
import { checklistSchema } from "./checklist-schema.ts";
import { crosswalkSchema } from "./crosswalk-schema.ts";
import { decisionTreeSchema } from "./decision-tree-schema.ts";
import { lifecyclesSchema } from "./lifecycles-schema.ts";
import { templateSchema } from "./template-schema.ts";

/** The JSON Schemas (draft 7) with which editors check the YAML files while they are written, by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    "checklist.schema.json": schemaFile(checklistSchema, "Assay checklist"),
    "template.schema.json": schemaFile(templateSchema, "Assay report template"),
    "lifecycles.schema.json": schemaFile(lifecyclesSchema, "Assay lifecycle views"),
    "crosswalk.schema.json": schemaFile(crosswalkSchema, "Assay crosswalk"),
    "decision-tree.schema.json": schemaFile(decisionTreeSchema, "Assay decision tree"),
  };
}

function schemaFile(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-07" });
  return { $schema, title, ...rest };
}
