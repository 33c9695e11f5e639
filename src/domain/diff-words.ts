/** A stretch of two texts: in both, only in the earlier, or only in the later. */
export interface DiffRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Above this many comparisons two texts are shown whole, one after the other. */
const mostComparisons = 1_000_000;

/**
 * What was taken out of `before` and put in to make `after`, by words; Chinese by characters. The runs that are not
 * added join to `before`, those that are not removed to `after`; no two neighbours are of one kind, none is empty.
 */
export function diffWords(before: string, after: string): readonly DiffRun[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const changed = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const runs: readonly DiffRun[] = [
    { kind: "same", text: a.slice(0, start).join("") },
    ...changed,
    { kind: "same", text: a.slice(a.length - end).join("") },
  ];
  return settle(runs);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}\p{M}'’]+|\s+|[^]/gu) ?? [];
}

/** By the longest common subsequence, taken from the front. */
function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffRun[] {
  const whole: readonly DiffRun[] = [
    { kind: "removed", text: a.join("") },
    { kind: "added", text: b.join("") },
  ];
  if (a.length * b.length > mostComparisons || a.length === 0 || b.length === 0) return whole;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      lengths[row * width + column] = a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const runs: DiffRun[] = [];
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      runs.push({ kind: "same", text: a[row] ?? "" });
      [row, column] = [row + 1, column + 1];
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1))) {
      runs.push({ kind: "removed", text: a[row] ?? "" });
      row += 1;
    } else {
      runs.push({ kind: "added", text: b[column] ?? "" });
      column += 1;
    }
  }
  return runs;
}

/** Between two changes a blank alone holds nothing together: it goes with them. What was removed stands before what was added. */
function settle(runs: readonly DiffRun[]): readonly DiffRun[] {
  const settled: DiffRun[] = [];
  let [removed, added, blank] = ["", "", ""];
  const close = () => {
    if (removed !== "") settled.push({ kind: "removed", text: removed });
    if (added !== "") settled.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  const keep = (text: string) => {
    const last = settled.at(-1);
    if (last?.kind === "same") settled[settled.length - 1] = { kind: "same", text: last.text + text };
    else if (text !== "") settled.push({ kind: "same", text });
  };
  for (const run of runs) {
    if (run.text === "") continue;
    const isOpen = removed !== "" || added !== "";
    if (run.kind === "same" && isOpen && run.text.trim() === "") {
      blank += run.text;
    } else if (run.kind === "same") {
      close();
      keep(blank + run.text);
      blank = "";
    } else {
      if (run.kind === "removed") [removed, added] = [removed + blank + run.text, added + blank];
      else [removed, added] = [removed + blank, added + blank + run.text];
      blank = "";
    }
  }
  close();
  keep(blank);
  return settled;
}
