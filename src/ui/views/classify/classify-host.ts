import {
  classify,
  type Assessment,
  type CalendarDate,
  type Classification,
  type ConcludedWalk,
  type DecisionTree,
  type Profile,
} from "#domain";
import type { ProfileTrial, Session, Workbench } from "#workbench";
import { assessmentOf, fieldsOf, type SystemForm } from "../assess/system-draft.ts";
import { localToday } from "../local-today.ts";

/** Where a walk is entered: in an open assessment at once, or in a form that is stored later. */
export interface ClassifyHost {
  /** under which name ways that are not recorded are kept */
  readonly subject: string;
  readonly profile: () => Profile;
  readonly classifications: () => readonly Classification[];
  readonly canRecord: () => boolean;
  readonly kind: "assessment" | "form";
  readonly tryProfile: (profile: Profile) => ProfileTrial | Promise<ProfileTrial>;
  readonly record: (tree: DecisionTree, walk: ConcludedWalk, said: { readonly on: CalendarDate; readonly note: string }) => void;
}

/** What no assessment's id can be. */
export const newSubject = "/new";

export function sessionHost(session: Session): ClassifyHost {
  return {
    kind: "assessment",
    subject: session.id,
    profile: () => session.assessment().profile,
    classifications: () => session.assessment().classifications,
    canRecord: session.isEditing,
    tryProfile: session.tryProfile,
    record: session.classify,
  };
}

/** `assessment` is what the form was opened on, null for a new one. */
export function formHost(
  form: SystemForm,
  workbench: Pick<Workbench, "tryProfile">,
  of: { readonly subject: string; readonly assessment: (() => Assessment) | null; readonly canRecord: () => boolean },
): ClassifyHost {
  const drafted = () => {
    const stored = of.assessment?.();
    const draft = assessmentOf(form.draft, stored?.assessedAt ?? localToday(), stored?.profile.targets);
    return stored ? { ...draft, answers: stored.answers, evidence: stored.evidence } : draft;
  };
  return {
    kind: "form",
    subject: of.subject,
    profile: () => drafted().profile,
    classifications: () => form.draft.classifications,
    canRecord: of.canRecord,
    tryProfile: (profile) => workbench.tryProfile(drafted(), profile),
    record: (tree, walk, said) => {
      const known = form.draft.classifications;
      const { profile, classification } = classify(tree, walk, { profile: drafted().profile, classifications: known }, said);
      form.setAll({ ...fieldsOf(profile), classifications: [...known.filter((one) => one.tree !== tree.id), classification] });
    },
  };
}
