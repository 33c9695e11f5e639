import { placeQuestions, type Checklist, type PlacedQuestion } from "./checklist.ts";

/**
 * The version under which `next` follows `last`. What moves figures of answers given before (a weight, a target, a scale,
 * an obligation, a scope, a question less) is a major change; a question more is a minor one; words alone are a patch.
 */
export function proposeVersion(last: Checklist, next: Checklist): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(last.version);
  if (figuresOf(last) !== figuresOf(last, next)) return `${major + 1}.0.0`;
  return placeQuestions(next.sections).length > placeQuestions(last.sections).length ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
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

function numbersOf(version: string): readonly number[] {
  return (version.split(/[-+]/)[0] ?? "").split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
}
