import type { Profile } from "./assessment.ts";
import type { Tier } from "./checklist.ts";
import { walkTree, type Classification, type ConcludedWalk, type DecisionTree, type ProfileSettings, type TreeWalk } from "./decision-tree.ts";
import type { ChoiceId, DecisionTreeId, NodeId } from "./ids.ts";
import type { CalendarDate } from "./text.ts";

/** A classification, and the profile with what it enters. */
export interface Classified {
  readonly classification: Classification;
  readonly profile: Profile;
}

/**
 * What recording a walk makes of a profile. The tier is replaced; roles and tags are added. What only an earlier
 * classification by the same tree had entered goes out unless this one sets it too; what a person entered by hand stays.
 */
export function classify(
  tree: Pick<DecisionTree, "id" | "version">,
  walk: ConcludedWalk,
  before: { readonly profile: Profile; readonly classifications: readonly Classification[] },
  said: { readonly on: CalendarDate; readonly note?: string },
): Classified {
  const { profile, entered } = enterSettings(before.profile, walk.sets, tree.id, before.classifications);
  const note = said.note?.trim();
  const classification: Classification = {
    tree: tree.id,
    version: tree.version,
    path: walk.path.map(({ node, choice }) => ({ node: node.id, choice: choice.id })),
    conclusion: walk.conclusion.id,
    sets: walk.sets,
    entered,
    on: said.on,
    ...(note ? { note } : {}),
  };
  return { classification, profile };
}

/** The answers by which the way can be walked again. */
export function answersOf(path: Classification["path"]): Readonly<Record<NodeId, ChoiceId>> {
  return Object.fromEntries(path.map(({ node, choice }) => [node, choice]));
}

/** A recorded way walked in a tree that may have changed since. `followed` counts the turns that are as they were recorded. */
export interface Rewalk {
  readonly walk: TreeWalk;
  readonly followed: number;
  /** whether the recorded way leads to the recorded conclusion still, and sets the same */
  readonly isSame: boolean;
}

export function rewalk(tree: DecisionTree, recorded: Classification): Rewalk {
  const walk = walkTree(tree, answersOf(recorded.path));
  const parting = recorded.path.findIndex(({ node, choice }, place) => {
    const turn = walk.path[place];
    return turn?.node.id !== node || turn.choice.id !== choice;
  });
  const followed = parting < 0 ? recorded.path.length : parting;
  const isWhole = walk.kind === "concluded" && walk.path.length === followed && followed === recorded.path.length;
  return { walk, followed, isSame: isWhole && walk.conclusion.id === recorded.conclusion && setsAlike(walk.sets, recorded.sets) };
}

/** What a classification set and the profile does not say any more; null when it says all of it. */
export function departureOf(profile: Profile, { sets }: Pick<Classification, "sets">): ProfileSettings | null {
  const lost = {
    ...(sets.tier !== undefined && sets.tier !== profile.tier ? { tier: sets.tier } : {}),
    ...filled("role", (sets.role ?? []).filter((one) => !profile.role?.includes(one))),
    ...filled("tags", (sets.tags ?? []).filter((one) => !profile.tags?.includes(one))),
  };
  return Object.keys(lost).length > 0 ? lost : null;
}

/** How many questions may still be asked from `node` on, itself among them, on the longest way. Total on an unchecked tree. */
export function turnsAhead(tree: DecisionTree, node: NodeId): number {
  const nodes = new Map(tree.nodes.map((one) => [one.id, one]));
  const known = new Map<NodeId, number>();
  const measure = (id: NodeId): number => {
    const found = nodes.get(id);
    if (!found) return 0;
    const measured = known.get(id);
    if (measured !== undefined) return measured;
    known.set(id, 0);
    const longest = Math.max(0, ...found.answers.map((choice) => (choice.next === undefined ? 0 : measure(choice.next))));
    known.set(id, longest + 1);
    return longest + 1;
  };
  return measure(node);
}

/** `entered` is what of `sets` is not there by hand. */
function enterSettings(
  profile: Profile,
  sets: ProfileSettings,
  tree: DecisionTreeId,
  known: readonly Classification[],
): { readonly profile: Profile; readonly entered: ProfileSettings } {
  const others = known.filter((one) => one.tree !== tree);
  const role = unite(profile.role, sets.role, known.flatMap((one) => enteredBy(one).role ?? []), others.flatMap((one) => one.sets.role ?? []));
  const tags = unite(profile.tags, sets.tags, known.flatMap((one) => enteredBy(one).tags ?? []), others.flatMap((one) => one.sets.tags ?? []));
  const tier = tierOf(profile.tier, sets.tier, known, others);
  const { tier: _tier, role: _role, tags: _tags, ...rest } = profile;
  return {
    profile: { ...(tier.now ? { tier: tier.now } : {}), ...filled("role", role.now), ...filled("tags", tags.now), ...rest },
    entered: { ...(tier.entered ? { tier: tier.entered } : {}), ...filled("role", role.entered), ...filled("tags", tags.entered) },
  };
}

function unite<Word extends string>(
  had: readonly Word[] = [],
  set: readonly Word[] = [],
  entered: readonly Word[],
  held: readonly Word[],
): { readonly now: readonly Word[]; readonly entered: readonly Word[] } {
  const byHand = had.filter((one) => !entered.includes(one));
  const kept = had.filter((one) => byHand.includes(one) || held.includes(one) || set.includes(one));
  return { now: [...new Set([...kept, ...set])], entered: set.filter((one) => !byHand.includes(one)) };
}

function tierOf(
  had: Tier | undefined,
  set: Tier | undefined,
  known: readonly Classification[],
  others: readonly Classification[],
): { readonly now: Tier | undefined; readonly entered: Tier | undefined } {
  const isByHand = !known.some((one) => enteredBy(one).tier === had);
  const stays = isByHand || others.some((one) => one.sets.tier === had);
  return { now: set ?? (stays ? had : undefined), entered: isByHand && had === set ? undefined : set };
}

function enteredBy({ entered, sets }: Classification): ProfileSettings {
  return entered ?? sets;
}

function filled<Key extends string, Word>(key: Key, words: readonly Word[]): { readonly [Name in Key]?: readonly Word[] } {
  return (words.length > 0 ? { [key]: words } : {}) as { readonly [Name in Key]?: readonly Word[] };
}

function setsAlike(one: ProfileSettings, other: ProfileSettings): boolean {
  const alike = (a: readonly string[] = [], b: readonly string[] = []) => a.length === b.length && a.every((word) => b.includes(word));
  return one.tier === other.tier && alike(one.role, other.role) && alike(one.tags, other.tags);
}
