import type { Checklist, Unbranded } from "#domain";

/**
 * A checklist as YAML of our format. The same checklist gives the same bytes: keys stand in the order they have, every
 * text in double quotes, a sentence in two languages on one line.
 */
export function writeChecklist(checklist: Unbranded<Checklist>): string {
  const lines: string[] = [];
  writeMembers(checklist, "", "", lines);
  return `${lines.join("\n")}\n`;
}

/** The members of a mapping, the first of them behind `lead` in place of the indentation. */
function writeMembers(members: object, indent: string, lead: string, lines: string[]): void {
  for (const [index, [key, value]] of Object.entries(members).entries()) {
    const start = `${index === 0 ? lead : indent}${key}:`;
    if (!isNested(value)) lines.push(`${start} ${flowOf(value)}`);
    else if (Array.isArray(value)) writeList(value, indent, start, lines);
    else {
      lines.push(start);
      writeMembers(value, `${indent}  `, `${indent}  `, lines);
    }
  }
}

function writeList(items: readonly unknown[], indent: string, start: string, lines: string[]): void {
  lines.push(start);
  for (const item of items) {
    if (isNested(item)) writeMembers(item, `${indent}    `, `${indent}  - `, lines);
    else lines.push(`${indent}  - ${flowOf(item)}`);
  }
}

/** Whether a value takes lines of its own: all but scalars, lists of scalars and sentences in two languages. */
function isNested(value: unknown): value is object {
  if (value === null || typeof value !== "object" || isSentence(value)) return false;
  return !Array.isArray(value) || value.some((item) => item !== null && typeof item === "object");
}

function isSentence(value: object): boolean {
  return "en" in value && "zh-TW" in value;
}

function flowOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowOf).join(", ")}]`;
  if (value !== null && typeof value === "object") return `{ ${Object.entries(value).map(([key, member]) => `${key}: ${flowOf(member)}`).join(", ")} }`;
  const isPlain = typeof value === "string" && /^[a-z][a-z-]*(\/\d)?$/.test(value) && !["true", "false", "null"].includes(value);
  return isPlain ? value : JSON.stringify(value);
}
