import { isEffectiveOn, type Block, type Evidence, type EvidenceId, type Line, type Row } from "#domain";
import { anchorTo } from "../anchors.ts";
import { cell, code, joined, line, linkTo, quiet, strong } from "../lines.ts";
import { anchorOf, cut, paragraph, partHeading } from "../question-lines.ts";
import type { Entry, ReportContext } from "../report-context.ts";
import { whyNotEffective } from "./open-points.ts";

/** Every piece of evidence once, with what identifies it and which questions stand on it. */
export function composeEvidence(context: ReportContext, limit?: number): readonly Block[] {
  const { texts, input } = context;
  const { evidence, words } = texts;
  const users = usersOf(context);
  const { shown, note } = cut(context, [...context.evidence.values()], limit);
  return [
    partHeading("evidence", evidence.title),
    paragraph(evidence.intro(words.date(input.assessment.assessedAt))),
    ...note,
    {
      kind: "table",
      title: evidence.table,
      columns: [
        { title: evidence.name, width: 0.25 },
        { title: evidence.source, width: 0.27 },
        { title: evidence.period, width: 0.18 },
        { title: evidence.inForce, width: 0.13 },
        { title: evidence.usedBy, width: 0.17 },
      ],
      rows: shown.map((one) => evidenceRow(context, one, users.get(one.id) ?? [])),
      empty: evidence.empty,
    },
  ];
}

function usersOf({ chapters }: ReportContext): ReadonlyMap<EvidenceId, readonly Entry[]> {
  const users = new Map<EvidenceId, Entry[]>();
  for (const entry of chapters.flatMap((chapter) => chapter.entries)) {
    for (const id of new Set(entry.answer?.evidence ?? [])) {
      const known = users.get(id);
      if (known) known.push(entry);
      else users.set(id, [entry]);
    }
  }
  return users;
}

function evidenceRow(context: ReportContext, one: Evidence, users: readonly Entry[]): Row {
  const { texts, input } = context;
  const { evidence, words } = texts;
  const day = input.assessment.assessedAt;
  const links = users.map((entry) => line(linkTo(anchorOf("question", entry), entry.question.id)));
  const description = one.description?.trim() ?? "";
  const reason = whyNotEffective(one, day, texts);
  return {
    anchor: anchorTo("evidence", one.id),
    cells: [
      cell(joined([line(strong(one.name || one.id)), line(code(one.id)), line(description)], "\n")),
      cell(sourceLine(context, one)),
      cell(periodOf(context, one)),
      cell(isEffectiveOn(one, day) ? words.yes : [words.no, reason && `${words.colon}${reason}`]),
      cell(links.length > 0 ? joined(links, words.listComma) : quiet(evidence.unused)),
    ],
  };
}

function sourceLine({ texts }: ReportContext, one: Evidence): Line {
  const kind = texts.words.evidenceKind[one.kind];
  switch (one.kind) {
    case "file": {
      const facts = [one.mediaType ?? "", one.size === undefined ? "" : texts.evidence.bytes(one.size)];
      const about = facts.filter((fact) => fact !== "").join(texts.words.listComma);
      return joined([line(kind), line(quiet("SHA-256 "), code(one.sha256)), line(quiet(about))], "\n");
    }
    case "link":
      return joined([line(kind), line(code(one.url))], "\n");
    case "statement":
      return line(kind);
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
