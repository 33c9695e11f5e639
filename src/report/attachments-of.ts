import type { ReportAttachment } from "#domain";
import type { ReportContext } from "./report-context.ts";

const relationships = { assessment: "Source", result: "Data" } as const;

/** The files the report is to carry, each with what it is in the report's language. Their texts stay to the letter. */
export function attachmentsOf({ input, texts }: ReportContext): readonly ReportAttachment[] {
  return (input.attachments ?? []).map((file) => ({
    ...file,
    description: texts.provenance.attachment[file.kind],
    relationship: relationships[file.kind],
  }));
}
