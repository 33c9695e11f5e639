import type { Block, IntervalMark } from "#domain";
import { anchorTo } from "../anchors.ts";
import { coverageOf, evidencedOf, markOf } from "../figures.ts";
import { line } from "../lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";

/** What the first page can hold; whatever is longer follows it in full. */
const longest = { name: 120, purpose: 400, fact: 160 };

export function composeCover(context: ReportContext): readonly Block[] {
  const { input, texts, chapters } = context;
  const { system } = input.assessment;
  const facts = coverFacts(context);
  const cover: Block = {
    kind: "cover",
    eyebrow: texts.cover.eyebrow,
    title: systemName(context),
    subtitle: clip(system.purpose.trim() || texts.cover.noPurpose, longest.purpose),
    facts: facts.map(({ label, value }) => ({ label, value: clip(value, longest.fact) })),
    marks: chapters.map((chapter) => coverMark(context, chapter)),
    legend: texts.bar.legend,
  };
  const clipped = [
    ...(system.name.trim().length > longest.name ? [{ label: texts.cover.system, value: system.name }] : []),
    ...(system.purpose.trim().length > longest.purpose ? [{ label: texts.cover.purpose, value: system.purpose }] : []),
    ...facts.filter(({ value }) => value.length > longest.fact),
  ];
  if (clipped.length === 0) return [cover];
  return [
    cover,
    { kind: "page-break" },
    { kind: "heading", level: 1, text: texts.cover.inFull, anchor: anchorTo("part", "system") },
    { kind: "facts", rows: clipped.map(({ label, value }) => ({ label, line: line(value) })) },
  ];
}

/** The system's name on one line, short enough for a running head's shelf; a word for it when there is none. */
export function systemName({ input, texts }: ReportContext): string {
  return clip(input.assessment.system.name.trim().replace(/\s+/g, " "), longest.name) || texts.cover.unnamed;
}

function coverMark(
  { texts }: ReportContext,
  { title, result }: Chapter,
): { readonly label: string; readonly mark: IntervalMark; readonly note: string } {
  const standing = texts.bar.note(coverageOf(result.total), evidencedOf(result.total));
  return {
    label: title,
    mark: markOf(result.total, result.blocked),
    note: result.blocked ? `${texts.bar.blocked}${texts.words.stop}${standing}` : standing,
  };
}

function coverFacts(context: ReportContext): readonly { readonly label: string; readonly value: string }[] {
  const { input, texts, chapters } = context;
  const { assessment, template, language, provenance } = input;
  const { profile, system } = assessment;
  const { words, cover } = texts;
  const tags = (profile.tags ?? []).map((tag) => (Object.hasOwn(words.tag, tag) ? (words.tag[tag] ?? tag) : tag));
  const titles = chapters.map(({ title, checklist }) => `${title}${words.inBrackets(words.version(checklist.version))}`);
  const list = (items: readonly string[]) => items.join(words.listComma);
  return [
    { label: cover.owner, value: system.owner?.trim() || words.notStated },
    { label: cover.tier, value: tierOf(context) },
    { label: cover.roles, value: list((profile.role ?? []).map((role) => words.role[role])) || words.notStated },
    { label: cover.sector, value: profile.sector?.trim() || words.notStated },
    { label: cover.tags, value: list(tags) || words.none },
    { label: cover.assessedOn, value: words.date(assessment.assessedAt) },
    { label: cover.checklists, value: list(titles) || words.none },
    { label: cover.report, value: `${template.title[language]}${words.inBrackets(words.version(template.version))}` },
    { label: cover.preparedOn, value: words.moment(provenance.createdAt) },
  ];
}

function tierOf({ texts, policy, input }: ReportContext): string {
  const { tier } = input.assessment.profile;
  return tier === undefined ? texts.cover.tierAssumed(texts.words.tier[policy.tierWhenUnknown]) : texts.words.tier[tier];
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed().replace(/\uFFFD$/, "").trimEnd()}…`;
}
