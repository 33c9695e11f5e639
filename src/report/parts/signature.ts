import type { Block } from "#domain";
import { anchorTo } from "../anchors.ts";
import type { ReportContext } from "../report-context.ts";

export const signatureAnchor = anchorTo("part", "signature");

/** The place of the chop: once in every report, after all that is signed. */
export function composeSignature({ texts }: ReportContext): readonly Block[] {
  const { heading, title, explanation } = texts.signature;
  return [
    { kind: "heading", level: 1, text: heading, anchor: signatureAnchor },
    { kind: "signature", title, explanation, field: "Signature1" },
  ];
}
