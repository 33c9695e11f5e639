import type { LocalText, Question, Unbranded } from "#domain";
import type { Path } from "../loose.ts";
import { askedBy, type Asked } from "./asked.ts";
import { noteUnread } from "./ledger.ts";
import { nameOf } from "./names.ts";
import { obligationOf, type GroupPlan, type WeightPlan } from "./plans.ts";
import type { Requirement } from "./requirement-tree.ts";
import type { ScaleShelf } from "./scale-shelf.ts";
import { offeredChoices, readChoices, type Reading } from "./scales.ts";
import * as sentences from "./sentences.ts";
import { isTrue, textOf } from "./values.ts";
import { firstSentence, joinTexts, subtitle } from "./voice.ts";

/** What turning the requirements of one framework into questions needs. */
export interface Plans extends Reading {
  readonly scales: ScaleShelf;
  readonly groups: GroupPlan;
  readonly weights: WeightPlan;
  readonly nameOf: (urn: string) => string;
  /** what several requirements ask in the same words */
  readonly repeated: ReadonlySet<string>;
}

/** The questions that a requirement itself asks: its own, or itself when it is assessable. */
export function readQuestions(requirement: Requirement, plans: Plans): readonly Unbranded<Question>[] {
  const asked = askedBy(requirement.node);
  if (asked.length > 0) return asked.map((one, index) => readAsked(requirement, one, asked.length > 1 ? index + 1 : null, plans));
  return isTrue(requirement.node["assessable"]) ? [readPlain(requirement, plans)] : [];
}

/** An assessable requirement as one question: its name, or else the first sentence of its description. */
function readPlain(requirement: Requirement, plans: Plans): Unbranded<Question> {
  const { urn, node, path } = requirement;
  const { voice } = plans;
  const id = plans.nameOf(urn);
  const ref = textOf(node["ref_id"]) ?? id;
  const name = voice(node, "name", path);
  const description = voice(node, "description", path);
  const lines = name === null && description !== null ? firstSentence(description) : null;
  const help = joinTexts([lines ? lines.rest : description, voice(node, "annotation", path)]);
  const { scale, target } = plans.scales.scoresOf(node, path);
  return {
    id,
    ref,
    text: name ?? lines?.first ?? { en: ref, "zh-TW": ref },
    help: help ?? fillHelp(plans, path),
    ...readRest(requirement, {}, plans),
    ...(scale === null ? {} : { scale }),
    ...readTarget(requirement, target, plans),
    ...scopeOf(requirement, plans),
  };
}

/**
 * A question in its own words, after the name of its requirement where these are not its alone; what its requirement
 * says is help. `number` tells it from its sisters.
 */
function readAsked(requirement: Requirement, asked: Asked, number: number | null, plans: Plans): Unbranded<Question> {
  const { urn, node, path } = requirement;
  const { voice, ledger } = plans;
  const own = [...path, ...asked.path];
  noteUnread(ledger, asked.question, knownOfQuestion, own);
  const id = plans.nameOf(asked.urn?.includes(":") ? asked.urn : `${urn}:${asked.urn ?? `question:${number ?? 1}`}`);
  const ref = textOf(node["ref_id"]) ?? nameOf(urn);
  const { scale, offered, isScored } = readAnswers(asked, path, plans);
  const scores = isScored ? { scale, target: null } : plans.scales.scoresOf(node, path);
  const text = voice(asked.question, "text", own);
  const name = voice(node, "name", path);
  const needsName = plans.repeated.has(textOf(asked.question["text"]) ?? "");
  const help = joinTexts([text && !needsName ? name : null, voice(node, "description", path), voice(node, "annotation", path), voice(asked.question, "annotation", own), offered]);
  return {
    id,
    ref: number === null ? ref : `${ref} (${number})`,
    text: (needsName && text && name ? subtitle(name, text) : (text ?? name)) ?? { en: ref, "zh-TW": ref },
    help: help ?? fillHelp(plans, own),
    ...readRest(requirement, asked.question, plans),
    ...(scores.scale === null ? {} : { scale: scores.scale }),
    ...readTarget(requirement, scores.target, plans),
    ...scopeOf(requirement, plans),
  };
}

const knownOfQuestion = new Set(["urn", "ref_id", "type", "text", "choices", "weight", "annotation", "translations"]);

interface Answers {
  readonly scale: string | null;
  /** what the source offers, where it gives no scale */
  readonly offered: LocalText | null;
  readonly isScored: boolean;
}

/** A scale by the choices of a question that takes one of them; any other is answered on the scale of its framework. */
function readAnswers({ type, choices, choicesPath }: Asked, path: Path, plans: Plans): Answers {
  const place = [...path, ...choicesPath];
  const levels = type === "unique_choice" ? readChoices(choices, place, plans) : null;
  if (levels) return { scale: plans.scales.keep(levels), offered: null, isScored: true };
  plans.ledger.note("not-scored", type, place);
  return { scale: null, offered: offeredChoices(choices, place, plans), isScored: false };
}

function readRest({ node, path }: Requirement, question: Asked["question"], plans: Plans): Pick<Unbranded<Question>, "evidence" | "phases" | "weight" | "obligation"> {
  plans.ledger.note("assumed", "phases", path);
  return {
    evidence: [...readEvidence(plans.voice(node, "typical_evidence", path), path, plans)],
    phases: ["operate-monitor"],
    weight: plans.weights(node, question, path),
    obligation: obligationOf(node, path, plans.ledger),
  };
}

/** Our format wants two to four kinds: lines are kinds, those over four become one, and ours fill what is missing. */
function readEvidence(typical: LocalText | null, path: Path, { ledger }: Reading): readonly LocalText[] {
  const [en, zh] = [linesOf(typical?.en), linesOf(typical?.["zh-TW"])];
  const kinds = en.length === zh.length ? en.map((line, index) => ({ en: line, "zh-TW": zh[index] ?? line })) : typical ? [typical] : [];
  if (kinds.length > 4) {
    ledger.note("squeezed", "typical_evidence", path);
    const rest = kinds.slice(3);
    return [...kinds.slice(0, 3), { en: rest.map((one) => one.en).join("; "), "zh-TW": rest.map((one) => one["zh-TW"]).join("；") }];
  }
  if (kinds.length >= 2) return kinds;
  ledger.note("filled-in", "evidence", path);
  return [...kinds, ...sentences.evidence.slice(kinds.length)];
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? "").split("\n").map((line) => line.replace(/^\s*[-*•·–]\s*/, "").trim()).filter((line) => line !== "");
}

function readTarget({ node, path }: Requirement, target: number | null, { ledger }: Plans): { target?: number } {
  if (target !== null) return { target };
  if (textOf(node["target_score"]) !== null) ledger.note("no-place", "target_score", path);
  return {};
}

function scopeOf({ node, path }: Requirement, { groups }: Plans): Pick<Unbranded<Question>, "appliesWhen"> {
  const appliesWhen = groups.scopeOf(node, path);
  return appliesWhen ? { appliesWhen } : {};
}

function fillHelp({ ledger }: Plans, path: Path): LocalText {
  ledger.note("filled-in", "help", path);
  return sentences.help;
}
