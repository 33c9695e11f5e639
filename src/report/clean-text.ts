/**
 * Text that any renderer can hold: lone surrogates, control characters other than tab and newline, noncharacters and
 * the two characters that reverse the direction of what follows become U+FFFD; every kind of line end becomes "\n".
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(unprintable, "\uFFFD");
}

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202D\u202E\uFFFE\uFFFF]/g;

/** The same tree of plain data with every string in it cleaned; most trees need nothing, and are handed back as they are. */
export function cleanTree<T>(tree: T): T {
  return mayNeedCleaning.test(JSON.stringify(tree)) ? (clean(tree) as T) : tree;
}

/** As JSON writes them: escapes other than that of a new line, and what it leaves unescaped though it cannot be printed. */
const mayNeedCleaning = /\\[bfru]|[\u007F-\u009F\u2028\u2029\u202D\u202E\uFFFE\uFFFF]/;

function clean(tree: unknown): unknown {
  if (typeof tree === "string") return cleanText(tree);
  if (Array.isArray(tree)) return tree.map(clean);
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, clean(value)]));
}
