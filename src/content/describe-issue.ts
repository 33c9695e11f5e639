import type { z } from "zod";
import { nearMiss, type Problem, type ProblemCode } from "#domain";
import { explanations } from "./schema-parts.ts";

/** A problem that has not been placed yet: `path` in steps, and whether its key is what is wrong. */
export interface Unplaced extends Omit<Problem, "path" | "line" | "column"> {
  readonly path: readonly PropertyKey[];
  readonly atKey?: true;
}

type RawIssue = z.core.$ZodRawIssue;

/** Everything in which `value` departs from `schema`, in our own words; empty when nothing does. */
export function describeIssues(schema: z.ZodType, value: unknown): readonly Unplaced[] {
  // The parser's final issues have lost the schema that raised them; its error map sees them with it.
  const raw: RawIssue[] = [];
  const result = schema.safeParse(value, { error: (issue) => String(raw.push(issue) - 1) });
  return (result.error?.issues ?? []).flatMap(({ message, path }) => {
    const issue = raw[Number(message)];
    return issue ? describeIssue(issue, path) : [];
  });
}

function describeIssue(issue: RawIssue, path: readonly PropertyKey[]): readonly Unplaced[] {
  const name = nameOf(path);
  const owner = issue.schema ?? (issue.inst && "def" in issue.inst ? (issue.inst as z.core.$ZodType) : undefined);
  const own = owner && explanations.get(owner);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, keysOf(owner)));
    case "invalid_type":
      return [wrongType(issue.expected, issue.input, path, name)];
    case "invalid_value":
      if (issue.input === undefined) return [missing(path)];
      return [unknownValue(own?.code ?? "unknown-value", issue.values.map(String), issue.input, path, name)];
    case "invalid_union":
      return [isBlank(issue.input, lastOf(path)) ? missing(path) : { code: own?.code ?? "unknown-value", message: `${name} ${own?.rule ?? "is not known"}.`, path }];
    case "too_small":
    case "too_big":
      return [outOfRange(issue, own, path, name)];
    default:
      return [{ code: own?.code ?? "bad-pattern", message: `${name} ${own?.rule ?? "is not well formed"}.`, path }];
  }
}

/** Whether the key that tells the members of a union apart is not there. */
function isBlank(input: unknown, key: string): boolean {
  return input !== null && typeof input === "object" && !Object.hasOwn(input, key);
}

function missing(path: readonly PropertyKey[]): Unplaced {
  return { code: "missing", message: `${nameOf(path)} is missing.`, path, facts: { key: lastOf(path) } };
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Unplaced {
  const meant = nearMiss(key, known);
  return {
    code: "unknown-key",
    message: `The key \`${key}\` is not known here.`,
    path: [...path, key],
    atKey: true,
    hint: meant ? `Did you mean \`${meant}\`?` : `Known here: ${known.join(", ")}.`,
    facts: { key, ...(meant ? { meant } : {}) },
  };
}

function wrongType(expected: string, input: unknown, path: readonly PropertyKey[], name: string): Unplaced {
  if (input === undefined) return missing(path);
  if (input === null) return { code: "empty", message: `${name} has no value.`, path };
  const wanted = typeNames[expected] ?? expected;
  const hint = expected === "string" && typeof input !== "object" ? { hint: "Put it in quotes." } : {};
  return { code: "wrong-type", message: `${name} must be ${wanted}, not ${kindOf(input)}.`, path, ...hint };
}

function unknownValue(
  code: ProblemCode,
  values: readonly string[],
  input: unknown,
  path: readonly PropertyKey[],
  name: string,
): Unplaced {
  if (input === null) return { code: "empty", message: `${name} has no value.`, path };
  const meant = typeof input === "string" ? nearMiss(input, values) : null;
  const list = values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`;
  const said = typeof input === "object" ? kindOf(input) : `\`${String(input).slice(0, 80)}\``;
  return {
    code,
    message: `${name} must be ${list}, not ${said}.`,
    path,
    ...(meant ? { hint: `Did you mean \`${meant}\`?` } : {}),
    facts: { known: values.join(", "), ...(meant ? { meant } : {}) },
  };
}

function outOfRange(
  issue: Extract<RawIssue, { code: "too_small" | "too_big" }>,
  own: { readonly code: ProblemCode; readonly rule: string } | undefined,
  path: readonly PropertyKey[],
  name: string,
): Unplaced {
  const isSmall = issue.code === "too_small";
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  if (own && issue.origin === "array") {
    return { code: isSmall ? own.code : "out-of-range", message: `${name} ${own.rule}.`, path };
  }
  if (issue.origin === "number" || issue.origin === "int") {
    return { code: "out-of-range", message: `${name} must be ${isSmall ? "at least" : "at most"} ${bound}.`, path };
  }
  const things = issue.origin === "array" ? "entries" : "characters";
  if (isSmall && bound <= 1) return { code: "empty", message: `${name} must not be empty.`, path };
  return { code: "out-of-range", message: `${name} must have ${isSmall ? "at least" : "at most"} ${bound} ${things}.`, path };
}

/** The last named step of a path, in backquotes: `evidence`, `weight`, or the whole file. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.findLastIndex((step) => typeof step === "string");
  if (last < 0) return "The file";
  const isEntry = last < path.length - 1;
  return isEntry ? `Entry ${Number(path.at(-1)) + 1} of \`${String(path[last])}\`` : `\`${String(path[last])}\``;
}

function lastOf(path: readonly PropertyKey[]): string {
  return String(path.at(-1) ?? "");
}

function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
  const shape: unknown = schema && "shape" in schema._zod.def ? schema._zod.def.shape : null;
  return shape && typeof shape === "object" ? Object.keys(shape) : [];
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a mapping",
};

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "nothing";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "number") return Number.isInteger(value) ? "a whole number" : "a number";
  return typeof value === "string" ? "text" : String(value);
}
