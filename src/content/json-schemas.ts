import { z } from "zod";
import { checklistSchema } from "./checklist-schema.ts";
import { templateSchema } from "./template-schema.ts";

/** The JSON Schemas (draft 7) with which editors check the YAML files while they are written, by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    "checklist.schema.json": schemaFile(checklistSchema, "Assay checklist"),
    "template.schema.json": schemaFile(templateSchema, "Assay report template"),
  };
}

function schemaFile(schema: z.ZodType, title: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-07" });
  return { $schema, title, ...rest };
}
