import {
  answerTo,
  isWhatIsNamed,
  listSections,
  nearMiss,
  placeQuestions,
  scaleOf,
  type Assessment,
  type Checklist,
  type ChecklistId,
  type ChecklistRef,
  type PinnedChecklist,
  type Problem,
  type Question,
  type QuestionId,
} from "#domain";

/**
 * How an assessment and the checklists that are here disagree: a checklist that is not here or is here in another
 * version, answers to questions or on levels that it does not have, targets of nothing, links to evidence that is not
 * recorded. An empty list means that every word of the assessment finds its meaning.
 */
export function compareWithChecklists(assessment: Assessment, checklists: readonly PinnedChecklist[]): readonly Problem[] {
  const here = new Map<ChecklistId, Checklist>();
  for (const { checklist } of checklists) here.set(checklist.id, checklist);
  const problems: Problem[] = [];
  for (const [index, ref] of assessment.checklists.entries()) {
    const found = bestOf(ref, checklists);
    if (found) here.set(ref.id, found.checklist);
    problems.push(...compareRef(ref, found, `checklists.${index}`));
  }
  const named = new Set<string>(assessment.checklists.map((ref) => ref.id));
  for (const id of Object.keys(assessment.answers) as ChecklistId[]) {
    const checklist = here.get(id);
    if (checklist) problems.push(...compareAnswers(assessment, checklist));
    else if (!named.has(id)) problems.push(unknownChecklist(id, `answers.${id}`));
  }
  return [...problems, ...compareTargets(assessment, here, named), ...compareEvidence(assessment)];
}

/** Same digest, else same version, else same id. */
function bestOf(ref: ChecklistRef, checklists: readonly PinnedChecklist[]): PinnedChecklist | undefined {
  const named = checklists.filter((one) => one.checklist.id === ref.id);
  return (
    named.find((one) => one.digest === ref.digest) ??
    named.find((one) => one.checklist.version === ref.version) ??
    named.at(-1)
  );
}

function compareRef(ref: ChecklistRef, found: PinnedChecklist | undefined, path: string): readonly Problem[] {
  if (!found) return [unknownChecklist(ref.id, path)];
  if (isWhatIsNamed(ref, found)) return [];
  const { version } = found.checklist;
  const how = ref.version === version ? `the same version ${version} with other text` : `version ${version}, not ${ref.version}`;
  return [
    { code: "checklist-differs", message: `The checklist ${ref.id} is here as ${how}.`, path, facts: { checklist: ref.id, version: ref.version, here: version } },
  ];
}

function unknownChecklist(id: string, path: string): Problem {
  return { code: "unknown-checklist", message: `The checklist ${id} is not here.`, path, facts: { checklist: id } };
}

function compareAnswers(assessment: Assessment, checklist: Checklist): readonly Problem[] {
  const questions = new Map<string, Question>(placeQuestions(checklist.sections).map(({ question }) => [question.id, question]));
  return (Object.keys(assessment.answers[checklist.id] ?? {}) as QuestionId[]).flatMap((id): readonly Problem[] => {
    const path = `answers.${checklist.id}.${id}`;
    const question = questions.get(id);
    const answer = answerTo(assessment, checklist.id, id);
    // Given to a version that asked it, and kept to be read.
    if (!question && answer?.saidOf) return [];
    if (!question) return [unknownQuestion(checklist, id, path, [...questions.keys()])];
    const level = answer?.level;
    const levels = scaleOf(checklist, question).levels.map((one) => one.id);
    if (level === undefined || levels.includes(level)) return [];
    const message = `The answer to ${id} names the level \`${level}\`, which its scale does not have.`;
    const hint = `Its levels: ${levels.join(", ")}.`;
    return [{ code: "unknown-level", message, path: `${path}.level`, hint, facts: { checklist: checklist.id, question: id, level } }];
  });
}

function unknownQuestion(checklist: Checklist, id: string, path: string, known: readonly string[]): Problem {
  const meant = nearMiss(id, known);
  return {
    code: "unknown-question",
    message: `The checklist ${checklist.id} has no \`${id}\`.`,
    path,
    facts: { checklist: checklist.id, question: id },
    ...(meant ? { hint: `Did you mean \`${meant}\`?` } : {}),
  };
}

/** S4: a target is of a checklist, or of a section or question of one. */
function compareTargets(
  { profile }: Assessment,
  here: ReadonlyMap<ChecklistId, Checklist>,
  named: ReadonlySet<string>,
): readonly Problem[] {
  return Object.keys(profile.targets ?? {}).flatMap((key): readonly Problem[] => {
    const [id = "", ...rest] = key.split("/");
    const path = `profile.targets.${key}`;
    const checklist = here.get(id as ChecklistId);
    if (!checklist) return named.has(id) ? [] : [unknownChecklist(id, path)];
    if (rest.length === 0) return [];
    const of = rest.join("/");
    const known: readonly string[] = [
      ...listSections(checklist.sections).map(({ section }) => section.id),
      ...placeQuestions(checklist.sections).map(({ question }) => question.id),
    ];
    return known.includes(of) ? [] : [unknownQuestion(checklist, of, path, known)];
  });
}

function compareEvidence(assessment: Assessment): readonly Problem[] {
  const recorded = new Set(assessment.evidence.map((one) => one.id));
  return Object.entries(assessment.answers).flatMap(([checklist, answers]) =>
    Object.entries(answers).flatMap(([question, answer]) =>
      (answer.evidence ?? [])
        .filter((id) => !recorded.has(id))
        .map((evidence): Problem => ({
          code: "unknown-evidence",
          message: `The answer to ${question} links to the evidence \`${evidence}\`, which is not recorded.`,
          path: `answers.${checklist}.${question}.evidence`,
          facts: { checklist, question, evidence },
        })),
    ),
  );
}
