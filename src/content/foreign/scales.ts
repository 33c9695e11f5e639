import type { LocalText } from "#domain";
import { list, mapping, type Loose, type Path } from "../loose.ts";
import { noteUnread, type Ledger } from "./ledger.ts";
import { nameOf } from "./names.ts";
import * as sentences from "./sentences.ts";
import { numberOf, textOf } from "./values.ts";
import type { Voice } from "./voice.ts";

export interface LooseLevel {
  readonly id: string;
  readonly value: number;
  readonly label: LocalText;
  readonly meaning: LocalText;
}

/** A scale of scores, and the scores that stand for 0 and 1 on it. */
export interface ScoreScale {
  readonly levels: readonly LooseLevel[];
  readonly low: number;
  readonly high: number;
}

/** What reading a part of a library needs. */
export interface Reading {
  readonly voice: Voice;
  readonly ledger: Ledger;
  /** tags of the groups whose questions every system is asked; null: as the library selects */
  readonly chosen: ReadonlySet<string> | null;
}

/** A scale with more steps than this is answered by a result instead of a number. */
const mostUnnamedSteps = 10;

const knownOfScore = new Set(["score", "name", "description", "translations"]);

/**
 * The scale of a `scores_definition`, from `low` to `high` where these are given and hold all its scores. Without named
 * scores, the whole numbers between them; null when that gives no two levels or more than eleven.
 */
export function readScores(definition: unknown, bounds: Loose, path: Path, reading: Reading): ScoreScale | null {
  const named = list(definition).map(mapping).flatMap((entry, index) => {
    const score = numberOf(entry["score"]);
    return score === null ? [] : [{ score, entry, path: [...path, index] }];
  });
  const low = numberOf(bounds["min_score"]);
  const high = numberOf(bounds["max_score"]);
  if (new Set(named.map((one) => one.score)).size < 2) return countScores(low, high);
  const scores = named.map((one) => one.score);
  const from = scores.reduce((least, score) => Math.min(least, score), low ?? Number.POSITIVE_INFINITY);
  const to = scores.reduce((most, score) => Math.max(most, score), high ?? Number.NEGATIVE_INFINITY);
  const steps = named.map(({ score, entry, path: own }): LooseLevel => {
    noteUnread(reading.ledger, entry, knownOfScore, own);
    const label = reading.voice(entry, "name", own) ?? { en: String(score), "zh-TW": String(score) };
    const meaning = reading.voice(entry, "description", own) ?? fillMeaning(reading, own);
    return { id: nameOf(String(score)), value: shareOf(score, from, to), label, meaning };
  });
  return { levels: rise(steps, path, reading.ledger), low: from, high: to };
}

function countScores(low: number | null, high: number | null): ScoreScale | null {
  if (low === null || high === null || !Number.isInteger(low) || !Number.isInteger(high)) return null;
  const steps = high - low;
  if (steps < 1 || steps > mostUnnamedSteps) return null;
  const levels = Array.from({ length: steps + 1 }, (_, step): LooseLevel => {
    const score = low + step;
    const label = String(score);
    return { id: nameOf(label), value: shareOf(score, low, high), label: { en: label, "zh-TW": label }, meaning: sentences.scoreMeaning(score, low, high) };
  });
  return { levels, low, high };
}

const knownOfChoice = new Set(["urn", "ref_id", "value", "description", "annotation", "add_score", "compute_result", "translations"]);

/**
 * The scale of a question's choices by their `add_score`, else by their `compute_result`; null when neither tells two
 * of them apart. The choice "not applicable" is left to the answer of that name.
 */
export function readChoices(choices: readonly unknown[], path: Path, reading: Reading): readonly LooseLevel[] | null {
  const all = choices.map((value, index) => ({ choice: typeof value === "string" ? { value } : mapping(value), id: `c${index + 1}`, path: [...path, index] }));
  const asked = all.filter(({ choice }) => resultOf(choice) !== "not_applicable");
  const valued = byScore(asked) ?? byResult(asked);
  if (!valued) return null;
  for (const one of all) noteUnread(reading.ledger, one.choice, knownOfChoice, one.path);
  for (const one of all) if (!asked.includes(one)) reading.ledger.note("not-applicable", "choices", one.path);
  for (const one of asked) if (!valued.some(({ id }) => id === one.id)) reading.ledger.note("not-scored", "choices", one.path);
  const steps = valued.map(({ choice, id, value, path: own }): LooseLevel => {
    const label = labelOf(choice, own, reading.voice);
    const meaning = reading.voice(choice, "description", own) ?? reading.voice(choice, "annotation", own) ?? fillMeaning(reading, own);
    return { id, value, label, meaning };
  });
  return rise(steps, path, reading.ledger);
}

const knownOfOffer = new Set(["urn", "ref_id", "value", "translations"]);

/** What the choices say, for the help of a question that they give no scale; what else they hold is left out. */
export function offeredChoices(choices: readonly unknown[], path: Path, { voice, ledger }: Reading): LocalText | null {
  const labels = choices.map((value, index) => {
    const choice = typeof value === "string" ? { value } : mapping(value);
    noteUnread(ledger, choice, knownOfOffer, [...path, index]);
    return labelOf(choice, [...path, index], voice);
  });
  return labels.length === 0 ? null : sentences.offered(labels);
}

interface Choice {
  readonly choice: Loose;
  readonly id: string;
  readonly path: Path;
}

type Valued = readonly (Choice & { readonly value: number })[];

/** A choice without a score adds none. */
function byScore(choices: readonly Choice[]): Valued | null {
  const scores = choices.map(({ choice }) => numberOf(choice["add_score"]));
  if (scores.every((score) => score === null)) return null;
  const low = scores.reduce<number>((least, score) => Math.min(least, score ?? 0), 0);
  const high = scores.reduce<number>((most, score) => Math.max(most, score ?? 0), Number.NEGATIVE_INFINITY);
  const valued = choices.map((one, index) => ({ ...one, value: shareOf(scores[index] ?? 0, low, high) }));
  return new Set(valued.map((one) => one.value)).size > 1 ? valued : null;
}

function byResult(choices: readonly Choice[]): Valued | null {
  const valued = choices.flatMap((one) => {
    const result = sentences.results.find(({ id }) => id === resultOf(one.choice));
    return result ? [{ ...one, value: result.value }] : [];
  });
  return new Set(valued.map((one) => one.value)).size > 1 ? valued : null;
}

function resultOf(choice: Loose): string | null {
  const said = textOf(choice["compute_result"])?.toLowerCase() ?? null;
  if (said === "true" || said === "1") return "compliant";
  return said === "false" || said === "0" ? "non_compliant" : said;
}

function labelOf(choice: Loose, path: Path, voice: Voice): LocalText {
  return voice(choice, "value", path) ?? { en: "—", "zh-TW": "—" };
}

function fillMeaning({ ledger }: Reading, path: Path): LocalText {
  ledger.note("filled-in", "meaning", path);
  return sentences.meaning;
}

/** Levels in rising order; those of one value become one. */
function rise(levels: readonly LooseLevel[], path: Path, ledger: Ledger): readonly LooseLevel[] {
  const byValue = new Map<number, LooseLevel>();
  for (const level of levels) {
    const twin = byValue.get(level.value);
    if (twin) ledger.note("squeezed", "score", path);
    byValue.set(level.value, twin ? { ...twin, label: either(twin.label, level.label), meaning: either(twin.meaning, level.meaning) } : level);
  }
  return [...byValue.values()].toSorted((a, b) => a.value - b.value);
}

function either(one: LocalText, other: LocalText): LocalText {
  if (one.en === other.en) return one;
  return { en: `${one.en} / ${other.en}`, "zh-TW": `${one["zh-TW"]}／${other["zh-TW"]}` };
}

/** Where `score` lies between `low` and `high`, in [0,1], to six digits. */
export function shareOf(score: number, low: number, high: number): number {
  const share = high > low ? (score - low) / (high - low) : 0;
  return Math.round(Math.min(1, Math.max(0, share)) * 1e6) / 1e6;
}
