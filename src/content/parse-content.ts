import type { z } from "zod";
import {
  nearMiss,
  type Checklist,
  type Crosswalk,
  type DecisionTree,
  type Lifecycles,
  type Parsed,
  type Problem,
  type ReportTemplate,
  type Unbranded,
} from "#domain";
import { checkChecklist } from "./check-checklist.ts";
import { checkMappings, findUnknownEnds } from "./check-crosswalk.ts";
import { checkDecisionTree } from "./check-decision-tree.ts";
import { checklistSchema } from "./checklist-schema.ts";
import { composeYaml, type ComposedYaml } from "./compose-yaml.ts";
import { crosswalkSchema } from "./crosswalk-schema.ts";
import { decisionTreeSchema } from "./decision-tree-schema.ts";
import { describeIssues, type Unplaced } from "./describe-issue.ts";
import { checkLifecycles, lifecyclesSchema } from "./lifecycles-schema.ts";
import { readText } from "./read-text.ts";
import { offsetOf, readYaml, type YamlReading } from "./read-yaml.ts";
import { templateSchema } from "./template-schema.ts";

/** Everything that is authored in YAML, told apart by `format`. */
export type Content = Checklist | ReportTemplate | Lifecycles | Crosswalk | DecisionTree;

/** What a file of one format must be. */
interface Format<Value extends Content> {
  readonly name: Value["format"];
  readonly schema: z.ZodType<Unbranded<Value>>;
  readonly check: (value: unknown) => readonly Unplaced[];
}

const checklistFormat: Format<Checklist> = { name: "assay-checklist/1", schema: checklistSchema, check: checkChecklist };
const templateFormat: Format<ReportTemplate> = { name: "assay-template/1", schema: templateSchema, check: () => [] };
const lifecyclesFormat: Format<Lifecycles> = { name: "assay-lifecycles/1", schema: lifecyclesSchema, check: checkLifecycles };
const crosswalkFormat: Format<Crosswalk> = { name: "assay-crosswalk/1", schema: crosswalkSchema, check: checkMappings };
const treeFormat: Format<DecisionTree> = { name: "assay-decision-tree/1", schema: decisionTreeSchema, check: checkDecisionTree };
const formats = [checklistFormat, templateFormat, lifecyclesFormat, crosswalkFormat, treeFormat] as const;

/** More than anyone mends in one go. */
const mostProblems = 1000;

/** The checklist that a YAML file says, or everything that is wrong with it. Never throws. */
export function parseChecklist(source: Uint8Array | string): Parsed<Checklist> {
  return parse(source, () => checklistFormat);
}

/** The report template that a YAML file says, or everything that is wrong with it. Never throws. */
export function parseTemplate(source: Uint8Array | string): Parsed<ReportTemplate> {
  return parse(source, () => templateFormat);
}

/** The lifecycle views that a YAML file says, or everything that is wrong with them. Never throws. */
export function parseLifecycles(source: Uint8Array | string): Parsed<Lifecycles> {
  return parse(source, () => lifecyclesFormat);
}

/**
 * The crosswalk that a YAML file says, or everything that is wrong with it; given checklists, every end that none of
 * them has is wrong too. Never throws.
 */
export function parseCrosswalk(source: Uint8Array | string, checklists?: readonly Checklist[]): Parsed<Crosswalk> {
  const check = (value: unknown) => [...checkMappings(value), ...(checklists ? findUnknownEnds(value, checklists) : [])];
  return parse<Crosswalk>(source, () => ({ ...crosswalkFormat, check }));
}

/** The decision tree that a YAML file says, or everything that is wrong with it. Never throws. */
export function parseDecisionTree(source: Uint8Array | string): Parsed<DecisionTree> {
  return parse(source, () => treeFormat);
}

/** Whichever of them the file says it is, by its `format`. Never throws. */
export function parseContent(source: Uint8Array | string): Parsed<Content> {
  return parse<Content>(source, (format) => formats.find((one) => one.name === format) ?? null);
}

function parse<Value extends Content>(
  source: Uint8Array | string,
  choose: (format: unknown) => Format<Value> | null,
): Parsed<Value> {
  const text = readText(source);
  if (!text.ok) return text;
  const composed = composeYaml(text.value);
  if (!composed.ok) return refuse(composed.problems);
  const reading = readYaml(composed.value);
  if (reading.problems.some((one) => one.code === "yaml-alias-bomb")) return refuse(reading.problems);

  const { value } = reading;
  const said = value !== null && typeof value === "object" && "format" in value ? value.format : undefined;
  const format = choose(said);
  if (!format || (said !== undefined && said !== format.name)) {
    return refuse([...reading.problems, place(wrongFormat(said, format), reading, composed.value)]);
  }
  const unplaced = [...describeIssues(format.schema, value), ...format.check(value)];
  const problems = [...reading.problems, ...unplaced.map((one) => place(one, reading, composed.value))];
  if (problems.length > 0) return refuse(problems);
  // The one cast of this room: the schema has held the data against `Unbranded<Value>`, and here its ids are believed.
  return { ok: true, value: value as Value, problems: [] };
}

function wrongFormat(said: unknown, wanted: Format<Content> | null): Unplaced {
  const known = wanted ? [wanted.name] : formats.map((one) => one.name);
  if (said === undefined) {
    return { code: "missing", message: "`format` is missing.", path: ["format"], hint: `Known: ${known.join(", ")}.`, facts: { key: "format" } };
  }
  const meant = typeof said === "string" ? nearMiss(said, known) : null;
  return {
    code: "unknown-format",
    message: typeof said === "string" ? `The format \`${said.slice(0, 80)}\` is not known here.` : "`format` must be text.",
    path: ["format"],
    hint: meant ? `Did you mean \`${meant}\`?` : `Known here: ${known.join(", ")}.`,
  };
}

function place({ path, atKey, ...rest }: Unplaced, { nodes }: YamlReading, { positionOf }: ComposedYaml): Problem {
  return { ...rest, path: path.map(String).join("."), ...positionOf(offsetOf(nodes, path, atKey ?? false)) };
}

function refuse(problems: readonly Problem[]): Parsed<never> {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const left = sorted[mostProblems];
  if (!left) return { ok: false, problems: sorted };
  const message = `${sorted.length - mostProblems} more problems follow from here on.`;
  return { ok: false, problems: [...sorted.slice(0, mostProblems), { ...left, message }] };
}
