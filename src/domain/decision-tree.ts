import { tiers, type Role, type Source, type Tier } from "./checklist.ts";
import type { ChoiceId, ConclusionId, DecisionTreeId, NodeId } from "./ids.ts";
import type { CalendarDate, Instant, LocalText } from "./text.ts";

/** What a turn of the tree would enter in the profile; a person accepts it. */
export interface ProfileSettings {
  readonly tier?: Tier;
  readonly role?: readonly Role[];
  readonly tags?: readonly string[];
}

/** An answer on offer. It has exactly one of `next` and `conclude`. */
export interface Choice {
  readonly id: ChoiceId;
  readonly label: LocalText;
  readonly next?: NodeId;
  readonly conclude?: ConclusionId;
  readonly sets?: ProfileSettings;
}

export interface TreeNode {
  readonly id: NodeId;
  /** the article that the turn rests on */
  readonly ref: string;
  readonly question: LocalText;
  readonly help: LocalText;
  readonly answers: readonly Choice[];
}

export interface Conclusion {
  readonly id: ConclusionId;
  readonly ref: string;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly sets?: ProfileSettings;
}

/** `checklists/*-tier.yaml`, `checklists/*-path.yaml`: every node is reached from `start`, and no way leads in a circle. */
export interface DecisionTree {
  readonly format: "assay-decision-tree/1";
  readonly id: DecisionTreeId;
  readonly version: string;
  readonly title: LocalText;
  readonly source: Source;
  readonly start: NodeId;
  readonly nodes: readonly [TreeNode, ...TreeNode[]];
  readonly conclusions: readonly Conclusion[];
}

/** What an overview shows of a tree before it is opened. */
export interface DecisionTreeSummary {
  readonly id: DecisionTreeId;
  readonly version: string;
  readonly title: LocalText;
  readonly conclusions: readonly Pick<Conclusion, "id" | "ref" | "title">[];
}

/** A turn taken. */
export interface Turn {
  readonly node: TreeNode;
  readonly choice: Choice;
}

/**
 * That a tree was walked to its end, and what came of it: the way can be walked again, in this version of the tree or in a
 * later one, to see what would be different.
 */
export interface Classification {
  readonly tree: DecisionTreeId;
  readonly version: string;
  /** the turns taken, from the start to the conclusion */
  readonly path: readonly { readonly node: NodeId; readonly choice: ChoiceId }[];
  readonly conclusion: ConclusionId;
  /** what the turns and the conclusion set together */
  readonly sets: ProfileSettings;
  /** what of `sets` nobody had entered by hand: a later classification by this tree may take it out again; absent: all of it */
  readonly entered?: ProfileSettings;
  readonly on: CalendarDate;
  /** why, in the words of whoever walked it */
  readonly note?: string;
  readonly by?: string;
  readonly at?: Instant;
}

/** How far the answers lead. `sets` is what all turns, and the conclusion, set together. */
export type TreeWalk =
  | { readonly kind: "asking"; readonly path: readonly Turn[]; readonly sets: ProfileSettings; readonly next: TreeNode }
  | { readonly kind: "concluded"; readonly path: readonly Turn[]; readonly sets: ProfileSettings; readonly conclusion: Conclusion };

export type ConcludedWalk = Extract<TreeWalk, { readonly kind: "concluded" }>;

export function summarizeTree({ id, version, title, conclusions }: DecisionTree): DecisionTreeSummary {
  return { id, version, title, conclusions: conclusions.map((one) => ({ id: one.id, ref: one.ref, title: one.title })) };
}

/**
 * Walks from the start as far as the answers lead. Answers to nodes off the way count for nothing; an answer that its
 * node does not offer is none. Total: where an unchecked tree breaks off or turns in a circle, the walk stops and asks.
 */
export function walkTree(tree: DecisionTree, answers: Readonly<Record<NodeId, ChoiceId>>): TreeWalk {
  const nodes = new Map(tree.nodes.map((node) => [node.id, node]));
  const passed = new Set<NodeId>();
  const path: Turn[] = [];
  let node = nodes.get(tree.start) ?? tree.nodes[0];
  for (;;) {
    const choice = chosen(node, answers);
    passed.add(node.id);
    if (!choice) return { kind: "asking", path, sets: settingsOf(path), next: node };
    const conclusion = tree.conclusions.find((one) => one.id === choice.conclude);
    if (conclusion) {
      const whole = [...path, { node, choice }];
      return { kind: "concluded", path: whole, sets: settingsOf(whole, conclusion), conclusion };
    }
    const next = choice.next === undefined ? undefined : nodes.get(choice.next);
    if (!next || passed.has(next.id)) return { kind: "asking", path, sets: settingsOf(path), next: node };
    path.push({ node, choice });
    node = next;
  }
}

function chosen(node: TreeNode, answers: Readonly<Record<NodeId, ChoiceId>>): Choice | undefined {
  if (!Object.hasOwn(answers, node.id)) return undefined;
  return node.answers.find((choice) => choice.id === answers[node.id]);
}

/** The strictest tier, and every role and tag, that any turn or the conclusion sets. */
function settingsOf(path: readonly Turn[], conclusion?: Conclusion): ProfileSettings {
  const all = [...path.map((turn) => turn.choice), ...(conclusion ? [conclusion] : [])].flatMap((one) => one.sets ?? []);
  const tier = tiers.findLast((one) => all.some((sets) => sets.tier === one));
  const role = [...new Set(all.flatMap((sets) => sets.role ?? []))];
  const tags = [...new Set(all.flatMap((sets) => sets.tags ?? []))];
  return { ...(tier ? { tier } : {}), ...(role.length > 0 ? { role } : {}), ...(tags.length > 0 ? { tags } : {}) };
}
