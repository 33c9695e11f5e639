import type { Block } from "#domain";
import { anchorTo } from "../anchors.ts";
import type { ReportContext } from "../report-context.ts";

export const signatureAnchor = anchorTo("part", "signature");

/** The places of the chops, after all that is signed: there from the start, as a certified file takes no new ones. */
export function composeSignature({ texts }: ReportContext): readonly Block[] {
  const { heading, title, explanation, counterTitle, counterExplanation } = texts.signature;
  return [
    { kind: "heading", level: 1, text: heading, anchor: signatureAnchor },
    { kind: "signature", title, explanation, field: "Signature1" },
    { kind: "signature", title: counterTitle, explanation: counterExplanation, field: "Signature2" },
  ];
}
