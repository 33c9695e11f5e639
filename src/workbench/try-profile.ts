import { refOf, type Assessment, type AssessmentId, type ChecklistResult, type Contribution, type PinnedChecklist, type Profile } from "#domain";
import { scoreChecklist } from "#scoring";
import { loadAll } from "./create-edits.ts";
import type { Library } from "./library.ts";
import type { ProfileTrial, TriedChecklist, TriedFigure } from "./profile-trial.ts";
import type { Workbench } from "./workbench.ts";

/** S18: scores each checklist by both profiles. Nothing is recorded. */
export function tryProfile(checklists: readonly PinnedChecklist[], assessment: Assessment, profile: Profile): ProfileTrial {
  const then = { ...assessment, profile };
  return {
    before: assessment.profile,
    after: profile,
    checklists: checklists.map(({ checklist }): TriedChecklist => {
      const [before, after] = [scoreChecklist(checklist, assessment), scoreChecklist(checklist, then)];
      return {
        id: checklist.id,
        title: checklist.title,
        ...compare(before, after),
        before: figureOf(before),
        after: figureOf(after),
      };
    }),
  };
}

/** As tryProfile, for an assessment that is not stored yet, or not as it stands in its form. */
export async function tryDraftProfile(
  library: Library,
  draft: Parameters<Workbench["tryProfile"]>[0],
  profile: Profile,
): Promise<ProfileTrial> {
  const checklists = await loadAll(library, draft.checklists);
  const assessment: Assessment = {
    id: "draft" as AssessmentId,
    answers: {},
    evidence: [],
    attestations: [],
    classifications: [],
    ...draft,
    checklists: checklists.map(refOf),
  };
  return tryProfile(checklists, assessment, profile);
}

function compare(before: ChecklistResult, after: ChecklistResult): Pick<TriedChecklist, "inScope" | "targets"> {
  const pairs = before.contributions.flatMap((line, place) => {
    const other = after.contributions[place];
    return other ? [{ line, other }] : [];
  });
  const moved = pairs.filter(({ line, other }) => isInScope(line) && isInScope(other) && line.target !== other.target);
  const count = (holds: (was: boolean, is: boolean) => boolean) => pairs.filter(({ line, other }) => holds(isInScope(line), isInScope(other))).length;
  const [first] = moved;
  const isOneStep = first && moved.every(({ line, other }) => line.target === first.line.target && other.target === first.other.target);
  return {
    inScope: {
      before: count((was) => was),
      after: count((_, is) => is),
      enter: count((was, is) => !was && is),
      leave: count((was, is) => was && !is),
    },
    targets: { moved: moved.length, from: isOneStep ? first.line.target : null, to: isOneStep ? first.other.target : null },
  };
}

function isInScope(line: Contribution): boolean {
  return line.state !== "out-of-scope";
}

function figureOf({ total, blocked }: ChecklistResult): TriedFigure {
  return { ...total, blocked };
}
