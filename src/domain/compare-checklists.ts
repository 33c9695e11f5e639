import { placeQuestions, scaleOf, type AppliesWhen, type Checklist, type Level, type LifecyclePhase, type Obligation, type PlacedQuestion, type Scale } from "./checklist.ts";
import type { LevelId, QuestionId, ScaleId, SectionId } from "./ids.ts";
import type { LocalText } from "./text.ts";

/** How one version of a checklist differs from another: one entry for each question of either. */
export interface ChecklistComparison {
  /** in the authored order of the later version, then what is no longer asked in that of the earlier */
  readonly questions: readonly QuestionComparison[];
  /** scales that differ, and those of only one version */
  readonly scales: readonly ScaleComparison[];
}

export type QuestionComparison =
  /** asked by both; unchanged when nothing is reworded, changed or moved */
  | {
      readonly kind: "kept";
      readonly id: QuestionId;
      readonly before: PlacedQuestion;
      readonly after: PlacedQuestion;
      readonly reworded: readonly Rewording[];
      readonly changes: readonly QuestionChange[];
      readonly moved: { readonly before: SectionId; readonly after: SectionId } | null;
    }
  /** not asked before; `replaces` names the questions of the earlier version in whose place it stands */
  | { readonly kind: "new"; readonly id: QuestionId; readonly after: PlacedQuestion; readonly replaces: readonly QuestionId[] }
  /** no longer asked; several `replacedBy` are a split, one that replaces several is a merger */
  | { readonly kind: "removed"; readonly id: QuestionId; readonly before: PlacedQuestion; readonly replacedBy: readonly QuestionId[] };

export type KeptQuestion = Extract<QuestionComparison, { readonly kind: "kept" }>;

/** What a question says in other words, in either language. Evidence is compared ask by ask; null where there is none. */
export type Rewording =
  | { readonly part: "text" | "help"; readonly before: LocalText; readonly after: LocalText }
  | { readonly part: "evidence"; readonly before: LocalText | null; readonly after: LocalText | null };

/** Targets and scope as they reach the question, its own or inherited from the sections above (S2, S4). */
export type QuestionChange =
  | { readonly what: "weight"; readonly before: number; readonly after: number }
  | { readonly what: "obligation"; readonly before: Obligation; readonly after: Obligation }
  | { readonly what: "target"; readonly before: number | null; readonly after: number | null }
  | { readonly what: "knockout"; readonly before: boolean; readonly after: boolean }
  | { readonly what: "scope"; readonly before: readonly AppliesWhen[]; readonly after: readonly AppliesWhen[] }
  | { readonly what: "phases"; readonly before: readonly LifecyclePhase[]; readonly after: readonly LifecyclePhase[] }
  | { readonly what: "scale"; readonly before: ScaleId; readonly after: ScaleId }
  | { readonly what: "ref"; readonly before: string; readonly after: string };

export interface ScaleComparison {
  readonly scale: ScaleId;
  readonly kind: "new" | "removed" | "changed";
  /** levels that differ, in rising order of the later scale, then those that are gone; empty unless changed */
  readonly levels: readonly LevelComparison[];
}

export interface LevelComparison {
  readonly level: LevelId;
  /** null for a level that is new */
  readonly before: Level | null;
  /** null for a level that is gone */
  readonly after: Level | null;
}

/** Total: whatever two checklists are given. The order in which a file lists its questions, scales or conditions is no difference. */
export function compareChecklists(before: Checklist, after: Checklist): ChecklistComparison {
  const [earlier, later] = [placeById(before), placeById(after)];
  const replacedBy = new Map<QuestionId, QuestionId[]>();
  const questions: QuestionComparison[] = [];
  for (const [id, placed] of later) {
    const known = earlier.get(id);
    const replaces = known ? [] : earlierReplaced(placed, earlier, later);
    for (const old of replaces) replacedBy.set(old, [...(replacedBy.get(old) ?? []), id]);
    questions.push(known ? compareKept(id, { checklist: before, placed: known }, { checklist: after, placed }) : { kind: "new", id, after: placed, replaces });
  }
  for (const [id, placed] of earlier) {
    if (!later.has(id)) questions.push({ kind: "removed", id, before: placed, replacedBy: replacedBy.get(id) ?? [] });
  }
  return { questions, scales: compareScales(before.scales, after.scales) };
}

export function isUnchanged(one: QuestionComparison): boolean {
  return one.kind === "kept" && one.reworded.length === 0 && one.changes.length === 0 && one.moved === null;
}

/** Whether two levels are said in the same words; their values may differ. */
export function isSameLevelWording(a: Level, b: Level): boolean {
  return isSameText(a.label, b.label) && isSameText(a.meaning, b.meaning);
}

function placeById({ sections }: Checklist): ReadonlyMap<QuestionId, PlacedQuestion> {
  return new Map(placeQuestions(sections).map((placed) => [placed.question.id, placed]));
}

type Placed = ReadonlyMap<QuestionId, PlacedQuestion>;

/** Of those that the author says are replaced, the ones that the earlier version asked and the later does not. */
function earlierReplaced({ question }: PlacedQuestion, earlier: Placed, later: Placed): readonly QuestionId[] {
  return [...new Set(question.replaces)].filter((id) => earlier.has(id) && !later.has(id));
}

interface Side {
  readonly checklist: Checklist;
  readonly placed: PlacedQuestion;
}

function compareKept(id: QuestionId, before: Side, after: Side): KeptQuestion {
  const [from, to] = [before.placed.sections.at(-1)?.id, after.placed.sections.at(-1)?.id];
  return {
    kind: "kept",
    id,
    before: before.placed,
    after: after.placed,
    reworded: [...compareTexts(before.placed, after.placed), ...compareEvidence(before.placed, after.placed)],
    changes: compareSettings(before, after),
    moved: from && to && from !== to ? { before: from, after: to } : null,
  };
}

function compareTexts({ question: a }: PlacedQuestion, { question: b }: PlacedQuestion): readonly Rewording[] {
  return (["text", "help"] as const).flatMap((part): readonly Rewording[] =>
    isSameText(a[part], b[part]) ? [] : [{ part, before: a[part], after: b[part] }],
  );
}

/** What both ask for is no difference, in whatever order; what is left over is paired as it stands. */
function compareEvidence({ question: a }: PlacedQuestion, { question: b }: PlacedQuestion): readonly Rewording[] {
  const gone = a.evidence.filter((one) => !b.evidence.some((other) => isSameText(one, other)));
  const come = b.evidence.filter((one) => !a.evidence.some((other) => isSameText(one, other)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, place): Rewording => ({
    part: "evidence",
    before: gone[place] ?? null,
    after: come[place] ?? null,
  }));
}

function compareSettings(before: Side, after: Side): readonly QuestionChange[] {
  const [a, b] = [before.placed.question, after.placed.question];
  const [target, laterTarget] = [targetOf(before), targetOf(after)];
  const [scope, laterScope] = [scopeOf(before.placed), scopeOf(after.placed)];
  const [scale, laterScale] = [scaleOf(before.checklist, a).id, scaleOf(after.checklist, b).id];
  const [isKnockout, isLaterKnockout] = [a.knockout === true, b.knockout === true];
  const all: readonly (QuestionChange | false)[] = [
    a.weight !== b.weight && { what: "weight", before: a.weight, after: b.weight },
    a.obligation !== b.obligation && { what: "obligation", before: a.obligation, after: b.obligation },
    target !== laterTarget && { what: "target", before: target, after: laterTarget },
    isKnockout !== isLaterKnockout && { what: "knockout", before: isKnockout, after: isLaterKnockout },
    signOf(scope) !== signOf(laterScope) && { what: "scope", before: scope, after: laterScope },
    !isSameSet(a.phases, b.phases) && { what: "phases", before: a.phases, after: b.phases },
    scale !== laterScale && { what: "scale", before: scale, after: laterScale },
    a.ref !== b.ref && { what: "ref", before: a.ref, after: b.ref },
  ];
  return all.filter((one) => one !== false);
}

/** S4: the question's own, else that of the nearest section, else the checklist's; null when none is authored. */
function targetOf({ checklist, placed }: Side): number | null {
  const above = placed.sections.findLast((one) => one.target !== undefined)?.target;
  return placed.question.target ?? above ?? checklist.target ?? null;
}

/** S2: every condition that must hold, outermost first. */
function scopeOf({ question, sections }: PlacedQuestion): readonly AppliesWhen[] {
  return [...sections.map((one) => one.appliesWhen), question.appliesWhen].filter((one) => one !== undefined);
}

/** Two scopes with one sign let the same profiles in: conditions all hold, whatever their order. */
function signOf(scope: readonly AppliesWhen[]): string {
  const keys = ["tier", "role", "sector", "tags"] as const;
  const signs = scope.map((one) => JSON.stringify(keys.map((key) => [...new Set<string>(one[key] ?? [])].toSorted())));
  return [...new Set(signs)].filter((sign) => sign !== "[[],[],[],[]]").toSorted().join();
}

function compareScales(before: readonly Scale[], after: readonly Scale[]): readonly ScaleComparison[] {
  const changed = after.flatMap((scale): readonly ScaleComparison[] => {
    const known = before.find((one) => one.id === scale.id);
    if (!known) return [{ scale: scale.id, kind: "new", levels: [] }];
    const levels = compareLevels(known.levels, scale.levels);
    return levels.length > 0 ? [{ scale: scale.id, kind: "changed", levels }] : [];
  });
  const gone = before.filter((one) => after.every((scale) => scale.id !== one.id));
  return [...changed, ...gone.map(({ id }): ScaleComparison => ({ scale: id, kind: "removed", levels: [] }))];
}

function compareLevels(before: readonly Level[], after: readonly Level[]): readonly LevelComparison[] {
  const isHere = (levels: readonly Level[], { id }: Level) => levels.find((one) => one.id === id) ?? null;
  const differs = after.flatMap((level): readonly LevelComparison[] => {
    const known = isHere(before, level);
    return known && known.value === level.value && isSameLevelWording(known, level) ? [] : [{ level: level.id, before: known, after: level }];
  });
  const gone = before.filter((level) => !isHere(after, level));
  return [...differs, ...gone.map((level): LevelComparison => ({ level: level.id, before: level, after: null }))];
}

function isSameText(a: LocalText, b: LocalText): boolean {
  return a.en === b.en && a["zh-TW"] === b["zh-TW"];
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.includes(one)) && b.every((one) => a.includes(one));
}
