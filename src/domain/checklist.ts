import type { ChecklistId, LevelId, QuestionId, ScaleId, SectionId } from "./ids.ts";
import type { Digest, LocalText } from "./text.ts";

/** NIST AI RMF figure 2, plus retirement. Other lifecycle models are views onto these. */
export const lifecyclePhases = [
  "plan-design",
  "collect-process-data",
  "build-use-model",
  "verify-validate",
  "deploy-use",
  "operate-monitor",
  "retire",
] as const;
export type LifecyclePhase = (typeof lifecyclePhases)[number];

export const tiers = ["minimal", "limited", "high", "unacceptable"] as const;
export type Tier = (typeof tiers)[number];

export const roles = ["provider", "deployer", "importer", "distributor", "user-organisation"] as const;
export type Role = (typeof roles)[number];

/** Marks of a system that the bundled checklists and decision trees know; a profile may hold others besides. */
export const knownTags = [
  "generative",
  "biometric",
  "personal-data",
  "children",
  "public-sector",
  "financial",
  "safety-component",
  "moda-type-a",
  "moda-type-b",
  "moda-type-c",
] as const;
export type KnownTag = (typeof knownTags)[number];

export const pdcaStages = ["plan", "do", "check", "act"] as const;
export type PdcaStage = (typeof pdcaStages)[number];

export const obligations = ["must", "should", "may"] as const;
export type Obligation = (typeof obligations)[number];

/** Where a checklist comes from. `note` says what in it is not verified. */
export interface Source {
  readonly name: string;
  readonly publisher: string;
  readonly date: string;
  readonly url?: string;
  readonly licence: string;
  readonly note?: LocalText;
}

/** One step of a scale; `value` in [0,1] is all that scoring reads (S1). */
export interface Level {
  readonly id: LevelId;
  readonly value: number;
  readonly label: LocalText;
  readonly meaning: LocalText;
}

/** Levels in order, their values strictly rising. */
export interface Scale {
  readonly id: ScaleId;
  readonly levels: readonly Level[];
}

/** Conditions on the profile (S2): every stated key must match one of its listed values. */
export interface AppliesWhen {
  readonly tier?: readonly Tier[];
  readonly role?: readonly Role[];
  readonly sector?: readonly string[];
  readonly tags?: readonly string[];
}

export interface Question {
  readonly id: QuestionId;
  readonly ref: string;
  /** Short title of the control that `ref` names. A question that has it stands in a Statement of Applicability. */
  readonly control?: LocalText;
  readonly text: LocalText;
  readonly help: LocalText;
  readonly evidence: readonly LocalText[];
  readonly phases: readonly LifecyclePhase[];
  /** 3 can harm people or break the law · 2 core practice · 1 good practice */
  readonly weight: 1 | 2 | 3;
  readonly obligation: Obligation;
  /** Absent: the checklist's first scale. */
  readonly scale?: ScaleId;
  readonly target?: number;
  readonly knockout?: true;
  readonly appliesWhen?: AppliesWhen;
  /** questions of earlier versions, no longer asked, in whose place this one stands: several where they were merged */
  readonly replaces?: readonly QuestionId[];
}

/** ALTAI's requirements, NIST's functions, ISO's clauses and Taiwan's principles are all sections. */
export interface Section {
  readonly id: SectionId;
  readonly ref: string;
  readonly title: LocalText;
  readonly pdca?: PdcaStage;
  readonly target?: number;
  readonly appliesWhen?: AppliesWhen;
  readonly sections?: readonly Section[];
  readonly questions?: readonly Question[];
}

export interface Checklist {
  readonly format: "assay-checklist/1";
  readonly id: ChecklistId;
  readonly version: string;
  readonly title: LocalText;
  readonly source: Source;
  readonly target?: number;
  readonly scales: readonly [Scale, ...Scale[]];
  readonly sections: readonly Section[];
}

/** A checklist with the digest of the very bytes it was read from, so that a stranger can compare. */
export interface PinnedChecklist {
  readonly checklist: Checklist;
  readonly digest: Digest;
}

/** What a list of checklists shows before any of them is opened. */
export interface ChecklistSummary {
  readonly id: ChecklistId;
  readonly version: string;
  readonly title: LocalText;
  readonly source: Source;
  readonly questions: number;
  readonly digest: Digest;
  /** Brought by this organisation; absent: comes with the app. */
  readonly own?: true;
}

/** How an assessment names a checklist. Without a digest, the version decides. */
export interface ChecklistRef {
  readonly id: ChecklistId;
  readonly version: string;
  readonly digest?: Digest;
}

/** Whether this is the very version that the reference names: by digest, or by its number where it has none. */
export function isWhatIsNamed(ref: ChecklistRef, { checklist, digest }: { readonly checklist: Pick<Checklist, "id" | "version">; readonly digest: Digest }): boolean {
  return checklist.id === ref.id && (ref.digest ? digest === ref.digest : checklist.version === ref.version);
}

/** How an assessment names a checklist that is here. */
export function refOf({ checklist, digest }: PinnedChecklist): ChecklistRef {
  return { id: checklist.id, version: checklist.version, digest };
}

/** A question with the sections above it, outermost first. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly sections: readonly Section[];
}

/** Every question beneath `sections`, in authored order. */
export function placeQuestions(
  sections: readonly Section[],
  above: readonly Section[] = [],
): readonly PlacedQuestion[] {
  const placed: PlacedQuestion[] = [];
  place(sections, above, placed);
  return placed;
}

function place(sections: readonly Section[], above: readonly Section[], placed: PlacedQuestion[]): void {
  for (const section of sections) {
    const path = [...above, section];
    for (const question of section.questions ?? []) placed.push({ question, sections: path });
    if (section.sections) place(section.sections, path, placed);
  }
}

/** The question of that id with the sections above it; undefined when the checklist does not ask it. */
export function findQuestion(checklist: Checklist, id: string): PlacedQuestion | undefined {
  return placeQuestions(checklist.sections).find((one) => one.question.id === id);
}

/** Every section of the tree, parents before children, with its depth (0 for the outermost). */
export function listSections(
  sections: readonly Section[],
  depth = 0,
): readonly { readonly section: Section; readonly depth: number }[] {
  return sections.flatMap((section) => [
    { section, depth },
    ...listSections(section.sections ?? [], depth + 1),
  ]);
}

/** S9: the nearest `pdca` mark above a question; undefined when no section above it bears one. */
export function pdcaAbove(sections: readonly Section[]): PdcaStage | undefined {
  return sections.findLast((section) => section.pdca !== undefined)?.pdca;
}

/** The scale on which `question` is answered; the checklist's first when it names none or an unknown one. */
export function scaleOf(checklist: Checklist, question: Question): Scale {
  return checklist.scales.find((scale) => scale.id === question.scale) ?? checklist.scales[0];
}

/** The level of that id on the question's scale; undefined for none, and for one that its scale does not have. */
export function levelOf(checklist: Checklist, question: Question, id: string | undefined): Level | undefined {
  return scaleOf(checklist, question).levels.find((level) => level.id === id);
}

export function summarize(pinned: PinnedChecklist): ChecklistSummary {
  const { id, version, title, source, sections } = pinned.checklist;
  return { id, version, title, source, questions: placeQuestions(sections).length, digest: pinned.digest };
}

