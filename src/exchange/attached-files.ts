import type { Assessment, AssessmentEvent, AssessmentResult, AttachedFile } from "#domain";
import { resultFile } from "./result-file.ts";
import { writeAssayFile } from "./write-assay-file.ts";

/**
 * What every report carries: the assessment with its journal, without the bytes of its evidence, and its figures. Their
 * digests are left to the caller, as this room knows no hash.
 */
export function attachedFiles(
  assessment: Assessment,
  journal: readonly AssessmentEvent[],
  result: AssessmentResult,
): readonly Omit<AttachedFile, "digest">[] {
  const mediaType = "application/json";
  return [
    { kind: "assessment", name: "assessment.assay.json", mediaType, text: writeAssayFile(assessment, journal) },
    { kind: "result", name: "result.json", mediaType, text: `${JSON.stringify(resultFile(result), null, 2)}\n` },
  ];
}
