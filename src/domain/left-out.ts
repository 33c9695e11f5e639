/** What of a foreign library did not reach our checklists as it was, gathered by kind. */
export interface LeftOut {
  /** where it is met first: `objects.framework.requirement_nodes.3.threats` */
  readonly path: string;
  /** from 1 */
  readonly line: number;
  /** the key, language or tag; of what was filled in or assumed, our own key */
  readonly what: string;
  readonly why: LeftOutReason;
  /** how often, at least 1 */
  readonly count: number;
}

export type LeftOutReason = (typeof leftOutReasons)[number];

export const leftOutReasons = [
  // not there any more
  "no-place",
  "other-kind",
  "no-question",
  "other-language",
  "not-scored",
  // there, but not as it was
  "squeezed",
  "reordered",
  "not-applicable",
  "group-tag",
  "simplified-chinese",
  // there, and never was in the file
  "copied-language",
  "filled-in",
  "assumed",
] as const;
