import {
  formatInterval,
  formatShare,
  listSections,
  type AssessmentResult,
  type Checklist,
  type ChecklistResult,
  type Figure,
  type PinnedChecklist,
} from "#domain";

/** A result for reading: per checklist its total, its sections and its gravest findings. */
export function resultTable(result: AssessmentResult, checklists: readonly PinnedChecklist[]): string {
  return result.checklists
    .map((one, index) => {
      const checklist = checklists[index]?.checklist;
      return checklist ? tableOf(one, checklist) : "";
    })
    .join("\n\n");
}

const mostFindings = 10;

function tableOf(result: ChecklistResult, checklist: Checklist): string {
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
    ...(findings.length > 0 ? [`Findings: ${result.findings.length}, the first ${findings.length} by exposure`, ...findings] : []),
  ].join("\n");
}

function row(figure: Figure, status: string, label: string): string {
  const cells = [formatInterval(figure).padEnd(9), formatShare(figure.evidenced).padEnd(11), formatShare(figure.coverage).padEnd(10)];
  return `  ${cells.join("")}${status.padEnd(21)}${label}`;
}
