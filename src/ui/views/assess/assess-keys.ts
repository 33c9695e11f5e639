import { onCleanup, onMount } from "solid-js";
import { scaleOf, type QuestionId } from "#domain";
import { levelKeys } from "../../parts/index.ts";
import { useAssessView, type AssessView } from "./assess-view.ts";

export interface KeyActions {
  /** a dialog is open: keys belong to it */
  readonly isCovered: () => boolean;
  readonly onKeys: () => void;
  readonly onSearch: () => void;
  readonly onEvidence: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Listens on the document while the page stands. Never while somebody types. */
export function createAssessKeys(actions: KeyActions): void {
  const view = useAssessView();
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || actions.isCovered() || isElsewhere(event.target)) return;
    const act = event.ctrlKey || event.metaKey ? withControl(event, actions) : isTyping(event.target) ? null : plain(event, view, actions);
    if (!act) return;
    event.preventDefault();
    act();
  };
  onMount(() => document.addEventListener("keydown", listen));
  onCleanup(() => document.removeEventListener("keydown", listen));
}

/** Undo and redo inside a field are the field's own. */
function withControl(event: KeyboardEvent, actions: KeyActions): (() => void) | null {
  if (event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "k") return actions.onSearch;
  if (isTyping(event.target)) return null;
  if (key === "z") return event.shiftKey ? actions.onRedo : actions.onUndo;
  return key === "y" ? actions.onRedo : null;
}

function plain(event: KeyboardEvent, view: AssessView, actions: KeyActions): (() => void) | null {
  const step = (to: ReturnType<AssessView["neighbour"]>) => () => to && view.go(to.question.id, { focus: true });
  if (event.altKey) {
    if (event.key === "ArrowDown") return step(view.neighbour(1));
    return event.key === "ArrowUp" ? step(view.neighbour(-1)) : null;
  }
  switch (event.key) {
    case "j":
      return step(view.neighbour(1));
    case "k":
      return step(view.neighbour(-1));
    case "u":
      return step(view.nextUnanswered());
    case "e":
      return actions.onEvidence;
    case "m":
      return () => focusField("[data-assess-note]");
    case "/":
      return actions.onSearch;
    case "?":
      return actions.onKeys;
    default:
      return event.repeat ? null : answerByKey(event.key, view);
  }
}

/** In the list only the row in focus is answered; it is the current question. */
function answerByKey(key: string, view: AssessView): (() => void) | null {
  const placed = view.current();
  if (!placed || !view.canEdit() || (view.mode() === "list" && !isRowInFocus(placed.question.id))) return null;
  const { question } = placed;
  if (key === "n") return () => sayNotApplicable(view, question.id);
  if (key === "y") return () => view.answering.confirm(question.id);
  const { levels } = scaleOf(view.checklist, question);
  const level = levels[levelKeys(levels).indexOf(key)];
  return level ? () => view.answering.setLevel(question.id, level.id) : null;
}

/** S3: without a reason nothing is said yet, so the reason is asked for at once. */
function sayNotApplicable(view: AssessView, question: QuestionId): void {
  view.answering.setNotApplicable(question);
  focusField("[data-assess-reason]");
}

function focusField(place: string): void {
  document.querySelector<HTMLElement>(`${place} textarea`)?.focus();
}

function isRowInFocus(question: string): boolean {
  return document.activeElement?.closest("[data-question]")?.getAttribute("data-question") === question;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "button", "submit", "reset"].includes(target.type);
}

/** Menus and dialogs have keys of their own. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}
