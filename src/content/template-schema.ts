import { z } from "zod";
import { papers, reportParts, type ReportTemplate, type Unbranded } from "#domain";
import { explanations, id, localText, version } from "./schema-parts.ts";

/** More rows than any report needs. */
const mostRows = 1000;

const computedPart = z.strictObject({
  part: z.enum(reportParts).meta({ description: "A part that Assay composes." }),
  limit: z.int().min(1).max(mostRows).exactOptional().meta({ description: "At most so many rows a checklist; in a brief part so many across all checklists." }),
  detail: z
    .literal("brief")
    .exactOptional()
    .meta({ description: "The short form, all checklists together. A part that has none is printed in full." }),
});

const ownText = z.strictObject({
  part: z.literal("text").meta({ description: "A paragraph of the author's own under a heading." }),
  title: localText,
  text: localText,
});

const templatePart = z
  .discriminatedUnion("part", [computedPart, ownText])
  .register(explanations, { code: "unknown-part", rule: `must name a part: ${[...reportParts, "text"].join(", ")}` });

/** The shape of `templates/*.yaml`. */
export const templateSchema = z.strictObject({
  format: z.literal("assay-template/1"),
  id,
  version,
  title: localText,
  description: localText,
  paper: z.enum(papers),
  checklists: z
    .literal("with-controls")
    .exactOptional()
    .meta({ description: "The report speaks only of checklists that have a control. Absent: of all that the assessment names." }),
  parts: z.array(templatePart).min(1).max(100).meta({ description: "In the order in which they are printed." }),
}) satisfies z.ZodType<Unbranded<ReportTemplate>>;
