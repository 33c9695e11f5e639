import type { z } from "zod";
import { nearMiss, type ProblemCode } from "#domain";
import { explanations } from "./assay-schema.ts";

/** What is wrong at a path, before its line is looked for. */
export interface Unplaced {
  readonly code: ProblemCode;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly hint?: string;
}

type RawIssue = z.core.$ZodRawIssue;

/** What `schema` makes of `value`, or everything in which it departs from it, in our own words. */
export function hold<Value>(schema: z.ZodType<Value>, value: unknown): { readonly value: Value } | { readonly problems: readonly Unplaced[] } {
  // The parser's final issues have lost the schema that raised them; its error map sees them with it.
  const raw: RawIssue[] = [];
  const result = schema.safeParse(value, { error: (issue) => String(raw.push(issue) - 1) });
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.flatMap(({ message, path }) => {
      const issue = raw[Number(message)];
      return issue ? describe(issue, path) : [];
    }),
  };
}

function describe(issue: RawIssue, path: readonly PropertyKey[]): readonly Unplaced[] {
  const name = nameOf(path);
  const owner = issue.schema ?? (issue.inst && "def" in issue.inst ? (issue.inst as z.core.$ZodType) : undefined);
  const own = owner && explanations.get(owner);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path, keysOf(owner)));
  if (issue.code === "invalid_key") {
    const key = String(path.at(-1)).slice(0, 80);
    return [{ code: "bad-pattern", message: `\`${key}\` cannot be an id.`, path }];
  }
  if (issue.input === undefined || isUntold(issue, path)) return [{ code: "missing", message: `${name} is missing.`, path }];
  switch (issue.code) {
    case "invalid_type":
      return [{ code: "wrong-type", message: `${name} must be ${typeNames[issue.expected] ?? issue.expected}.`, path, ...quoteHint(issue) }];
    case "invalid_value":
      return [{ code: "unknown-value", message: `${name} must be one of ${issue.values.map(String).join(", ")}.`, path, ...meant(issue.input, issue.values) }];
    case "invalid_union":
      return [{ code: "unknown-value", message: `${name} is not known here.`, path }];
    case "too_small":
    case "too_big": {
      const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      return [{ code: "out-of-range", message: `${name} must be ${bound}.`, path }];
    }
    default:
      return [{ code: own?.code ?? "bad-pattern", message: `${name} ${own?.rule ?? "is not well formed"}.`, path }];
  }
}

export function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): Unplaced {
  const hint = meant(key, known).hint ?? `Known here: ${known.join(", ")}.`;
  return { code: "unknown-key", message: `The key \`${key}\` is not known here.`, path: [...path, key], hint };
}

/** Whether the key that tells the members of a union apart is not there. */
function isUntold({ code, input }: RawIssue, path: readonly PropertyKey[]): boolean {
  return code === "invalid_union" && input !== null && typeof input === "object" && !Object.hasOwn(input, String(path.at(-1)));
}

function meant(word: unknown, known: readonly unknown[]): { readonly hint?: string } {
  const near = typeof word === "string" ? nearMiss(word, known.map(String)) : null;
  return near ? { hint: `Did you mean \`${near}\`?` } : {};
}

function quoteHint({ expected, input }: Extract<RawIssue, { code: "invalid_type" }>): { readonly hint?: string } {
  return expected === "string" && typeof input === "number" ? { hint: "Put it in quotes." } : {};
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.findLastIndex((step) => typeof step === "string");
  if (last < 0) return "The file";
  const name = `\`${String(path[last])}\``;
  return last < path.length - 1 ? `Entry ${Number(path.at(-1)) + 1} of ${name}` : name;
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
  object: "an object",
  record: "an object",
  template_literal: "text",
};
