import type { VerificationResult } from "./signature.ts";

/** Why a file takes no countersignature, gravest first. */
export const countersignObstacles = ["unsigned", "invalid", "not-certified", "closed", "same-signer"] as const;
export type CountersignObstacle = (typeof countersignObstacles)[number];

/**
 * What stands in the way of a second signature; null when nothing does. The first must hold and certify the file, so that
 * a reader can tell the countersignature from tampering. `fingerprint` is the certificate of who would countersign, null
 * while nobody is chosen.
 */
export function countersignObstacle(result: VerificationResult, fingerprint: string | null): CountersignObstacle | null {
  if (result.problems.length > 0 && result.problems.every((one) => one.code === "pdf-unsigned")) return "unsigned";
  if (!result.valid) return "invalid";
  if (result.certification === null) return "not-certified";
  if (result.certification === 1) return "closed";
  return result.signatures.some((one) => one.certificate?.fingerprint === fingerprint) ? "same-signer" : null;
}
