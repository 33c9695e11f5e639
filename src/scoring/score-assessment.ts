import {
  answerTo,
  compareExposures,
  lifecyclePhases,
  listSections,
  pdcaAbove,
  pdcaStages,
  type Answer,
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
  type Question,
  type ScoringPolicy,
  type Section,
  type SectionResult,
  type Severity,
} from "#domain";
import { contributeAll, type Scored } from "./contribute.ts";
import { count, countState, figureOf, gapOf, startCounts, startTally, statusOf, type StateCounts, type Tally } from "./figure.ts";
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

/** S1 to S13 for one checklist: one walk over its questions, in authored order. */
export function scoreChecklist(
  checklist: Checklist,
  assessment: Assessment,
  policy: ScoringPolicy = standardPolicy,
): ChecklistResult {
  const scored = contributeAll(checklist, assessment, policy);
  const books = openBooks(checklist);
  const total = startTally();
  const phases: PhaseTallies = [];
  let [blocked, outOfScope, notApplicableWeight] = [false, 0, 0];
  const openPoints: OpenPoint[] = [];
  for (const { question, sections, line } of scored) {
    blocked ||= question.knockout === true && gapOf(line) > 0;
    if (line.state === "out-of-scope") outOfScope += 1;
    if (line.state === "not-applicable") notApplicableWeight += line.weight;
    count(total, line);
    countPhases(phases, question.phases, line);
    enter(books, sections, question.phases, line);
    addOpenPoints(openPoints, question, line, answerTo(assessment, checklist.id, question.id));
  }
  return {
    id: checklist.id,
    version: checklist.version,
    blocked,
    outOfScope,
    notApplicableWeight,
    total: figureOf(total),
    ...closeBooks(books),
    phases: phaseFigures(phases),
    pdca: pdcaFigures(books),
    findings: findGaps(scored, policy),
    contributions: scored.map((one) => one.line),
    openPoints,
  };
}

/** One tally a phase, at the phase's place among `lifecyclePhases`. */
type PhaseTallies = (Tally | undefined)[];

/** S8: a question counts once in every phase that it names, in scope or not. */
function countPhases(tallies: PhaseTallies, phases: readonly LifecyclePhase[], line: Contribution): void {
  for (let place = 0; place < phases.length; place += 1) {
    const phase = phases[place]!;
    if (phases.indexOf(phase) === place) count((tallies[lifecyclePhases.indexOf(phase)] ??= startTally()), line);
  }
}

function phaseFigures(tallies: PhaseTallies): ChecklistResult["phases"] {
  const figures: Partial<Record<LifecyclePhase, Figure>> = {};
  for (const [place, phase] of lifecyclePhases.entries()) {
    const tally = tallies[place];
    if (tally) figures[phase] = figureOf(tally);
  }
  return figures;
}

/** What is summed over the questions beneath one section. */
interface SectionBook {
  readonly section: Section;
  readonly sum: Tally;
  readonly states: StateCounts;
  readonly cells: PhaseTallies;
}

/** The sums of all sections, and of the PDCA marks that any of them bears. */
interface Books {
  readonly sections: ReadonlyMap<Section, SectionBook>;
  readonly stages: ReadonlyMap<PdcaStage, Tally>;
}

function openBooks(checklist: Checklist): Books {
  const sections = new Map<Section, SectionBook>();
  for (const { section } of listSections(checklist.sections)) {
    sections.set(section, { section, sum: startTally(), states: startCounts(), cells: [] });
  }
  const borne = new Set([...sections.keys()].map((section) => section.pdca));
  return { sections, stages: new Map(pdcaStages.filter((stage) => borne.has(stage)).map((stage) => [stage, startTally()])) };
}

/** S9: a question brings to every section above it, and to the nearest PDCA mark. */
function enter({ sections: books, stages }: Books, above: readonly Section[], phases: readonly LifecyclePhase[], line: Contribution): void {
  for (const section of above) {
    const book = books.get(section)!;
    count(book.sum, line);
    countState(book.states, line);
    countPhases(book.cells, phases, line);
  }
  const stage = pdcaAbove(above);
  if (stage) count(stages.get(stage)!, line);
}

function closeBooks({ sections: books }: Books): Pick<ChecklistResult, "sections" | "cells"> {
  const sections: Record<string, SectionResult> = {};
  const cells: Record<string, ChecklistResult["phases"]> = {};
  for (const { section, sum, states, cells: tallies } of books.values()) {
    sections[section.id] = { ...figureOf(sum), status: statusOf(states) };
    cells[section.id] = phaseFigures(tallies);
  }
  return { sections, cells };
}

/** S9: for every PDCA mark that any section bears, though other marks may stand between it and each question. */
function pdcaFigures({ stages }: Books): ChecklistResult["pdca"] {
  return Object.fromEntries([...stages].map(([stage, tally]) => [stage, figureOf(tally)]));
}

/** S11, by exposure descending, then id. */
function findGaps(scored: readonly Scored[], policy: ScoringPolicy): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { question, line } of scored) {
    const gap = gapOf(line);
    if (line.state !== "answered" || line.value === null || gap === 0) continue;
    const exposure = line.weight * gap;
    const severity = question.knockout ? "critical" : severityOf(exposure, policy);
    findings.push({ question: question.id, value: line.value, target: line.target, gap, exposure, severity });
  }
  return findings.toSorted((a, b) => compareExposures(a, b) || (a.question < b.question ? -1 : 1));
}

/** S11, with the tolerance of S14: 0.7 − 0.2 reaches 0.5, whatever binary fractions say. */
function severityOf(exposure: number, policy: ScoringPolicy): Severity {
  const reaches = (threshold: number) => exposure >= threshold - 1e-9;
  if (reaches(policy.severityFrom.critical)) return "critical";
  if (reaches(policy.severityFrom.high)) return "high";
  return reaches(policy.severityFrom.medium) ? "medium" : "low";
}

/** What a reader must still see to, beside the findings. */
function addOpenPoints(points: OpenPoint[], question: Question, line: Contribution, answer: Answer | undefined): void {
  if (line.state === "out-of-scope" || line.state === "not-applicable") return;
  const linked = answer?.evidence ?? [];
  if (answer?.notApplicable) points.push({ kind: "not-applicable-without-reason", question: question.id });
  else if (line.state === "unanswered" && question.obligation === "must") points.push({ kind: "unanswered-must", question: question.id });
  else if (line.state === "answered" && gapOf(line) === 0 && line.target > 0 && linked.length === 0) {
    points.push({ kind: "met-without-evidence", question: question.id });
  }
  if (linked.length === line.evidence.length) return;
  const effective = new Set(line.evidence);
  for (const evidence of linked) {
    if (!effective.has(evidence)) points.push({ kind: "evidence-not-effective", question: question.id, evidence });
  }
}
