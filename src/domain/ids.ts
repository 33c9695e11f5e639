declare const brand: unique symbol;

/** A string that is an id of one kind of thing and cannot be passed where another kind is wanted. */
type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type ChecklistId = Id<"Checklist">;
export type SectionId = Id<"Section">;
export type QuestionId = Id<"Question">;
export type ScaleId = Id<"Scale">;
export type LevelId = Id<"Level">;
export type TemplateId = Id<"ReportTemplate">;
export type AssessmentId = Id<"Assessment">;
export type EvidenceId = Id<"Evidence">;
export type EventId = Id<"Event">;
export type DeviceId = Id<"Device">;
export type LifecycleViewId = Id<"LifecycleView">;
export type ViewPhaseId = Id<"ViewPhase">;
export type DecisionTreeId = Id<"DecisionTree">;
export type NodeId = Id<"TreeNode">;
export type ChoiceId = Id<"Choice">;
export type ConclusionId = Id<"Conclusion">;

type AnyId =
  | ChecklistId
  | SectionId
  | QuestionId
  | ScaleId
  | LevelId
  | TemplateId
  | AssessmentId
  | EvidenceId
  | EventId
  | DeviceId
  | LifecycleViewId
  | ViewPhaseId
  | DecisionTreeId
  | NodeId
  | ChoiceId
  | ConclusionId;

/** `T` as a file says it, before its strings are believed to be ids; mutable, as a reader builds it up. */
export type Unbranded<T> = T extends AnyId
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly unknown[]
      ? { -readonly [Key in keyof T]: Unbranded<T[Key]> }
      : { -readonly [Key in keyof T as Key extends AnyId ? string : Key]: Unbranded<T[Key]> };
