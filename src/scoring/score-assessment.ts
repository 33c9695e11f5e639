import {
  answerTo,
  lifecyclePhases,
  listSections,
  pdcaAbove,
  pdcaStages,
  type Assessment,
  type AssessmentResult,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Figure,
  type Finding,
  type LifecyclePhase,
  type OpenPoint,
  type PdcaStage,
  type ScoringPolicy,
  type Section,
  type SectionResult,
  type Severity,
} from "#domain";
import { contributeAll, type Scored } from "./contribute.ts";
import { gapOf, statusOf, sumFigure } from "./figure.ts";
import { standardPolicy } from "./policy.ts";

/** The one result that every surface prints. Pure: the same input gives the same bytes (S15). */
export function scoreAssessment(
  checklists: readonly Checklist[],
  assessment: Assessment,
  policy: ScoringPolicy = standardPolicy,
): AssessmentResult {
  return {
    assessment: assessment.id,
    checklists: checklists.map((checklist) => scoreChecklist(checklist, assessment, policy)),
  };
}

/** S1 to S13 for one checklist. */
export function scoreChecklist(
  checklist: Checklist,
  assessment: Assessment,
  policy: ScoringPolicy = standardPolicy,
): ChecklistResult {
  const scored = contributeAll(checklist, assessment, policy);
  const lines = scored.map((one) => one.line);
  const findings = findGaps(scored, policy);
  return {
    id: checklist.id,
    version: checklist.version,
    blocked: scored.some(({ question, line }) => question.knockout === true && gapOf(line) > 0),
    outOfScope: lines.filter((line) => line.state === "out-of-scope").length,
    notApplicableWeight: lines.reduce((sum, line) => sum + (line.state === "not-applicable" ? line.weight : 0), 0),
    total: sumFigure(lines),
    ...scoreSections(checklist.sections, scored),
    phases: phaseFigures(scored),
    pdca: pdcaFigures(checklist, scored),
    findings,
    contributions: lines,
    openPoints: scored.flatMap((one) => openPointsOf(checklist, one, assessment)),
  };
}

function linesWhere(scored: readonly Scored[], holds: (one: Scored) => boolean): readonly Contribution[] {
  return scored.filter(holds).map((one) => one.line);
}

/** S8: for every phase that any of the questions names, in scope or not. */
function phaseFigures(scored: readonly Scored[]): ChecklistResult["phases"] {
  const named = new Map<LifecyclePhase, Contribution[]>();
  for (const { question, line } of scored) {
    for (const [place, phase] of question.phases.entries()) {
      if (question.phases.indexOf(phase) !== place) continue;
      const lines = named.get(phase);
      if (lines) lines.push(line);
      else named.set(phase, [line]);
    }
  }
  const figures: Partial<Record<LifecyclePhase, Figure>> = {};
  for (const phase of lifecyclePhases) {
    const lines = named.get(phase);
    if (lines) figures[phase] = sumFigure(lines);
  }
  return figures;
}

/** S9: for every PDCA mark that any section bears, though other marks may stand between it and each question. */
function pdcaFigures(checklist: Checklist, scored: readonly Scored[]): ChecklistResult["pdca"] {
  const borne = new Set(listSections(checklist.sections).map(({ section }) => section.pdca));
  const figures: Partial<Record<PdcaStage, Figure>> = {};
  for (const stage of pdcaStages) {
    if (borne.has(stage)) figures[stage] = sumFigure(linesWhere(scored, ({ sections }) => pdcaAbove(sections) === stage));
  }
  return figures;
}

/** S9: a section's figures are sums over all questions beneath it. */
function scoreSections(
  sections: readonly Section[],
  scored: readonly Scored[],
): Pick<ChecklistResult, "sections" | "cells"> {
  const beneath = new Map<Section, Scored[]>();
  for (const one of scored) {
    for (const section of one.sections) {
      const known = beneath.get(section);
      if (known) known.push(one);
      else beneath.set(section, [one]);
    }
  }
  const results: Record<string, SectionResult> = {};
  const cells: Record<string, Readonly<Partial<Record<LifecyclePhase, Figure>>>> = {};
  for (const { section } of listSections(sections)) {
    const own = beneath.get(section) ?? [];
    const lines = own.map((one) => one.line);
    results[section.id] = { ...sumFigure(lines), status: statusOf(lines) };
    cells[section.id] = phaseFigures(own);
  }
  return { sections: results, cells };
}

/** S11, by exposure descending, then id. Exposures within the tolerance of S14 are equal: 2 × 0.6 is as much as 3 × 0.4. */
function findGaps(scored: readonly Scored[], policy: ScoringPolicy): readonly Finding[] {
  const findings = scored.flatMap(({ question, line }): Finding[] => {
    const gap = gapOf(line);
    if (line.state !== "answered" || line.value === null || gap === 0) return [];
    const exposure = line.weight * gap;
    const severity = question.knockout ? "critical" : severityOf(exposure, policy);
    return [{ question: question.id, value: line.value, target: line.target, gap, exposure, severity }];
  });
  const rank = (finding: Finding) => Math.round(finding.exposure * 1e9);
  return findings.toSorted((a, b) => rank(b) - rank(a) || (a.question < b.question ? -1 : 1));
}

/** S11, with the tolerance of S14: 0.7 − 0.2 reaches 0.5, whatever binary fractions say. */
function severityOf(exposure: number, policy: ScoringPolicy): Severity {
  const reaches = (threshold: number) => exposure >= threshold - 1e-9;
  if (reaches(policy.severityFrom.critical)) return "critical";
  if (reaches(policy.severityFrom.high)) return "high";
  return reaches(policy.severityFrom.medium) ? "medium" : "low";
}

function openPointsOf(checklist: Checklist, scored: Scored, assessment: Assessment): readonly OpenPoint[] {
  const { question, line } = scored;
  if (line.state === "out-of-scope" || line.state === "not-applicable") return [];
  const answer = answerTo(assessment, checklist.id, question.id);
  const linked = answer?.evidence ?? [];
  const effective = new Set(line.evidence);
  const stale = linked
    .filter((id) => !effective.has(id))
    .map((evidence): OpenPoint => ({ kind: "evidence-not-effective", question: question.id, evidence }));
  if (answer?.notApplicable) return [{ kind: "not-applicable-without-reason", question: question.id }, ...stale];
  if (line.state === "unanswered") {
    return question.obligation === "must" ? [{ kind: "unanswered-must", question: question.id }, ...stale] : stale;
  }
  const isMetUnproven = gapOf(line) === 0 && line.target > 0 && linked.length === 0;
  return isMetUnproven ? [{ kind: "met-without-evidence", question: question.id }] : stale;
}
