import type { AppliesWhen, Obligation, QuestionGroup, Unbranded } from "#domain";
import { list, mapping, type Loose, type Path } from "../loose.ts";
import { noteUnread, type Ledger } from "./ledger.ts";
import type { Requirement } from "./requirement-tree.ts";
import { askedBy } from "./asked.ts";
import type { Reading } from "./scales.ts";
import { isTrue, numberOf, textOf, textsOf } from "./values.ts";

export type Weight = 1 | 2 | 3;

/** The weight of a requirement, or of one of its questions. */
export type WeightPlan = (node: Loose, question: Loose, path: Path) => Weight;

/**
 * Ours are 1, 2 and 3. A library's are kept where they are these; others are squeezed evenly between its lowest and its
 * highest. Where all weigh the same nothing is known, and 2 is assumed.
 */
export function planWeights(all: readonly Requirement[], ledger: Ledger): WeightPlan {
  const weights = new Set(all.flatMap(({ node }) => {
    const asked = askedBy(node);
    if (asked.length === 0) return isTrue(node["assessable"]) ? [weightOf(node, {})] : [];
    return asked.map(({ question }) => weightOf(node, question));
  }));
  const low = [...weights].reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY);
  const high = [...weights].reduce((most, weight) => Math.max(most, weight), 0);
  const isOurs = [...weights].every((weight) => weight === 1 || weight === 2 || weight === 3);
  return (node, question, path) => {
    const weight = weightOf(node, question);
    if (weights.size < 2) ledger.note("assumed", "weight", path);
    else if (!isOurs) ledger.note("squeezed", "weight", path);
    if (weights.size < 2) return 2;
    return nearest(isOurs ? weight : 1 + (2 * (weight - low)) / (high - low));
  };
}

/** What a question weighs within what its requirement weighs; 1 where nothing is said. */
function weightOf(node: Loose, question: Loose): number {
  const [outer, inner] = [numberOf(node["weight"]), numberOf(question["weight"])];
  return (outer !== null && outer > 0 ? outer : 1) * (inner !== null && inner > 0 ? inner : 1);
}

function nearest(weight: number): Weight {
  const rounded = Math.round(weight);
  return rounded <= 1 ? 1 : rounded === 2 ? 2 : 3;
}

const byImportance: ReadonlyMap<string, Obligation> = new Map([["mandatory", "must"], ["recommended", "should"], ["nice_to_have", "may"]]);

/** `should` where the library does not say. */
export function obligationOf(node: Loose, path: Path, ledger: Ledger): Obligation {
  const said = textOf(node["importance"]) ?? "";
  const known = byImportance.get(said);
  if (!known) ledger.note("assumed", "obligation", path);
  return known ?? "should";
}

export type GroupTag = Pick<QuestionGroup, "tag" | "name">;

/** In which profiles a requirement is in scope, and the tags that this takes. */
export interface GroupPlan {
  readonly scopeOf: (node: Loose, path: Path) => Unbranded<AppliesWhen> | null;
  /** every tag given, in the order of the file, with the name of its group */
  readonly tags: () => readonly GroupTag[];
  /** every group that limits a question, or would if it were not chosen, in the order of the file: at most 100 */
  readonly groups: () => readonly QuestionGroup[];
}

/** More than anyone chooses from. */
const mostGroups = 100;

const knownOfGroup = new Set(["ref_id", "name", "translations", "default_selected"]);

/**
 * A requirement limited to some of its framework's groups applies to systems that carry the tag `<framework>:<group>` of
 * one of them. One in all the groups, or in one that is chosen, applies to every system; where nobody chose, those that
 * the library selects by default are. A group is known by its `ref_id` whatever the case of its letters.
 */
export function planGroups(framework: Loose, name: string, path: Path, { voice, ledger, chosen }: Reading): GroupPlan {
  const place = [...path, "implementation_groups_definition"];
  const defined = list(framework["implementation_groups_definition"]).map(mapping).flatMap((group, index) => {
    noteUnread(ledger, group, knownOfGroup, [...place, index]);
    const ref = textOf(group["ref_id"]);
    return ref === null ? [] : [{ ref, isDefault: isTrue(group["default_selected"]), name: voice(group, "name", [...place, index]) }];
  });
  const byRef = new Map(defined.map((group) => [group.ref.toLowerCase(), group]));
  const given = new Map<string, GroupTag>();
  const met = new Map<string, QuestionGroup>();
  const tagOf = (group: string): GroupTag => ({ tag: `${name}:${group}`, name: byRef.get(group.toLowerCase())?.name ?? null });
  const isOpen = (group: string) => chosen?.has(tagOf(group).tag) ?? byRef.get(group.toLowerCase())?.isDefault ?? false;
  const count = (group: string) => {
    const { tag, name: said } = tagOf(group);
    const isDefault = byRef.get(group.toLowerCase())?.isDefault ?? false;
    met.set(tag, { tag, name: said, questions: (met.get(tag)?.questions ?? 0) + 1, isDefault });
  };
  const places = new Map(defined.map(({ ref }, index) => [tagOf(ref).tag, index]));
  const placeOf = ({ tag }: QuestionGroup) => places.get(tag) ?? defined.length;
  return {
    scopeOf: (node, own) => {
      const groups = new Set(textsOf(node["implementation_groups"]).map((said) => byRef.get(said.toLowerCase())?.ref ?? said));
      const holdsAll = defined.length > 0 && defined.every(({ ref }) => groups.has(ref));
      if (groups.size === 0 || holdsAll) return null;
      groups.forEach(count);
      if ([...groups].some(isOpen)) return null;
      const tags = [...groups].map(tagOf);
      for (const one of tags) {
        given.set(one.tag, one);
        ledger.note("group-tag", one.tag, [...own, "implementation_groups"]);
      }
      return { tags: tags.map(({ tag }) => tag) };
    },
    tags: () => [...given.values()],
    groups: () => [...met.values()].toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, mostGroups),
  };
}
