import { readVersion } from "./read-version.ts";

/**
 * semver.org 2.0.0, precedence: below 0 when `a` comes before `b`, above 0 when after, 0 when neither (a build after `+`
 * does not count). Total: what is no semantic version comes before all that is, and such are ordered as text.
 */
export function orderVersions(a: string, b: string): number {
  const [one, other] = [readVersion(a), readVersion(b)];
  if (!one || !other) return one ? 1 : other ? -1 : compareText(a, b);
  for (const [place, number] of one.numbers.entries()) {
    const order = compareNumbers(number, other.numbers[place] ?? "0");
    if (order !== 0) return order;
  }
  return comparePreReleases(one.preRelease, other.preRelease);
}

/** A version without a pre-release comes after those with one. */
function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [place, word] of a.entries()) {
    const other = b[place];
    if (other === undefined) return 1;
    const order = compareIdentifiers(word, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifiers(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumber && isOtherNumber) return compareNumbers(a, b);
  return isNumber ? -1 : isOtherNumber ? 1 : compareText(a, b);
}

function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
  return one.length - other.length || compareText(one, other);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
