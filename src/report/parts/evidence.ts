import { isEffectiveOn, type Block, type Evidence, type EvidenceId, type Line, type ReportEntry } from "#domain";
import { anchorTo } from "../anchors.ts";
import { code, joined, line, linkTo, quiet, strong } from "../lines.ts";
import { anchorOf, cut, paragraph, partHeading } from "../question-lines.ts";
import type { Entry, PartOptions, ReportContext } from "../report-context.ts";
import { whyNotEffective } from "./open-points.ts";

/** Every piece of evidence once, with what identifies it and which questions stand on it. */
export function composeEvidence(context: ReportContext, { limit }: PartOptions): readonly Block[] {
  const { texts, input } = context;
  const { evidence, words } = texts;
  const users = usersOf(context);
  const all = [...context.evidence.values()];
  const isWhole = input.template.checklists === undefined;
  const { shown, note } = cut(context, isWhole ? all : all.filter(({ id }) => users.has(id)), limit);
  const intro = isWhole ? evidence.intro : evidence.introOfControls;
  return [
    partHeading("evidence", evidence.title),
    paragraph(intro(words.date(input.assessment.assessedAt))),
    ...note,
    ...(shown.length === 0 ? [paragraph(evidence.empty, "quiet")] : []),
    { kind: "entries", title: evidence.table, rows: shown.map((one) => evidenceEntry(context, one, users.get(one.id) ?? [])) },
  ];
}

/** Which questions stand on each piece; of a template for controls only, which controls. */
function usersOf({ chapters, input }: ReportContext): ReadonlyMap<EvidenceId, readonly Entry[]> {
  const users = new Map<EvidenceId, Entry[]>();
  const isMeant = ({ question }: Entry) => input.template.checklists === undefined || question.control !== undefined;
  for (const entry of chapters.flatMap((chapter) => chapter.entries).filter(isMeant)) {
    for (const id of new Set(entry.answer?.evidence ?? [])) {
      const known = users.get(id);
      if (known) known.push(entry);
      else users.set(id, [entry]);
    }
  }
  return users;
}

function evidenceEntry(context: ReportContext, one: Evidence, users: readonly Entry[]): ReportEntry {
  const { texts } = context;
  const { evidence, words } = texts;
  const links = users.map((entry) => line(linkTo(anchorOf("question", entry), entry.question.id)));
  return {
    anchor: anchorTo("evidence", one.id),
    name: line(strong(one.id)),
    about: joined([line(words.evidenceKind[one.kind]), line(periodOf(context, one)), line(inForceOf(context, one))], "\n"),
    title: line(one.name || one.id),
    body: joined([line(one.description?.trim() ?? ""), sourceLine(context, one)], "\n"),
    foot: line(`${evidence.usedBy}${words.colon}`, links.length > 0 ? joined(links, words.listComma) : evidence.unused),
  };
}

function inForceOf({ texts, input }: ReportContext, one: Evidence): string {
  const { evidence, words } = texts;
  const day = input.assessment.assessedAt;
  const reason = whyNotEffective(one, day, texts);
  const isInForce = isEffectiveOn(one, day) ? words.yes : `${words.no}${reason && `${words.colon}${reason}`}`;
  return `${evidence.inForce}${words.colon}${isInForce}`;
}

function sourceLine({ texts }: ReportContext, one: Evidence): Line {
  switch (one.kind) {
    case "file": {
      const facts = [one.mediaType ?? "", one.size === undefined ? "" : texts.evidence.bytes(one.size)];
      const about = facts.filter((fact) => fact !== "").join(texts.words.listComma);
      return joined([line(quiet("SHA-256 "), code(one.sha256)), line(quiet(about))], "\n");
    }
    case "link":
      return line(code(one.url));
    case "statement":
      return [];
    default:
      return one satisfies never;
  }
}

function periodOf({ texts }: ReportContext, { effectiveFrom, expires }: Evidence): string {
  const { evidence, words } = texts;
  const bounds = [
    effectiveFrom ? evidence.from(words.date(effectiveFrom)) : "",
    expires ? evidence.until(words.date(expires)) : "",
  ];
  return bounds.filter((bound) => bound !== "").join("\n") || evidence.unlimited;
}
