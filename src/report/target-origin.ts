import type { TargetOrigin } from "#domain";
import type { ReportTexts } from "./texts/report-texts.ts";

/** S4: where a target was found, in words. */
export function targetOriginOf({ questions, words }: ReportTexts, origin: TargetOrigin): string {
  switch (origin.kind) {
    case "override":
      return questions.targetOverride(origin.of);
    case "authored":
      return questions.targetAuthored(origin.of);
    case "tier":
      return questions.targetTier(words.tier[origin.tier]);
    default:
      return origin satisfies never;
  }
}
