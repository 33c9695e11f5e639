import type { Assessment } from "#domain";

const longest = 60;

/** The system's name as every file system takes it; "assessment" when nothing of it is left. */
export function fileNameOf(assessment: Assessment): string {
  const plain = assessment.system.name.toWellFormed().replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\s]+/gu, " ");
  const name = [...plain.trim()].slice(0, longest).join("").replace(/[. ]+$/, "");
  return name || "assessment";
}
