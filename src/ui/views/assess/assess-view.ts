import { useLocation, useNavigate, useSearchParams } from "@solidjs/router";
import { createContext, createMemo, untrack, useContext, type Accessor } from "solid-js";
import {
  placeQuestions,
  scaleOf,
  unconfirmedAnswers,
  type Checklist,
  type ChecklistResult,
  type Contribution,
  type Finding,
  type LevelId,
  type PlacedQuestion,
  type QuestionId,
  type SectionId,
} from "#domain";
import { useSession, type Session } from "#workbench";
import { useAttempt } from "../use-attempt.ts";
import { createAnswering, type Answering } from "./answering.ts";
import { readFilter, type QuestionFilter, type Show } from "./question-filter.ts";

export type ViewMode = "one" | "list";

export interface Going {
  readonly mode?: ViewMode;
  /** sets this filter and no other */
  readonly show?: Show;
  /** takes the place of the present entry in the browser's history */
  readonly replace?: boolean;
  /** the focus follows */
  readonly focus?: boolean;
}

/** One checklist being answered: where one stands, which questions are gone through, and what can be said. */
export interface AssessView {
  readonly session: Session;
  readonly checklist: Checklist;
  readonly result: Accessor<ChecklistResult>;
  /** every question, in authored order */
  readonly placed: readonly PlacedQuestion[];
  readonly contribution: (question: QuestionId) => Contribution | undefined;
  readonly finding: (question: QuestionId) => Finding | undefined;
  readonly answering: Answering;
  /** whose answer was given to an earlier wording and waits to be confirmed */
  readonly unconfirmed: Accessor<ReadonlySet<QuestionId>>;
  readonly canEdit: Accessor<boolean>;

  readonly filter: Accessor<QuestionFilter>;
  readonly setFilter: (change: Partial<QuestionFilter>) => void;
  /** the questions that the filter lets through, in authored order */
  readonly matching: Accessor<readonly PlacedQuestion[]>;
  readonly mode: Accessor<ViewMode>;
  readonly setMode: (mode: ViewMode) => void;
  /** the section whose questions the list shows */
  readonly listed: Accessor<SectionId | null>;

  readonly current: Accessor<PlacedQuestion | null>;
  readonly go: (question: QuestionId, options?: Going) => void;
  /** Whether the focus should follow to where `go` led; true once for each such going. */
  readonly takesFocus: () => boolean;
  readonly goToSection: (section: SectionId) => void;
  readonly neighbour: (step: 1 | -1) => PlacedQuestion | null;
  readonly nextUnanswered: () => PlacedQuestion | null;
  /** first level that meets the question's target (S5); null when it applies to nobody */
  readonly targetLevel: (placed: PlacedQuestion) => LevelId | null;
}

const AssessViewContext = createContext<AssessView>();
export const AssessViewProvider = AssessViewContext.Provider;

export function useAssessView(): AssessView {
  const view = useContext(AssessViewContext);
  if (!view) throw new Error("useAssessView needs an <AssessViewProvider> above it");
  return view;
}

/** `question` is the id that the address names, as it stands there. */
export function createAssessView(checklist: Checklist, question: Accessor<string | undefined>): AssessView {
  const session = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const placed = placeQuestions(checklist.sections);
  const result = createMemo<ChecklistResult>((known) => {
    const found = session.result().checklists.find((one) => one.id === checklist.id) ?? known;
    if (!found) throw new Error(`no result for ${checklist.id}`);
    return found;
  });
  const contributions = createMemo(() => new Map(result().contributions.map((one) => [one.question, one])));
  const findings = createMemo(() => new Map(result().findings.map((one) => [one.question, one])));
  const answering = createAnswering(session, checklist.id, useAttempt());
  const unconfirmed = createMemo(() => new Set(unconfirmedAnswers(result(), session.assessment().answers[checklist.id])));
  const filter = createMemo(() => readFilter(search));
  const shows = (show: Show, id: QuestionId): boolean => {
    const line = contributions().get(id);
    switch (show) {
      case "all":
        return line?.state !== "out-of-scope";
      case "unanswered":
        return line?.state === "unanswered";
      case "gap":
        return findings().has(id);
      case "evidence-missing":
        return line?.state === "answered" && line.evidence.length === 0;
      case "to-confirm":
        return unconfirmed().has(id);
      case "conflict":
        return answering.conflict(id) !== undefined;
      case "out-of-scope":
        return line?.state === "out-of-scope";
    }
  };
  const matching = createMemo(() => {
    const { show, phase, obligation } = filter();
    return placed.filter(
      (one) =>
        shows(show, one.question.id) &&
        (phase === null || one.question.phases.includes(phase)) &&
        (obligation === null || one.question.obligation === obligation),
    );
  });
  const current = createMemo(() => placed.find((one) => isNamed(one.question.id, question())) ?? null);
  const matchingIds = createMemo(() => new Set(matching().map((one) => one.question.id)));
  const place = () => placed.findIndex((one) => one === current());
  const mode = (): ViewMode => (search["view"] === "list" ? "list" : "one");
  const listed = createMemo(() => {
    const path = current()?.sections ?? [];
    return (path.find((one) => one.id === search["section"]) ?? path[0])?.id ?? null;
  });
  const location = useLocation<{ readonly focus: boolean }>();
  let isFocusWanted = untrack(() => location.state?.focus === true);
  const go: AssessView["go"] = (id, options = {}) => {
    isFocusWanted = options.focus ?? false;
    const query = queryOf({
      ...search,
      ...(options.mode ? { view: options.mode === "list" ? "list" : undefined } : {}),
      ...(options.show ? { show: options.show, phase: undefined, obligation: undefined } : {}),
    });
    navigate(`${hrefOf(session.id, checklist.id, id)}${query}`, { scroll: false, replace: options.replace ?? false });
  };
  return {
    session,
    checklist,
    result,
    placed,
    contribution: (id) => contributions().get(id),
    finding: (id) => findings().get(id),
    answering,
    unconfirmed,
    canEdit: session.isEditing,
    filter,
    setFilter: (change) => {
      const next = { ...filter(), ...change };
      setSearch({ show: next.show === "all" ? null : next.show, phase: next.phase, obligation: next.obligation }, { replace: true, scroll: false });
    },
    matching,
    mode,
    setMode: (next) => setSearch({ view: next === "list" ? "list" : null }, { replace: true, scroll: false }),
    listed,
    current,
    go,
    takesFocus: () => {
      const wanted = isFocusWanted;
      isFocusWanted = false;
      return wanted;
    },
    goToSection: (section) => {
      const within = (one: PlacedQuestion) => one.sections.some(({ id }) => id === section);
      const first = matching().find(within) ?? placed.find(within);
      if (!first) return;
      const query = queryOf({ ...search, section });
      navigate(`${hrefOf(session.id, checklist.id, first.question.id)}${query}`, { scroll: false });
    },
    neighbour: (step) => {
      for (let at = place() + step; at >= 0 && at < placed.length; at += step) {
        const one = placed[at];
        if (one && matchingIds().has(one.question.id)) return one;
      }
      return null;
    },
    nextUnanswered: () => {
      const from = place();
      const around = [...placed.slice(from + 1), ...placed.slice(0, Math.max(0, from))];
      return around.find((one) => contributions().get(one.question.id)?.state === "unanswered") ?? null;
    },
    targetLevel: (one) => {
      const target = contributions().get(one.question.id)?.target ?? 0;
      return target > 0 ? (scaleOf(checklist, one.question).levels.find((level) => level.value >= target - 1e-9)?.id ?? null) : null;
    },
  };
}

/** The question at which an answerer begins: the first unanswered, else the first in scope, else the first. */
export function firstQuestion(checklist: Checklist, result: ChecklistResult | undefined): QuestionId | null {
  const lines = result?.contributions ?? [];
  const open = lines.find((line) => line.state === "unanswered") ?? lines.find((line) => line.state !== "out-of-scope");
  return open?.question ?? placeQuestions(checklist.sections)[0]?.question.id ?? null;
}

/** Path inside the app, without the leading hash. */
export function hrefOf(assessment: string, checklist: string, question: string | null): string {
  return `/assess/${[assessment, checklist, ...(question ? [question] : [])].map(encodeURIComponent).join("/")}`;
}

/** The `state` of a link from one checklist to another that the focus should follow. */
export const arrivesFocused = JSON.stringify({ focus: true });

/** An address may hold an id as it is or with its signs escaped. */
export function isNamed(id: string, written: string | undefined): boolean {
  return written !== undefined && (written === id || written === encodeURIComponent(id));
}

function queryOf(search: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (typeof value === "string" && value !== "") query.set(key, value);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
