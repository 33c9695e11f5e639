import type { AppliesWhen, Checklist, Level, LifecyclePhase, Question, Role, Scale, Section, Tier } from "./checklist.ts";
import { maturityScale } from "./maturity-scale.ts";
import type { CalendarDate, LocalText } from "./text.ts";

/** A checklist while it is being written: anything may still be blank, and numbers are as they were typed. */
export interface ChecklistDraft {
  readonly id: string;
  readonly version: string;
  readonly title: LocalText;
  readonly source: {
    readonly name: string;
    readonly publisher: string;
    readonly date: string;
    readonly url: string;
    readonly licence: string;
    readonly note: LocalText;
  };
  readonly target: string;
  readonly scales: readonly ScaleDraft[];
  readonly sections: readonly SectionDraft[];
}

/** `key` names a part of a draft for as long as the draft lives, whatever its id becomes. */
export interface ScaleDraft {
  readonly key: string;
  readonly id: string;
  readonly levels: readonly LevelDraft[];
}

export interface LevelDraft {
  readonly key: string;
  readonly id: string;
  readonly value: string;
  readonly label: LocalText;
  readonly meaning: LocalText;
}

export interface SectionDraft {
  readonly key: string;
  readonly id: string;
  readonly ref: string;
  readonly title: LocalText;
  readonly pdca: string;
  readonly target: string;
  readonly appliesWhen: AppliesDraft;
  readonly sections: readonly SectionDraft[];
  readonly questions: readonly QuestionDraft[];
}

export interface QuestionDraft {
  readonly key: string;
  readonly id: string;
  readonly ref: string;
  readonly control: LocalText;
  readonly text: LocalText;
  readonly help: LocalText;
  readonly evidence: readonly (LocalText & { readonly key: string })[];
  readonly phases: readonly LifecyclePhase[];
  readonly weight: string;
  readonly obligation: string;
  /** blank: the checklist's first scale */
  readonly scale: string;
  readonly target: string;
  readonly knockout: boolean;
  readonly appliesWhen: AppliesDraft;
  readonly replaces: readonly string[];
}

/** An empty list sets no condition. */
export interface AppliesDraft {
  readonly tier: readonly Tier[];
  readonly role: readonly Role[];
  readonly sector: readonly string[];
  readonly tags: readonly string[];
}

type NewKey = () => string;

const blank: LocalText = { en: "", "zh-TW": "" };
const always: AppliesDraft = { tier: [], role: [], sector: [], tags: [] };

/** A first section with a first question on the maturity scale: all that needs no thought is filled in. */
export function newChecklistDraft(today: CalendarDate, newKey: NewKey): ChecklistDraft {
  return {
    id: "own-checklist",
    version: "1.0.0",
    title: blank,
    source: { name: "", publisher: "", date: today, url: "", licence: "", note: blank },
    target: "",
    scales: [scaleDraft(maturityScale, newKey)],
    sections: [{ ...newSectionDraft("S1", "1", newKey), questions: [newQuestionDraft("S1.1", "1.1", newKey)] }],
  };
}

export function newSectionDraft(id: string, ref: string, newKey: NewKey): SectionDraft {
  return { key: newKey(), id, ref, title: blank, pdca: "", target: "", appliesWhen: always, sections: [], questions: [] };
}

export function newQuestionDraft(id: string, ref: string, newKey: NewKey): QuestionDraft {
  return {
    key: newKey(),
    id,
    ref,
    control: blank,
    text: blank,
    help: blank,
    evidence: [newEvidenceDraft(newKey), newEvidenceDraft(newKey)],
    phases: [],
    weight: "2",
    obligation: "should",
    scale: "",
    target: "",
    knockout: false,
    appliesWhen: always,
    replaces: [],
  };
}

export function newEvidenceDraft(newKey: NewKey): QuestionDraft["evidence"][number] {
  return { key: newKey(), ...blank };
}

export function newLevelDraft(id: string, newKey: NewKey): LevelDraft {
  return { key: newKey(), id, value: "", label: blank, meaning: blank };
}

/** The draft that says exactly what `checklist` says. */
export function draftOf(checklist: Checklist, newKey: NewKey): ChecklistDraft {
  const { id, version, title, source, target, scales, sections } = checklist;
  return {
    id,
    version,
    title,
    source: { ...source, url: source.url ?? "", note: source.note ?? blank },
    target: numberText(target),
    scales: scales.map((scale) => scaleDraft(scale, newKey)),
    sections: sections.map((section) => sectionDraft(section, newKey)),
  };
}

export function scaleDraft(scale: Scale, newKey: NewKey): ScaleDraft {
  return { key: newKey(), id: scale.id, levels: scale.levels.map((level) => levelDraft(level, newKey)) };
}

function levelDraft({ id, value, label, meaning }: Level, newKey: NewKey): LevelDraft {
  return { key: newKey(), id, value: String(value), label, meaning };
}

function sectionDraft(section: Section, newKey: NewKey): SectionDraft {
  const { id, ref, title, pdca, target, appliesWhen, sections = [], questions = [] } = section;
  return {
    key: newKey(),
    id,
    ref,
    title,
    pdca: pdca ?? "",
    target: numberText(target),
    appliesWhen: { ...always, ...appliesWhen },
    sections: sections.map((one) => sectionDraft(one, newKey)),
    questions: questions.map((one) => questionDraft(one, newKey)),
  };
}

function questionDraft(question: Question, newKey: NewKey): QuestionDraft {
  const { id, ref, control, text, help, evidence, phases, weight, obligation, scale, target, knockout, appliesWhen, replaces } = question;
  return {
    key: newKey(),
    id,
    ref,
    control: control ?? blank,
    text,
    help,
    evidence: evidence.map((one) => ({ key: newKey(), ...one })),
    phases,
    weight: String(weight),
    obligation,
    scale: scale ?? "",
    target: numberText(target),
    knockout: knockout === true,
    appliesWhen: { ...always, ...appliesWhen },
    replaces: replaces ?? [],
  };
}

/**
 * What the draft says, in the shape and order of a checklist file: what is blank and may be absent is absent, what is
 * blank and may not stays blank. Entries keep their places, so that a path into the one is a path into the other.
 */
export function checklistOf(draft: ChecklistDraft): object {
  const { name, publisher, date, url, licence, note } = draft.source;
  return {
    format: "assay-checklist/1",
    id: draft.id,
    version: draft.version,
    title: draft.title,
    source: { name, publisher, date, ...(url ? { url } : {}), licence, ...(isBlank(note) ? {} : { note }) },
    ...numberOf("target", draft.target),
    scales: draft.scales.map(({ id, levels }) => ({
      id,
      levels: levels.map(({ id, value, label, meaning }) => ({ id, ...numberOf("value", value), label, meaning })),
    })),
    sections: draft.sections.map(sectionOf),
  };
}

function sectionOf(section: SectionDraft): object {
  const { id, ref, title, pdca, target, appliesWhen, sections, questions } = section;
  return {
    id,
    ref,
    title,
    ...(pdca ? { pdca } : {}),
    ...numberOf("target", target),
    ...appliesOf(appliesWhen),
    ...(sections.length > 0 ? { sections: sections.map(sectionOf) } : {}),
    ...(questions.length > 0 ? { questions: questions.map(questionOf) } : {}),
  };
}

function questionOf(question: QuestionDraft): object {
  const { id, ref, control, text, help, evidence, phases, weight, obligation, scale, target, knockout, appliesWhen, replaces } = question;
  return {
    id,
    ref,
    ...(isBlank(control) ? {} : { control }),
    text,
    help,
    evidence: evidence.map(({ en, "zh-TW": zh }) => ({ en, "zh-TW": zh })),
    phases,
    ...numberOf("weight", weight),
    ...(obligation ? { obligation } : {}),
    ...(scale ? { scale } : {}),
    ...numberOf("target", target),
    ...(knockout ? { knockout } : {}),
    ...appliesOf(appliesWhen),
    ...(replaces.length > 0 ? { replaces } : {}),
  };
}

function appliesOf(applies: AppliesDraft): { readonly appliesWhen?: AppliesWhen } {
  const stated = Object.entries(applies).filter(([, values]) => values.length > 0);
  return stated.length > 0 ? { appliesWhen: Object.fromEntries(stated) } : {};
}

function isBlank(text: LocalText): boolean {
  return text.en === "" && text["zh-TW"] === "";
}

function numberText(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

/** A number as it is typed: blank is absent, what is no number stays the text it is. */
function numberOf(key: string, typed: string): object {
  const text = typed.trim();
  if (text === "") return {};
  return { [key]: /^-?\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : text };
}
