import { leftOutReasons, type LeftOut, type LeftOutReason } from "#domain";
import type { Loose, Path } from "../loose.ts";

/** Keeps account of what is not carried over as it was, one line for each kind of thing. */
export interface Ledger {
  readonly note: (why: LeftOutReason, what: string, path: Path) => void;
  /** by reason, then by line */
  readonly entries: () => readonly LeftOut[];
}

/** More kinds for one reason than anyone reads; a hostile file may have a million. */
const mostKinds = 100;
const longestName = 80;

export function createLedger(lineOf: (path: Path) => number): Ledger {
  const byReason = new Map(leftOutReasons.map((why) => [why, new Map<string, LeftOut>()]));
  return {
    note: (why, what, path) => {
      const kinds = byReason.get(why) ?? new Map<string, LeftOut>();
      const name = shorten(what);
      const kept = kinds.size >= mostKinds && !kinds.has(name) ? "…" : name;
      const entry = kinds.get(kept) ?? { path: path.map(String).join("."), line: lineOf(path), what: kept, why, count: 0 };
      kinds.set(kept, { ...entry, count: entry.count + 1 });
    },
    entries: () => [...byReason.values()].flatMap((kinds) => [...kinds.values()].toSorted((a, b) => a.line - b.line)),
  };
}

/** Notes every key of `holder` that says something and is not among `known`. */
export function noteUnread(ledger: Ledger, holder: Loose, known: ReadonlySet<string>, path: Path): void {
  for (const [key, value] of Object.entries(holder)) {
    if (!known.has(key) && !isBlank(value)) ledger.note("no-place", key, [...path, key]);
  }
}

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join("")}…` : name;
}
