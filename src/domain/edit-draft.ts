import type { ChecklistDraft, QuestionDraft, SectionDraft } from "./checklist-draft.ts";

/** Steps into a draft: `["sections", 0, "questions", 2, "text", "en"]`. */
export type DraftPath = readonly (string | number)[];

type Holder = Readonly<Record<string | number, unknown>>;

/** What stands at `path`; undefined where nothing does. */
export function valueAt(draft: ChecklistDraft, path: DraftPath): unknown {
  return path.reduce<unknown>((holder, step) => (holder !== null && typeof holder === "object" ? (holder as Holder)[step] : undefined), draft);
}

/** The draft with `value` at `path`. All else is shared with `draft`. */
export function withValue(draft: ChecklistDraft, path: DraftPath, value: unknown): ChecklistDraft {
  return put(draft, path, value) as ChecklistDraft;
}

function put(holder: unknown, [step, ...rest]: DraftPath, value: unknown): unknown {
  if (step === undefined) return value;
  const inner = put((holder as Holder)[step], rest, value);
  if (Array.isArray(holder)) return holder.map((one: unknown, index) => (index === step ? inner : one));
  return { ...(holder as Holder), [step]: inner };
}

/** The draft with `item` put into the list at `path`, before what stands at `index`. */
export function withItem(draft: ChecklistDraft, path: DraftPath, index: number, item: unknown): ChecklistDraft {
  return withValue(draft, path, listAt(draft, path).toSpliced(index, 0, item));
}

/** The draft without the entry of a list that `path` leads to. */
export function withoutItem(draft: ChecklistDraft, path: DraftPath): ChecklistDraft {
  const list = path.slice(0, -1);
  return withValue(draft, list, listAt(draft, list).toSpliced(Number(path.at(-1)), 1));
}

/** The draft in which the entry at `path` has changed places with its neighbour `by` entries on; itself where there is none. */
export function withMoved(draft: ChecklistDraft, path: DraftPath, by: -1 | 1): ChecklistDraft {
  const list = path.slice(0, -1);
  const [from, to] = [Number(path.at(-1)), Number(path.at(-1)) + by];
  const items = listAt(draft, list);
  if (to < 0 || to >= items.length) return draft;
  return withValue(draft, list, items.with(from, items[to]).with(to, items[from]));
}

function listAt(draft: ChecklistDraft, path: DraftPath): readonly unknown[] {
  const list = valueAt(draft, path);
  return Array.isArray(list) ? list : [];
}

/** A section or question of a draft, and where it stands. */
export type DraftPart =
  | { readonly kind: "section"; readonly path: DraftPath; readonly part: SectionDraft }
  | { readonly kind: "question"; readonly path: DraftPath; readonly part: QuestionDraft };

/** Every section and question in the order in which they are read. */
export function listParts(sections: readonly SectionDraft[], path: DraftPath = ["sections"]): readonly DraftPart[] {
  return sections.flatMap((section, index) => {
    const own = [...path, index];
    const questions = section.questions.map((part, at): DraftPart => ({ kind: "question", path: [...own, "questions", at], part }));
    return [{ kind: "section", path: own, part: section } as const, ...questions, ...listParts(section.sections, [...own, "sections"])];
  });
}

/** A copy of a section or question under keys and ids of its own. */
export function copyPart<Part extends SectionDraft | QuestionDraft>(draft: ChecklistDraft, part: Part, newKey: () => string): Part {
  const taken = new Set(listParts(draft.sections).map((one) => one.part.id));
  return copy(part, taken, newKey) as Part;
}

function copy(part: SectionDraft | QuestionDraft, taken: Set<string>, newKey: () => string): SectionDraft | QuestionDraft {
  const own = { key: newKey(), id: freeId(part.id, taken) };
  if ("evidence" in part) return { ...part, ...own, replaces: [], evidence: part.evidence.map((one) => ({ ...one, key: newKey() })) };
  return {
    ...part,
    ...own,
    sections: part.sections.map((one) => copy(one, taken, newKey) as SectionDraft),
    questions: part.questions.map((one) => copy(one, taken, newKey) as QuestionDraft),
  };
}

/** `S1.2` after `S1.1`, and on until it is free; takes it. */
function freeId(id: string, taken: Set<string>): string {
  const [, stem = "", digits = "1"] = /^(.*?)(\d{0,9})$/s.exec(id) ?? [];
  let number = Number(digits === "" ? 1 : digits);
  while (taken.has(`${stem}${number}`) || `${stem}${number}` === "") number += 1;
  taken.add(`${stem}${number}`);
  return `${stem}${number}`;
}

/** An id that no section or question of the draft has, in the series that `first` begins. */
export function nextId(draft: ChecklistDraft, first: string): string {
  return freeId(first, new Set(listParts(draft.sections).map((one) => one.part.id)));
}
