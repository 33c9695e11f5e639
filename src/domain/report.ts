import { placeQuestions, type Checklist } from "./checklist.ts";
import type { TemplateId } from "./ids.ts";
import type { Figure, SectionStatus, Severity } from "./result.ts";
import type { Digest, Instant, Language, LocalText } from "./text.ts";

export const papers = ["A4", "Letter"] as const;
export type Paper = (typeof papers)[number];

/** The parts a report can be made of; a template lists those it wants, in order. */
export const reportParts = [
  "cover",
  "summary",
  "charts",
  "open-points",
  "phases",
  "sections",
  "applicability",
  "findings",
  "answers",
  "evidence",
  "not-applicable",
  "unanswered",
  "methodology",
  "provenance",
] as const;
export type ReportPart = (typeof reportParts)[number];

/** `templates/<id>.yaml` */
export interface ReportTemplate {
  readonly format: "assay-template/1";
  readonly id: TemplateId;
  readonly version: string;
  readonly title: LocalText;
  readonly description: LocalText;
  readonly paper: Paper;
  /** Which of the assessment's checklists the report speaks of: those that have a control. Absent: all of them. */
  readonly checklists?: "with-controls";
  readonly parts: readonly TemplatePart[];
}

/** Whether a report of this template has a chapter on `checklist`. */
export function speaksOf({ checklists }: Pick<ReportTemplate, "checklists">, { sections }: Checklist): boolean {
  return checklists !== "with-controls" || placeQuestions(sections).some(({ question }) => question.control !== undefined);
}

/** Parts in which lifecycle phases are named. */
const phaseParts: readonly TemplatePart["part"][] = ["summary", "charts", "phases", "answers", "methodology"];

/** Whether a report of this template reads otherwise through another lifecycle. */
export function namesPhases(template: ReportTemplate): boolean {
  return template.parts.some(({ part }) => phaseParts.includes(part));
}

/** A computed part, or a paragraph of the author's own under a heading. */
export type TemplatePart =
  | {
      readonly part: ReportPart;
      /** at most so many rows a checklist; in a brief part so many across all of them */
      readonly limit?: number;
      /** brief: the short form for those who decide, all checklists together; a part that has none is printed in full */
      readonly detail?: "brief";
    }
  | { readonly part: "text"; readonly title: LocalText; readonly text: LocalText };

/** A run of text, in which a newline is a line break. `language` is given where it differs from the document's. */
export interface Inline {
  readonly text: string;
  readonly style?: "strong" | "code" | "quiet";
  /** anchor of a heading or table row in this document */
  readonly to?: string;
  readonly language?: Language;
}

export type Line = readonly Inline[];

/** The interval bar: our mark. The strings are ready to print; surfaces compute nothing. */
export interface IntervalMark extends Pick<Figure, "low" | "high" | "evidenced" | "coverage"> {
  /** share of the required sum that is the target: always 1 for a bar of Assay's figures, null for none */
  readonly target: number | null;
  /** "41–63%" */
  readonly label: string;
  readonly blocked?: boolean;
}

export type Cell =
  | { readonly kind: "text"; readonly line: Line; readonly align?: "start" | "end" | "center" }
  | { readonly kind: "bar"; readonly mark: IntervalMark }
  | { readonly kind: "severity"; readonly severity: Severity; readonly label: string }
  | { readonly kind: "status"; readonly status: SectionStatus; readonly label: string };

export interface Column {
  readonly title: string;
  /** share of the table's width; the shares of a table add up to 1 */
  readonly width: number;
  readonly align?: "start" | "end" | "center";
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly anchor?: string;
  /** depth of a tree row, for indenting its first cell */
  readonly depth?: number;
}

/** One matter of record: its name and what is about it at the side, beside that what is said of it. */
export interface ReportEntry {
  readonly anchor?: string;
  readonly name: Line;
  readonly mark?: IntervalMark;
  readonly about: Line;
  readonly title: Line;
  readonly body: Line;
  /** figures and where they come from, quiet */
  readonly foot: Line;
}

export type Block =
  | {
      readonly kind: "cover";
      readonly eyebrow: string;
      readonly title: string;
      readonly subtitle: string;
      readonly facts: readonly { readonly label: string; readonly value: string }[];
      readonly marks: readonly { readonly label: string; readonly mark: IntervalMark; readonly note: string }[];
      /** legend of the bar, in words */
      readonly legend: string;
    }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly kind: "paragraph"; readonly line: Line; readonly tone?: "body" | "quiet" | "warning" }
  | { readonly kind: "list"; readonly items: readonly Line[]; readonly size?: "small" }
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly line: Line }[] }
  | {
      readonly kind: "bars";
      readonly title: string;
      readonly description: string;
      readonly legend: string;
      readonly rows: readonly { readonly label: string; readonly mark: IntervalMark; readonly note?: string }[];
    }
  | {
      readonly kind: "heatmap";
      readonly title: string;
      readonly description: string;
      readonly legend: string;
      /** small: one of several on a page */
      readonly size?: "small";
      readonly columns: readonly string[];
      /** null: no question there */
      readonly rows: readonly { readonly label: string; readonly cells: readonly (IntervalMark | null)[] }[];
    }
  | {
      readonly kind: "radar";
      readonly title: string;
      readonly description: string;
      readonly legend: string;
      readonly axes: readonly { readonly label: string; readonly mark: IntervalMark }[];
    }
  | {
      readonly kind: "table";
      readonly title: string;
      /** the heading above says the title already; it is told to those who cannot see, and not shown */
      readonly isTitledAbove?: true;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
      /** said instead of an empty table */
      readonly empty: string;
    }
  | { readonly kind: "entries"; readonly title: string; readonly rows: readonly ReportEntry[] }
  | {
      readonly kind: "signature";
      readonly title: string;
      readonly explanation: string;
      /** name of the form field that the signature fills, `Signature1` */
      readonly field: string;
    }
  | { readonly kind: "page-break" };

/** A text file that goes with a report; its digest is that of its UTF-8 bytes. */
export interface AttachedFile {
  readonly kind: "assessment" | "result";
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly digest: Digest;
}

/** A file inside the report (PDF/A-3 associated file): what the report was made from, or its figures as data. */
export interface ReportAttachment extends AttachedFile {
  readonly description: string;
  readonly relationship: "Source" | "Data";
}

/** A whole report: what the screen previews and the paper prints. */
export interface ReportDocument {
  readonly title: string;
  readonly subject: string;
  readonly language: Language;
  readonly paper: Paper;
  readonly createdAt: Instant;
  readonly runningHead: { readonly start: string; readonly end: string };
  /** "Page {page} of {pages}" in the report's language */
  readonly pageLabel: string;
  readonly producer: string;
  readonly blocks: readonly Block[];
  /** what the file carries besides its pages; the preview does not show it */
  readonly attachments?: readonly ReportAttachment[];
}
