import { createStore } from "solid-js/store";
import type { Assessment, CalendarDate, ChecklistId, Classification, Profile, Role, Tier } from "#domain";
import type { NewAssessment } from "#workbench";

/** What a person enters of a system before it is stored. Plain values, so that a change of language touches none. */
export interface SystemDraft {
  readonly name: string;
  readonly purpose: string;
  readonly owner: string;
  readonly roles: readonly Role[];
  readonly sector: string;
  readonly tags: readonly string[];
  readonly tier: Tier | null;
  readonly assessedAt: CalendarDate | null;
  readonly checklists: readonly ChecklistId[];
  /** at most one of each tree, recorded or to be recorded with the form */
  readonly classifications: readonly Classification[];
}

export type SystemProblem = "name" | "purpose" | "assessedAt" | "checklists";

export interface SystemForm {
  readonly draft: SystemDraft;
  readonly set: <Key extends keyof SystemDraft>(key: Key, value: SystemDraft[Key]) => void;
  readonly setAll: (fields: Partial<SystemDraft>) => void;
  readonly problems: () => readonly SystemProblem[];
}

/** The tier, roles and tags of a profile as the form holds them. */
export function fieldsOf(profile: Profile): Pick<SystemDraft, "tier" | "roles" | "tags"> {
  return { tier: profile.tier ?? null, roles: profile.role ?? [], tags: profile.tags ?? [] };
}

export function createSystemForm(initial: SystemDraft): SystemForm {
  const [draft, setDraft] = createStore<{ value: SystemDraft }>({ value: initial });
  return {
    get draft() {
      return draft.value;
    },
    set: (key, value) => setDraft("value", (before) => ({ ...before, [key]: value })),
    setAll: (fields) => setDraft("value", (before) => ({ ...before, ...fields })),
    problems: () => problemsOf(draft.value),
  };
}

export function emptyDraft(today: CalendarDate): SystemDraft {
  return { name: "", purpose: "", owner: "", roles: [], sector: "", tags: [], tier: null, assessedAt: today, checklists: [], classifications: [] };
}

export function draftOf(assessment: Assessment): SystemDraft {
  const { system, profile } = assessment;
  return {
    name: system.name,
    purpose: system.purpose,
    owner: system.owner ?? "",
    ...fieldsOf(profile),
    sector: profile.sector ?? "",
    assessedAt: assessment.assessedAt,
    checklists: assessment.checklists.map((one) => one.id),
    classifications: assessment.classifications,
  };
}

/** The draft as it is stored. `targets` are no part of the form and stay as they were. */
export function assessmentOf(draft: SystemDraft, today: CalendarDate, targets?: Profile["targets"]): NewAssessment {
  const owner = draft.owner.trim();
  const sector = draft.sector.trim();
  return {
    system: { name: draft.name.trim(), purpose: draft.purpose.trim(), ...(owner ? { owner } : {}) },
    profile: {
      ...(draft.tier ? { tier: draft.tier } : {}),
      ...(draft.roles.length > 0 ? { role: draft.roles } : {}),
      ...(sector ? { sector } : {}),
      ...(draft.tags.length > 0 ? { tags: draft.tags } : {}),
      ...(targets ? { targets } : {}),
    },
    assessedAt: draft.assessedAt ?? today,
    checklists: draft.checklists,
    ...(draft.classifications.length > 0 ? { classifications: draft.classifications } : {}),
  };
}

function problemsOf(draft: SystemDraft): readonly SystemProblem[] {
  const problems: SystemProblem[] = [];
  if (draft.name.trim() === "") problems.push("name");
  if (draft.purpose.trim() === "") problems.push("purpose");
  if (draft.assessedAt === null) problems.push("assessedAt");
  if (draft.checklists.length === 0) problems.push("checklists");
  return problems;
}
