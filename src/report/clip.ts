/**
 * At most about `ems` of `text`, and an ellipsis where something is left out. Cut after a sentence if one ends in the
 * later half, else before a word. A text that fits is given back as it is.
 */
export function clip(text: string, ems: number): string {
  let width = 0;
  let length = 0;
  for (const character of text) {
    width += emsOf(character);
    if (width > ems) return `${cutAt(text.slice(0, length))}…`;
    length += character.length;
  }
  return text;
}

/** Widths well enough for clipping: a Chinese character is one em, any other about half of one; a new line costs some more. */
function emsOf(character: string): number {
  if (character === "\n") return 20;
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.53;
}

function cutAt(text: string): string {
  const sentence = Math.max(...["。", "？", "！", "\n", ". "].map((end) => text.lastIndexOf(end)));
  if (sentence > text.length / 2) return text.slice(0, sentence + 1).trimEnd();
  const word = /\s\S{0,12}$/u.exec(text);
  return (word && /[a-z]$/iu.test(text) ? text.slice(0, word.index) : text).replace(/[\s，、；：,;:]+$/u, "").toWellFormed();
}
