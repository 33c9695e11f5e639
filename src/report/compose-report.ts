import type { Block, ReportDocument, TemplatePart } from "#domain";
import { anchorTo } from "./anchors.ts";
import { cleanTree } from "./clean-text.ts";
import { composeAnswers } from "./parts/answers.ts";
import { composeCover, systemName } from "./parts/cover.ts";
import { composeEvidence } from "./parts/evidence.ts";
import { composeFindings } from "./parts/findings.ts";
import { composeMethodology } from "./parts/methodology.ts";
import { composeNotApplicable } from "./parts/not-applicable.ts";
import { composeOpenPoints } from "./parts/open-points.ts";
import { composePhases } from "./parts/phases.ts";
import { composeProvenance } from "./parts/provenance.ts";
import { composeSections } from "./parts/sections.ts";
import { composeSignature } from "./parts/signature.ts";
import { composeSummary } from "./parts/summary.ts";
import { composeText } from "./parts/text.ts";
import { composeUnanswered } from "./parts/unanswered.ts";
import { buildContext, type ReportContext, type ReportInput } from "./report-context.ts";
import { settleLinks } from "./settle-links.ts";

/**
 * The whole report as blocks, the parts in the template's order and last the place for the signature. Pure: the same
 * input gives the same document; no figure is computed here, all come from `input.result`. Text of users stands as
 * they wrote it, save for what no renderer can hold. Throws `report-failed` when the result lacks a checklist or question.
 */
export function composeReport(input: ReportInput): ReportDocument {
  const context = buildContext(input);
  const { template, language, assessment, provenance } = input;
  const { cover, words } = context.texts;
  const name = systemName(context);
  const kind = template.title[language];
  const blocks = template.parts.flatMap((part, index) => [
    ...(index > 0 && startsPage(template.parts[index - 1], part) ? [{ kind: "page-break" } as const] : []),
    ...composePart(context, part, index),
  ]);
  return cleanTree<ReportDocument>({
    title: `${name}${words.colon}${kind}`,
    subject: cover.subject(name, words.date(assessment.assessedAt)),
    language,
    paper: template.paper,
    createdAt: provenance.createdAt,
    runningHead: { start: name, end: `${kind}${words.inBrackets(words.date(assessment.assessedAt))}` },
    pageLabel: cover.pageLabel,
    producer: `Assay ${provenance.appVersion}`,
    blocks: settleLinks([...blocks, ...composeSignature(context)]),
  });
}

function composePart(context: ReportContext, part: TemplatePart, index: number): readonly Block[] {
  if (part.part === "text") return composeText(context, part, anchorTo("text", String(index + 1)));
  const { part: kind, limit } = part;
  switch (kind) {
    case "cover":
      return composeCover(context);
    case "summary":
      return composeSummary(context, limit);
    case "open-points":
      return composeOpenPoints(context, limit);
    case "phases":
      return composePhases(context, limit);
    case "sections":
      return composeSections(context, limit);
    case "findings":
      return composeFindings(context, limit);
    case "answers":
      return composeAnswers(context, limit);
    case "evidence":
      return composeEvidence(context, limit);
    case "not-applicable":
      return composeNotApplicable(context, limit);
    case "unanswered":
      return composeUnanswered(context, limit);
    case "methodology":
      return composeMethodology(context);
    case "provenance":
      return composeProvenance(context);
    default:
      return kind satisfies never;
  }
}

/** Short parts follow on the same page; the long ones, and whatever comes after the cover, begin a new one. */
function startsPage(before: TemplatePart | undefined, part: TemplatePart): boolean {
  if (before?.part === "cover") return true;
  return part.part !== "text" && part.part !== "not-applicable" && part.part !== "unanswered" && part.part !== "evidence";
}
