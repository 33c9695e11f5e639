import type { ChoiceId, DecisionTreeId, NodeId } from "#domain";

/** Ways that are not recorded yet, kept in this browser; `subject` is an assessment's id, or says that there is none yet. */
export interface Walks {
  readonly find: (subject: string, tree: DecisionTreeId) => KeptWalk | null;
  /** null drops it */
  readonly keep: (subject: string, tree: DecisionTreeId, walk: KeptWalk | null) => void;
  readonly dropAll: (subject: string) => void;
}

/** A way through a tree that was begun or changed and not recorded. */
export interface KeptWalk {
  readonly answers: Readonly<Record<NodeId, ChoiceId>>;
  readonly note: string;
}
