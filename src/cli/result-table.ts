import {
  formatInterval,
  formatShare,
  listSections,
  type AssessmentResult,
  type Checklist,
  type ChecklistResult,
  type Figure,
  type LifecycleReading,
  type PinnedChecklist,
} from "#domain";

/** A result for reading: per checklist its total, its sections, the phases that it is read through and its gravest findings. */
export function resultTable(result: AssessmentResult, checklists: readonly PinnedChecklist[], reading?: LifecycleReading): string {
  return result.checklists
    .map((one, index) => {
      const checklist = checklists[index]?.checklist;
      return checklist ? tableOf(one, checklist, reading ? phaseRows(reading, checklist) : []) : "";
    })
    .join("\n\n");
}

const mostFindings = 10;

function tableOf(result: ChecklistResult, checklist: Checklist, phases: readonly string[]): string {
  const sections = listSections(checklist.sections).flatMap(({ section, depth }) => {
    const figures = result.sections[section.id];
    return figures ? [row(figures, figures.status, `${"  ".repeat(depth)}${section.id}  ${section.title.en}`)] : [];
  });
  const findings = result.findings.slice(0, mostFindings).map((one) => `  ${one.severity.padEnd(9)}${one.exposure.toFixed(2).padStart(5)}  ${one.question}`);
  return [
    `${checklist.title.en} ${checklist.version}${result.blocked ? "  BLOCKED: a knockout question misses its target" : ""}`,
    `  ${"score".padEnd(9)}${"evidenced".padEnd(11)}${"answered".padEnd(10)}${"status".padEnd(21)}section`,
    row(result.total, "", "total"),
    ...sections,
    ...phases,
    ...(findings.length > 0 ? [`Findings: ${result.findings.length}, the first ${findings.length} by exposure`, ...findings] : []),
  ].join("\n");
}

/** S8: the phases overlap; one without a question has no figure. */
function phaseRows({ view, checklists }: LifecycleReading, { id }: Checklist): readonly string[] {
  const phases = checklists.find((one) => one.checklist === id)?.phases ?? [];
  return [
    `Phases of ${view.title.en}, which overlap`,
    ...phases.map(({ phase, figure }) => (figure ? row(figure, "", phase.title.en) : `  ${"–".padEnd(30)}${"no question".padEnd(21)}${phase.title.en}`)),
  ];
}

function row(figure: Figure, status: string, label: string): string {
  const cells = [formatInterval(figure).padEnd(9), formatShare(figure.evidenced).padEnd(11), formatShare(figure.coverage).padEnd(10)];
  return `  ${cells.join("")}${status.padEnd(21)}${label}`;
}
