import type { Problem, ProblemCode, SignatureReport } from "#domain";

/** What is asked of a signature, in the order in which a reader should care. */
const checkKinds = ["content", "additions", "key", "certificate"] as const;
export type CheckKind = (typeof checkKinds)[number];

export interface Check {
  readonly kind: CheckKind;
  readonly outcome: "passed" | "failed" | "open";
  /** why it failed */
  readonly problems: readonly Problem[];
}

const failures = {
  content: ["digest-mismatch", "byte-range-invalid"],
  additions: ["changed-after-signing", "not-whole-file", "certified-again"],
  key: ["signature-mismatch", "certificate-not-bound"],
  certificate: ["certificate-expired", "certificate-unsuitable"],
} as const satisfies Record<CheckKind, readonly ProblemCode[]>;

/**
 * How a signature stands against each question, given the problems of its whole file. A question is open where a failure
 * elsewhere kept it from being asked: nothing passes on a signature that could not be read, and a key that was never
 * tried is not said to fit.
 */
export function checksOf(signature: SignatureReport, file: readonly Problem[]): readonly Check[] {
  const found = [...signature.problems, ...file];
  const problemsOf = (kind: CheckKind) => found.filter((one) => failures[kind].some((code) => code === one.code));
  const isRead = signature.certificate !== null && !found.some((one) => one.code === "signature-unreadable" || one.code === "signature-unsupported");
  const isAsked = (kind: CheckKind) => isRead && (kind !== "key" || problemsOf("content").length === 0);
  return checkKinds.map((kind) => {
    const problems = problemsOf(kind);
    return { kind, problems, outcome: problems.length > 0 ? "failed" : isAsked(kind) ? "passed" : "open" };
  });
}

/** What is wrong with a signature beyond the checks. */
export function otherProblems(signature: SignatureReport): readonly Problem[] {
  const asked = new Set<ProblemCode>(Object.values(failures).flat());
  return signature.problems.filter((one) => !asked.has(one.code));
}
