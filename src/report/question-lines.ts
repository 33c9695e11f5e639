import type { Block, EvidenceId, Line } from "#domain";
import { anchorTo, type AnchorKind } from "./anchors.ts";
import { joined, line, linkTo, quiet, strong } from "./lines.ts";
import type { Chapter, Entry, ReportContext } from "./report-context.ts";

export function anchorOf(kind: AnchorKind, entry: Entry): string {
  return anchorTo(kind, entry.checklist, entry.question.id);
}

/** The question's id, linked to the row that says most of it, and its text. */
export function questionLine({ input, texts }: ReportContext, entry: Entry): Line {
  const { id, knockout, text } = entry.question;
  return line(
    linkTo(anchorOf("question", entry), id, "strong"),
    knockout ? [quiet(texts.words.listComma), strong(texts.questions.knockout)] : [],
    `\n${text[input.language]}`,
  );
}

/** Every linked piece of evidence by name, and whether it is in force on the assessment date (S7). */
export function evidenceLine(context: ReportContext, entry: Entry): Line {
  const { texts } = context;
  const linked = entry.answer?.evidence ?? [];
  return joined(
    linked.map((id) => evidenceName(context, id, entry.contribution.evidence.includes(id))),
    texts.words.semicolon,
  );
}

function evidenceName({ evidence, texts }: ReportContext, id: EvidenceId, isInForce: boolean): Line {
  const known = evidence.get(id);
  if (!known) return line(texts.questions.unknownEvidence(id));
  return line(
    linkTo(anchorTo("evidence", id), known.name || id),
    isInForce ? [] : texts.words.inBrackets(texts.questions.notInForce),
  );
}

/** Who answered, and when. */
export function authorOf({ texts }: ReportContext, entry: Entry, form: "day" | "moment"): string {
  const { by, at } = entry.answer ?? {};
  const { date, moment } = texts.words;
  const when = at === undefined ? null : form === "day" ? date(at.slice(0, 10)) : moment(at);
  return texts.questions.answeredBy(by ?? null, when);
}

export function partHeading(part: string, text: string): Block {
  return { kind: "heading", level: 1, text, anchor: anchorTo("part", part) };
}

export function chapterHeading(part: string, chapter: Chapter): Block {
  return { kind: "heading", level: 2, text: chapter.title, anchor: anchorTo("chapter", part, chapter.checklist.id) };
}

export function paragraph(text: string, tone?: "quiet" | "warning"): Block {
  return { kind: "paragraph", line: line(text), ...(tone === undefined ? {} : { tone }) };
}

/** S12: stands wherever a headline figure of the checklist does. */
export function blockedWarning({ texts }: ReportContext, chapter: Chapter): readonly Block[] {
  if (!chapter.result.blocked) return [];
  const failing = chapter.entries.filter((entry) => entry.question.knockout && entry.finding).length;
  return [paragraph(texts.summary.blocked(failing), "warning")];
}

/** The first `limit` of `rows`, and the sentence that says how many are not shown. */
export function cut<T>(
  { texts }: ReportContext,
  rows: readonly T[],
  limit: number | undefined,
): { readonly shown: readonly T[]; readonly note: readonly Block[] } {
  if (limit === undefined || rows.length <= limit) return { shown: rows, note: [] };
  return { shown: rows.slice(0, limit), note: [paragraph(texts.questions.limited(limit, rows.length), "quiet")] };
}
