import type { Block, Cell, EvidenceId, Line } from "#domain";
import { anchorTo, type AnchorKind } from "./anchors.ts";
import { clip } from "./clip.ts";
import { cell, joined, line, linkTo, strong } from "./lines.ts";
import type { Chapter, Entry, ReportContext } from "./report-context.ts";

export function anchorOf(kind: AnchorKind, entry: Entry): string {
  return anchorTo(kind, entry.checklist, entry.question.id);
}

/** The question's text: about `ems` of it where the answers have it whole, all of it where the report has no such part. */
export function shortText({ input, hasAllAnswers }: ReportContext, { question }: Entry, ems: number): string {
  const words = question.text[input.language].replace(/\s+/g, " ");
  return hasAllAnswers ? clip(words, ems) : words;
}

/** The question's id, linked to where it is recorded, and its text as short as `shortText` makes it. */
export function questionCells(context: ReportContext, entry: Entry, ems: number): readonly [Cell, Cell] {
  const { words, questions } = context.texts;
  const { id, knockout } = entry.question;
  const mark = knockout ? line(strong(questions.knockout), words.colon) : [];
  return [
    cell(linkTo(anchorOf("question", entry), id)),
    cell(mark, shortText(context, entry, knockout ? ems - 4.5 : ems)),
  ];
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

/** One sentence instead of a chapter for each checklist that has nothing to show. */
export function nothingIn({ texts }: ReportContext, said: string, chapters: readonly Chapter[]): readonly Block[] {
  if (chapters.length === 0) return [];
  const titles = chapters.map(({ title }) => title).join(texts.words.listComma);
  return [paragraph(`${said.replace(/[.。]$/u, "")}${texts.words.colon}${titles}${texts.words.stop.trim()}`, "quiet")];
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
