/**
 * Text that any renderer can hold: lone surrogates, control characters other than tab and newline, noncharacters and
 * the two characters that reverse the direction of what follows become U+FFFD; every kind of line end becomes "\n".
 */
export function cleanText(text: string): string {
  if (isClean.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(unprintable, "\uFFFD");
}

/** Nothing but what certainly stays: most text. */
const isClean = /^[\t\n\x20-\x7E\u00A0-\u2027\u2030-\uD7FF\uF900-\uFFEF]*$/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF]/g;

/** The same tree of plain data with every string in it cleaned; branches in which nothing changes are handed on as they are. */
export function cleanTree<T>(tree: T): T {
  return clean(tree) as T;
}

function clean(tree: unknown): unknown {
  if (typeof tree === "string") return cleanText(tree);
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) {
    const cleaned = tree.map(clean);
    return cleaned.every((one, index) => one === tree[index]) ? tree : cleaned;
  }
  const entries = Object.entries(tree);
  const cleaned = entries.map(([, value]) => clean(value));
  if (cleaned.every((one, index) => one === entries[index]?.[1])) return tree;
  return Object.fromEntries(entries.map(([key], index) => [key, cleaned[index]]));
}
