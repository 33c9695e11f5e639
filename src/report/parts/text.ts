import type { Block, TemplatePart } from "#domain";
import { paragraph } from "../question-lines.ts";
import type { ReportContext } from "../report-context.ts";

/** The template author's own words: a heading and a paragraph for each block of text between blank lines. */
export function composeText(
  { input }: ReportContext,
  part: Extract<TemplatePart, { readonly part: "text" }>,
  anchor: string,
): readonly Block[] {
  const paragraphs = part.text[input.language].split(/\r?\n[^\S\n]*\r?\n\s*/).map((text) => text.trim());
  return [
    { kind: "heading", level: 1, text: part.title[input.language], anchor },
    ...paragraphs.filter((text) => text !== "").map((text) => paragraph(text)),
  ];
}
