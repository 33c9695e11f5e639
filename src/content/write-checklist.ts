/**
 * A checklist, whole or not, as YAML of our format. The same checklist gives the same bytes: keys stand in the order they have, every
 * text in double quotes, a sentence in two languages on one line. What stands twice is written once, with an anchor, so
 * that a large framework in one language stays within what a checklist may be.
 */
export function writeChecklist(checklist: object): string {
  const repeated = new Map<string, number>();
  countSentences(checklist, repeated);
  const writer: Writer = { lines: [], repeated, anchors: new Map() };
  writeMembers(writer, checklist, "", "");
  return `${writer.lines.join("\n")}\n`;
}

interface Writer {
  readonly lines: string[];
  /** how often each sentence stands in the checklist */
  readonly repeated: ReadonlyMap<string, number>;
  readonly anchors: Map<string, string>;
}

/** Shorter texts are written out again. */
const leastAnchored = 40;

function countSentences(value: unknown, counts: Map<string, number>): void {
  if (value === null || typeof value !== "object") return;
  const key = isSentence(value) ? JSON.stringify(value) : null;
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  else for (const member of Object.values(value)) countSentences(member, counts);
}

/** The members of a mapping, the first of them behind `lead` in place of the indentation. */
function writeMembers(writer: Writer, members: object, indent: string, lead: string): void {
  for (const [index, [key, value]] of Object.entries(members).entries()) {
    const start = `${index === 0 ? lead : indent}${key}:`;
    if (!isNested(value)) writer.lines.push(`${start} ${flowOf(writer, value)}`);
    else if (Array.isArray(value)) writeList(writer, value, indent, start);
    else {
      writer.lines.push(start);
      writeMembers(writer, value, `${indent}  `, `${indent}  `);
    }
  }
}

function writeList(writer: Writer, items: readonly unknown[], indent: string, start: string): void {
  writer.lines.push(start);
  for (const item of items) {
    if (isNested(item)) writeMembers(writer, item, `${indent}    `, `${indent}  - `);
    else writer.lines.push(`${indent}  - ${flowOf(writer, item)}`);
  }
}

/** Whether a value takes lines of its own: all but scalars, lists of scalars and sentences in two languages. */
function isNested(value: unknown): value is object {
  if (value === null || typeof value !== "object" || isSentence(value)) return false;
  return !Array.isArray(value) || value.some((item) => item !== null && typeof item === "object");
}

interface Sentence {
  readonly en: string;
  readonly "zh-TW": string;
}

function isSentence(value: object): value is Sentence {
  return "en" in value && "zh-TW" in value;
}

function flowOf(writer: Writer, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowOf(writer, item)).join(", ")}]`;
  if (value !== null && typeof value === "object" && isSentence(value)) return sentenceOf(writer, value);
  const isPlain = typeof value === "string" && /^[a-z][a-z-]*(\/\d)?$/.test(value) && !["true", "false", "null"].includes(value);
  return isPlain ? value : JSON.stringify(value);
}

function sentenceOf({ repeated, anchors }: Writer, { en, "zh-TW": zh }: Sentence): string {
  const key = JSON.stringify({ en, "zh-TW": zh });
  const known = anchors.get(key);
  if (known !== undefined) return `*${known}`;
  const isLong = en.length >= leastAnchored;
  const anchor = `t${anchors.size + 1}`;
  if (isLong) anchors.set(key, anchor);
  const whole = isLong && (repeated.get(key) ?? 0) > 1 ? `&${anchor} ` : "";
  const isCopy = isLong && en === zh;
  const chinese = isCopy ? `*c${anchors.size}` : JSON.stringify(zh);
  return `${whole}{ en: ${isCopy ? `&c${anchors.size} ` : ""}${JSON.stringify(en)}, zh-TW: ${chinese} }`;
}
