import {
  answerTo,
  findQuestion,
  listSections,
  placeQuestions,
  relatedTo,
  type Assessment,
  type Checklist,
  type ChecklistId,
  type Crosswalk,
  type CrosswalkEnd,
  type EvidenceId,
  type QuestionId,
  type RelatedEvidence,
} from "#domain";

/**
 * S17: evidence, not withdrawn, that related questions stand on and this one does not, whatever the relation. It is shown
 * to be looked at: a relation says that two questions touch, not that what proves one proves the other.
 */
export function relatedEvidence(
  crosswalk: Crosswalk,
  checklists: readonly Checklist[],
  assessment: Assessment,
  target: { readonly checklist: ChecklistId; readonly question: QuestionId },
): readonly RelatedEvidence[] {
  const found = checklists.find((one) => one.id === target.checklist);
  const placed = found && findQuestion(found, target.question);
  if (!placed) return [];
  const offered = new Set(assessment.evidence.filter((one) => !one.withdrawn).map((one) => one.id));
  for (const id of answerTo(assessment, target.checklist, target.question)?.evidence ?? []) offered.delete(id);
  const links = new Map<EvidenceId, RelatedEvidence["linkedTo"][number][]>();
  for (const { other, mapping } of relatedTo(crosswalk, target.checklist, target.question, placed.sections.map((one) => one.id))) {
    for (const question of questionsAt(checklists, other)) {
      if (other.checklist === target.checklist && question === target.question) continue;
      for (const id of answerTo(assessment, other.checklist, question)?.evidence ?? []) {
        if (!offered.has(id)) continue;
        const known = links.get(id) ?? [];
        if (known.some((one) => one.checklist === other.checklist && one.question === question)) continue;
        links.set(id, [...known, { checklist: other.checklist, question, basis: mapping.basis.kind }]);
      }
    }
  }
  return [...links].map(([evidence, linkedTo]) => ({ evidence, linkedTo }));
}

function questionsAt(checklists: readonly Checklist[], end: CrosswalkEnd): readonly QuestionId[] {
  const sections = checklists.find((one) => one.id === end.checklist)?.sections ?? [];
  const section = listSections(sections).find((one) => one.section.id === end.id)?.section;
  const placed = section ? placeQuestions([section]) : placeQuestions(sections).filter((one) => one.question.id === end.id);
  return placed.map((one) => one.question.id);
}
