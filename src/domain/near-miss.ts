/**
 * The known word that a misspelling most likely meant, or null. Compares without regard to case; one slip (a letter
 * too many, too few, wrong or swapped with its neighbour) is forgiven for every three letters. Words over 40 are not looked at.
 */
export function nearMiss(word: string, known: readonly string[]): string | null {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  if (word.length > 40) return null;
  let best: { readonly word: string; readonly slips: number } | null = null;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const slips = countSlips(word.toLowerCase(), candidate.toLowerCase());
    if (slips <= allowed && (!best || slips < best.slips)) best = { word: candidate, slips };
  }
  return best?.word ?? null;
}

/** Optimal string alignment distance: Levenshtein's, with a swap of neighbours counted as one. */
function countSlips(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) => [row]);
  const at = (row: number, column: number) => table[row]?.[column] ?? (row === 0 ? column : Number.POSITIVE_INFINITY);
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const slips = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (isSame ? 0 : 1), swap);
      (table[row] ??= [])[column] = slips;
    }
  }
  return at(a.length, b.length);
}
