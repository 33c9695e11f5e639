import type { Problem, ProblemCode } from "#domain";

/** `path` is empty for the whole file, else `signatures.<index>`. */
export function problem(code: ProblemCode, message: string, facts?: Problem["facts"]): Problem {
  return { code, message, path: "", ...(facts ? { facts } : {}) };
}
