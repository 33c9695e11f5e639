import { namesPhases, sayTag, type Block, type IntervalMark } from "#domain";
import { anchorTo } from "../anchors.ts";
import { coverageOf, evidencedOf, markOf } from "../figures.ts";
import { clip } from "../clip.ts";
import { viewOf } from "../lifecycle.ts";
import { line } from "../lines.ts";
import type { Chapter, ReportContext } from "../report-context.ts";
import { classificationFact, tierByClassification } from "./classification.ts";

/** What the first page can hold, in ems; whatever is longer is printed in full by `composeSystem`. */
const longest = { name: 60, purpose: 180, fact: 60 };

export function composeCover(context: ReportContext): readonly Block[] {
  const { input, texts, chapters } = context;
  const { system } = input.assessment;
  return [
    {
      kind: "cover",
      eyebrow: input.template.checklists === undefined ? texts.cover.eyebrow : input.template.title[input.language],
      title: systemName(context),
      subtitle: clip(system.purpose.trim(), longest.purpose) || texts.cover.noPurpose,
      facts: coverFacts(context).map(({ label, value }) => ({ label, value: clip(value, longest.fact) })),
      marks: chapters.map((chapter) => coverMark(context, chapter)),
      legend: texts.bar.legend,
    },
  ];
}

/** In full what the cover had to clip; nothing when it had not. */
export function composeSystem(context: ReportContext): readonly Block[] {
  const { input, texts } = context;
  const { name, purpose } = input.assessment.system;
  const told = [
    { label: texts.cover.system, value: name.trim(), most: longest.name },
    { label: texts.cover.purpose, value: purpose.trim(), most: longest.purpose },
    ...coverFacts(context).map((fact) => ({ ...fact, most: longest.fact })),
  ];
  const clipped = told.filter(({ value, most }) => clip(value, most) !== value);
  if (clipped.length === 0) return [];
  return [
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
  { title, checklist, result }: Chapter,
): { readonly label: string; readonly mark: IntervalMark; readonly note: string } {
  const { words, bar } = texts;
  const standing = [words.version(checklist.version), bar.note(coverageOf(result.total), evidencedOf(result.total))].join(words.semicolon);
  return {
    label: title,
    mark: markOf(result.total, result.blocked),
    note: result.blocked ? `${bar.blocked}${words.semicolon}${standing}` : standing,
  };
}

function coverFacts(context: ReportContext): readonly { readonly label: string; readonly value: string }[] {
  const { input, texts } = context;
  const { assessment, template, language, provenance } = input;
  const { profile, system } = assessment;
  const { words, cover } = texts;
  const tags = (profile.tags ?? []).map((tag) => sayTag(words, tag));
  const view = namesPhases(template) ? viewOf(context) : null;
  const list = (items: readonly string[]) => items.join(words.listComma);
  return [
    { label: cover.owner, value: system.owner?.trim() || words.notStated },
    { label: cover.tier, value: tierOf(context) },
    ...assessment.classifications.map((one) => ({ label: texts.classification.title, value: classificationFact(context, one) })),
    { label: cover.roles, value: list((profile.role ?? []).map((role) => words.role[role])) || words.notStated },
    { label: cover.sector, value: profile.sector?.trim() || words.notStated },
    { label: cover.tags, value: list(tags) || words.none },
    { label: cover.assessedOn, value: words.date(assessment.assessedAt) },
    { label: cover.report, value: `${template.title[language]}${words.inBrackets(words.version(template.version))}` },
    ...(view ? [{ label: cover.lifecycle, value: view.title[language] }] : []),
    { label: cover.preparedOn, value: words.moment(provenance.createdAt) },
  ];
}

function tierOf(context: ReportContext): string {
  const { texts, policy, input } = context;
  const { tier } = input.assessment.profile;
  const said = tier === undefined ? texts.cover.tierAssumed(texts.words.tier[policy.tierWhenUnknown]) : texts.words.tier[tier];
  const classified = tierByClassification(context);
  return classified ? texts.classification.tierDiffers(said, texts.words.tier[classified]) : said;
}
