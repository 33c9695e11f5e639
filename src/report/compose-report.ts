import type { Block, ReportDocument, ReportPart, TemplatePart } from "#domain";
import { anchorTo } from "./anchors.ts";
import { cleanTree } from "./clean-text.ts";
import { attachmentsOf } from "./attachments-of.ts";
import { composeAnswers } from "./parts/answers.ts";
import { composeApplicability } from "./parts/applicability.ts";
import { composeCharts } from "./parts/charts.ts";
import { composeClassifications } from "./parts/classification.ts";
import { composeCover, composeSystem, systemName } from "./parts/cover.ts";
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
import { buildContext, type ComposePart, type ReportContext, type ReportInput } from "./report-context.ts";
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
  const blocks = template.parts.flatMap((part, index) => composePart(context, part, index));
  const attachments = attachmentsOf(context);
  const document = cleanTree<ReportDocument>({
    title: `${name}${words.colon}${kind}`,
    subject: cover.subject(name, words.date(assessment.assessedAt)),
    language,
    paper: template.paper,
    createdAt: provenance.createdAt,
    runningHead: { start: name, end: `${kind}${words.inBrackets(words.date(assessment.assessedAt))}` },
    pageLabel: cover.pageLabel,
    producer: `Assay ${provenance.appVersion}`,
    blocks: settleLinks([...blocks, ...composeEnd(context)]),
  });
  return attachments.length === 0 ? document : { ...document, attachments };
}

const composers: Readonly<Record<ReportPart, ComposePart>> = {
  cover: (context, { detail }) => [...composeCover(context), ...(detail === "brief" ? [] : [...composeSystem(context), ...composeClassifications(context)])],
  summary: composeSummary,
  charts: composeCharts,
  "open-points": composeOpenPoints,
  phases: composePhases,
  sections: composeSections,
  applicability: composeApplicability,
  findings: composeFindings,
  answers: composeAnswers,
  evidence: composeEvidence,
  "not-applicable": composeNotApplicable,
  unanswered: composeUnanswered,
  methodology: composeMethodology,
  provenance: composeProvenance,
};

function composePart(context: ReportContext, part: TemplatePart, index: number): readonly Block[] {
  if (part.part === "text") return composeText(context, part, anchorTo("text", String(index + 1)));
  return composers[part.part](context, part);
}

/** What a brief cover had to clip stands before the signature, so that nothing signed is a fragment. */
function composeEnd(context: ReportContext): readonly Block[] {
  const isClipped = context.input.template.parts.some((part) => part.part === "cover" && part.detail === "brief");
  return [...(isClipped ? composeSystem(context) : []), ...composeSignature(context)];
}
