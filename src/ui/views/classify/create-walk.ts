import { batch, createMemo, createSignal, untrack, type Accessor } from "solid-js";
import {
  answersOf,
  classify,
  rewalk,
  walkTree,
  type ChoiceId,
  type Classification,
  type DecisionTree,
  type NodeId,
  type Profile,
  type Rewalk,
  type TreeNode,
  type TreeWalk,
} from "#domain";
import { useWorkbench, type KeptWalk } from "#workbench";
import { localToday } from "../local-today.ts";
import type { ClassifyHost } from "./classify-host.ts";

/** A way through one tree, as far as it is walked. All of it is kept in this browser until it is recorded or dropped. */
export interface Walk {
  readonly tree: DecisionTree;
  readonly walk: Accessor<TreeWalk>;
  /** the question before the person: one that is changed, else the first without an answer; null at the conclusion */
  readonly asked: Accessor<TreeNode | null>;
  readonly answerTo: (node: NodeId) => ChoiceId | undefined;
  readonly choose: (node: NodeId, choice: ChoiceId) => void;
  /** Asks a turn on the way once more; null goes on where the way ends. */
  readonly revisit: (node: NodeId | null) => void;
  /** the turn before the one that is asked, or null */
  readonly before: Accessor<NodeId | null>;
  readonly note: Accessor<string>;
  readonly setNote: (note: string) => void;
  readonly recorded: Accessor<Classification | null>;
  /** the recorded way in the tree that is here; null when none is recorded */
  readonly rewalked: Accessor<Rewalk | null>;
  /** whether way or note are other than recorded, or begun where nothing is */
  readonly isChanged: Accessor<boolean>;
  /** what recording would make of the profile; null before the conclusion */
  readonly profileAfter: Accessor<Profile | null>;
  /** Back to what is recorded, or to the start. */
  readonly startOver: () => void;
  /** whether startOver can be taken back; not any more once something is chosen */
  readonly canRestore: Accessor<boolean>;
  readonly restore: () => void;
  /** Records, throwing what the host throws. */
  readonly record: () => void;
}

export function createWalk(tree: DecisionTree, host: ClassifyHost): Walk {
  const { walks } = useWorkbench();
  const recorded = createMemo(() => host.classifications().find((one) => one.tree === tree.id) ?? null);
  const told = (): KeptWalk => ({ answers: answersOf(recorded()?.path ?? []), note: recorded()?.note ?? "" });
  const begun = untrack(() => walks.find(host.subject, tree.id) ?? told());
  const [answers, setAnswers] = createSignal(begun.answers);
  const [note, setNote] = createSignal(begun.note);
  const [revisited, revisit] = createSignal<NodeId | null>(null);
  const [dropped, setDropped] = createSignal<KeptWalk | null>(null);
  const walk = createMemo(() => walkTree(tree, answers()));
  const asked = createMemo(() => askedOn(walk(), revisited()));
  const before = createMemo(() => turnBefore(walk(), asked()));
  const rewalked = createMemo(() => rewalkOf(tree, recorded()));
  const isChanged = createMemo(() => !isAlike({ answers: answers(), note: note() }, told(), tree));
  const put = (next: KeptWalk) =>
    batch(() => {
      setAnswers(next.answers);
      setNote(next.note);
      walks.keep(host.subject, tree.id, isAlike(next, told(), tree) ? null : next);
    });
  const profileAfter = createMemo((): Profile | null => {
    const way = walk();
    const state = { profile: host.profile(), classifications: host.classifications() };
    return way.kind === "concluded" ? classify(tree, way, state, { on: localToday() }).profile : null;
  }, undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  return {
    tree,
    walk,
    asked,
    answerTo: (node) => (Object.hasOwn(answers(), node) ? answers()[node] : undefined),
    choose: (node, choice) =>
      batch(() => {
        put({ answers: { ...answers(), [node]: choice }, note: note() });
        setDropped(null);
        revisit(null);
      }),
    revisit,
    before,
    note,
    setNote: (text) => put({ answers: answers(), note: text }),
    recorded,
    rewalked,
    isChanged,
    profileAfter,
    startOver: () =>
      batch(() => {
        setDropped({ answers: answers(), note: note() });
        put(isChanged() && recorded() ? told() : { answers: {}, note: "" });
        revisit(null);
      }),
    canRestore: () => dropped() !== null,
    restore: () =>
      batch(() => {
        put(dropped() ?? told());
        setDropped(null);
        revisit(null);
      }),
    record: () => {
      const way = walk();
      if (way.kind !== "concluded") return;
      host.record(tree, way, { on: localToday(), note: note() });
      walks.keep(host.subject, tree.id, null);
    },
  };
}

function askedOn(way: TreeWalk, revisited: NodeId | null): TreeNode | null {
  return way.path.find(({ node }) => node.id === revisited)?.node ?? (way.kind === "asking" ? way.next : null);
}

function turnBefore({ path }: TreeWalk, asked: TreeNode | null): NodeId | null {
  const place = path.findIndex(({ node }) => node.id === asked?.id);
  return (place < 0 ? path.at(-1) : path[place - 1])?.node.id ?? null;
}

function rewalkOf(tree: DecisionTree, recorded: Classification | null): Rewalk | null {
  return recorded && rewalk(tree, recorded);
}

/** Answers off the way count for nothing. */
function isAlike(one: KeptWalk, other: KeptWalk, tree: DecisionTree): boolean {
  const wayOf = ({ answers }: KeptWalk) => walkTree(tree, answers).path.map(({ node, choice }) => [node.id, choice.id]);
  return one.note.trim() === other.note.trim() && JSON.stringify(wayOf(one)) === JSON.stringify(wayOf(other));
}
