import type { LocalText, Question, Section, Unbranded } from "#domain";
import { noteUnread } from "./ledger.ts";
import { nameOf } from "./names.ts";
import { readQuestions, type Plans } from "./questions.ts";
import type { Requirement } from "./requirement-tree.ts";
import { textOf } from "./values.ts";
import { firstSentence, subtitle } from "./voice.ts";

type LooseSection = Unbranded<Section>;
type LooseQuestion = Unbranded<Question>;

/** What becomes of a requirement: a section, or questions of the section above it. */
interface Part {
  readonly section: LooseSection | null;
  readonly questions: readonly LooseQuestion[];
}

/** As deep as sections may be nested. */
const mostDepth = 8;

const knownOfHeading = new Set([
  "urn", "parent_urn", "ref_id", "name", "description", "annotation", "typical_evidence", "assessable", "depth", "translations",
]);

const knownOfRequirement = new Set([
  ...knownOfHeading, "implementation_groups", "weight", "importance", "min_score", "max_score", "scores_definition_ref", "target_score", "questions", "question",
]);

/** What a section says beside its title has no place in our format. */
const unsaid = ["description", "annotation", "typical_evidence"] as const;

/** The sections of a framework; requirements at its top that are one question each share one section, `title`. */
export function readSections(roots: readonly Requirement[], title: { readonly id: string; readonly ref: string; readonly title: LocalText }, plans: Plans): readonly LooseSection[] {
  const { sections, questions } = gather(roots, 1, plans);
  return questions.length > 0 ? [{ ...title, questions: [...questions] }, ...sections] : sections;
}

/** Questions come before sections in our format, whatever their order in the file. */
function gather(requirements: readonly Requirement[], depth: number, plans: Plans): { readonly sections: readonly LooseSection[]; readonly questions: readonly LooseQuestion[] } {
  const sections: LooseSection[] = [];
  const questions: LooseQuestion[] = [];
  for (const requirement of requirements) {
    const part = readPart(requirement, depth, plans);
    if (part.questions.length > 0 && sections.length > 0) plans.ledger.note("reordered", "requirement_nodes", requirement.path);
    if (part.section) sections.push(part.section);
    questions.push(...part.questions);
  }
  return { sections, questions };
}

function readPart(requirement: Requirement, depth: number, plans: Plans): Part {
  const { node, path, children } = requirement;
  const own = readQuestions(requirement, plans);
  noteUnread(plans.ledger, node, own.length > 0 ? knownOfRequirement : knownOfHeading, path);
  if (children.length === 0 && own.length === 1) return { section: null, questions: own };
  const below = depth < mostDepth ? gather(children, depth + 1, plans) : flatten(children, plans);
  const questions = [...own, ...below.questions];
  if (questions.length + below.sections.length === 0) {
    plans.ledger.note("no-question", "requirement_nodes", path);
    return { section: null, questions: [] };
  }
  const section = {
    ...titleOf(requirement, own.length > 0, plans),
    ...(below.sections.length > 0 ? { sections: [...below.sections] } : {}),
    ...(questions.length > 0 ? { questions } : {}),
  };
  return { section, questions: [] };
}

/** Longer descriptions are no part of a heading. */
const longestSubtitle = 120;

/** The id of an assessable requirement is its question's. What its questions do not repeat of it is left out. */
function titleOf({ urn, node, path }: Requirement, asks: boolean, plans: Plans): Pick<LooseSection, "id" | "ref" | "title"> {
  const id = plans.nameOf(asks ? `${urn}:section` : urn);
  const ref = textOf(node["ref_id"]) ?? nameOf(urn);
  const name = plans.voice(node, "name", path);
  const isShort = (textOf(node["description"]) ?? "").length <= longestSubtitle;
  const description = name && (asks || !isShort) ? null : plans.voice(node, "description", path);
  const { first, rest } = description ? firstSentence(description) : { first: null, rest: null };
  const isSaid = first !== null && rest === null;
  const left = asks ? [] : unsaid.filter((key) => textOf(node[key]) !== null && !(isSaid && key === "description"));
  for (const key of left) plans.ledger.note("no-place", key, [...path, key]);
  return { id, ref, title: name && isSaid ? subtitle(name, first) : (name ?? first ?? { en: ref, "zh-TW": ref }) };
}

/** Every question below, without recursion: what lies deeper than our sections may is as deep as it likes. */
function flatten(requirements: readonly Requirement[], plans: Plans): { readonly sections: readonly []; readonly questions: readonly LooseQuestion[] } {
  const questions: LooseQuestion[] = [];
  const open = requirements.toReversed();
  for (let one = open.pop(); one; one = open.pop()) {
    const own = readQuestions(one, plans);
    noteUnread(plans.ledger, one.node, own.length > 0 ? knownOfRequirement : knownOfHeading, one.path);
    if (own.length === 0 || one.children.length > 0) plans.ledger.note("squeezed", "depth", one.path);
    questions.push(...own);
    for (const child of one.children.toReversed()) open.push(child);
  }
  return { sections: [], questions };
}
