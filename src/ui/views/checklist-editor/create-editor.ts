import { createContext, createMemo, createSignal, onCleanup, useContext, type Accessor } from "solid-js";
import { listParts, valueAt, withValue, type ChecklistDraft, type DraftPart, type DraftPath, type Problem } from "#domain";
import type { ChecklistEditing } from "#workbench";
import { sayProblem, useTexts } from "../../texts/index.ts";
import { adviceOn } from "../problem-list.tsx";
import { nameOfField } from "./name-of-field.ts";

/** What the form shows: the checklist itself, its scales, or the section or question of that key. */
export type Selection = "about" | "scales" | (string & {});

export interface Editor {
  readonly editing: ChecklistEditing;
  readonly draft: Accessor<ChecklistDraft>;
  readonly parts: Accessor<readonly DraftPart[]>;
  readonly selected: Accessor<Selection>;
  readonly select: (selection: Selection) => void;
  /** Replaces the draft; `tag` joins what is typed into one field into one step of undo. */
  readonly apply: (next: ChecklistDraft, tag?: string) => void;
  /** Changes what stands at a path. */
  readonly set: (path: DraftPath, value: unknown) => void;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** null until the draft was first looked at */
  readonly problems: Accessor<readonly Problem[] | null>;
  /** The sentence to show beside a field; what is merely blank is left alone until saving was tried. */
  readonly errorAt: (path: DraftPath) => string | undefined;
  /** A problem in words, with its field's name. */
  readonly say: (problem: Problem) => string;
  readonly ownerOf: (problem: Problem) => Selection;
  /** Looks now, and from here on shows what is blank as well. */
  readonly insist: () => Promise<readonly Problem[]>;
}

/** Pause after the last change before the draft is checked, and within which typing is one step of undo; milliseconds. */
const pause = 350;
const oneStep = 1_500;
const mostSteps = 200;
const blankCodes = new Set<Problem["code"]>(["missing", "empty", "too-little-evidence", "no-questions"]);

export function createEditor(editing: ChecklistEditing): Editor {
  const t = useTexts();
  const [draft, setDraft] = createSignal(editing.draft);
  const [past, setPast] = createSignal<readonly ChecklistDraft[]>([]);
  const [future, setFuture] = createSignal<readonly ChecklistDraft[]>([]);
  const [problems, setProblems] = createSignal<readonly Problem[] | null>(null);
  const [isInsisting, setInsisting] = createSignal(false);
  const parts = createMemo(() => listParts(draft().sections));
  const [chosen, setChosen] = createSignal<Selection>(firstShown(editing));
  const selected = createMemo(() => (["about", "scales"].includes(chosen()) || parts().some((one) => one.part.key === chosen()) ? chosen() : "about"));
  const look = createLook(editing, draft, setProblems);
  let last = { tag: "", at: 0 };

  const show = (next: ChecklistDraft) => {
    setDraft(next);
    editing.keep(next);
    look.soon();
  };
  const apply = (next: ChecklistDraft, tag = "") => {
    if (next === draft()) return;
    const now = Date.now();
    if (tag === "" || tag !== last.tag || now - last.at > oneStep) setPast((steps) => [...steps, draft()].slice(-mostSteps));
    last = { tag, at: now };
    setFuture([]);
    show(next);
  };
  /** Shows the last of `steps`, if there is one; gives back the others. */
  const back = (steps: readonly ChecklistDraft[]) => {
    const next = steps.at(-1);
    last = { tag: "", at: 0 };
    if (next) show(next);
    return steps.slice(0, -1);
  };
  const undo = () => {
    if (past().length === 0) return;
    setFuture([...future(), draft()]);
    setPast(back(past()));
  };
  const redo = () => {
    if (future().length === 0) return;
    setPast([...past(), draft()]);
    setFuture(back(future()));
  };
  const ownerOf = ({ path }: Problem): Selection => {
    if (path.startsWith("scales")) return "scales";
    const owner = parts().findLast((one) => `${path}.`.startsWith(`${one.path.join(".")}.`));
    return owner?.part.key ?? "about";
  };
  const say = (problem: Problem) => {
    const named = { ...problem, facts: { ...problem.facts, name: nameOfField(t(), problem.path) } };
    return [sayProblem(t(), named), adviceOn(t(), problem)].filter(Boolean).join(" ");
  };
  look.soon();
  return {
    editing,
    draft,
    parts,
    selected,
    select: setChosen,
    apply,
    set: (path, value) => {
      if (valueAt(draft(), path) !== value) apply(withValue(draft(), path, value), path.join("."));
    },
    canUndo: () => past().length > 0,
    canRedo: () => future().length > 0,
    undo,
    redo,
    problems,
    errorAt: (path) => {
      const place = path.join(".");
      const found = problems()?.find((one) => one.path === place && (isInsisting() || !blankCodes.has(one.code)));
      return found && say(found);
    },
    say,
    ownerOf,
    insist: () => {
      setInsisting(true);
      return look.now();
    },
  };
}

/** A new checklist opens at its first question, any other at what it is. */
function firstShown({ draft, base, isResumed }: ChecklistEditing): Selection {
  const question = listParts(draft.sections).find((one) => one.kind === "question");
  return isResumed || base || !question ? "about" : question.part.key;
}

/** Checks the draft after a pause; an answer that comes late is for an older draft and is dropped. */
function createLook(editing: ChecklistEditing, draft: Accessor<ChecklistDraft>, tell: (problems: readonly Problem[]) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  const now = async () => {
    clearTimeout(timer);
    const mine = (turn += 1);
    const found = await editing.check(draft());
    if (mine === turn) tell(found);
    return found;
  };
  onCleanup(() => {
    clearTimeout(timer);
    turn += 1;
  });
  return {
    now,
    soon: () => {
      clearTimeout(timer);
      // What cannot be checked now is checked with the next change, and before saving in any case.
      timer = setTimeout(() => void now().catch(() => undefined), pause);
    },
  };
}

export const EditorContext = createContext<Editor>();

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("useEditor needs an <EditorContext.Provider> above it");
  return editor;
}
