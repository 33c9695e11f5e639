import { placeQuestions, type Checklist, type PlacedQuestion } from "./checklist.ts";
import { readVersion } from "./read-version.ts";

/**
 * The version under which `next` follows `last`. What moves figures of answers given before (a weight, a target, a scale,
 * an obligation, a scope, a question less) is a major change; a question more is a minor one; words alone are a patch.
 */
export function proposeVersion(last: Checklist, next: Checklist): string {
  const [major, minor, patch] = numbersOf(last);
  if (figuresOf(last) !== figuresOf(last, next)) return `${major + 1n}.0.0`;
  return placeQuestions(next.sections).length > placeQuestions(last.sections).length ? `${major}.${minor + 1n}.0` : `${major}.${minor}.${patch + 1n}`;
}

/** Checklists carry semantic versions; one that does not is taken to stand before them all. */
function numbersOf({ version }: Checklist): readonly [major: bigint, minor: bigint, patch: bigint] {
  const [major, minor, patch] = readVersion(version)?.numbers ?? ["0", "0", "0"];
  return [BigInt(major), BigInt(minor), BigInt(patch)];
}

/** All that scoring reads of the questions of `last`, as `said` has it. */
function figuresOf(last: Checklist, said: Checklist = last): string {
  const byId = new Map(placeQuestions(said.sections).map((placed) => [placed.question.id, placed]));
  const scales = said.scales.map(({ id, levels }) => [id, levels.map((level) => [level.id, level.value])]);
  const lines = placeQuestions(last.sections).map(({ question }) => lineOf(byId.get(question.id)));
  return JSON.stringify([said.target, scales, lines]);
}

function lineOf(placed: PlacedQuestion | undefined): unknown {
  if (!placed) return null;
  const { weight, obligation, scale, target, knockout, appliesWhen, phases } = placed.question;
  return [weight, obligation, scale, target, knockout, appliesWhen, phases, placed.sections.map((one) => [one.target, one.appliesWhen])];
}
