/**
 * A notation for checklists and answers, so that a test is a few lines.
 *
 *     * t.9                          the checklist's own target
 *     # A t.7 pdca=plan              a section; ## is one within it
 *     a1 w3 t.6 knockout tier=high   a question of the section above it; weight 1 unless said
 *
 * Answers: `a1:3` level 3 · `a1:3+e1+e2` with evidence · `a1:na` · `a1:na/reason`.
 * Evidence: `e1` always in force · `e1:2026-01-01..2026-12-31` either bound may be left out · `e1:withdrawn`.
 *
 * Levels 0 to 4 are worth 0, 0.2, 0.5, 0.8 and 1; `scale=duty` has 0, 1 and 2, worth 0, 0.5 and 1.
 */
import type {
  Answer,
  AnswersByChecklist,
  AppliesWhen,
  Assessment,
  AssessmentId,
  Checklist,
  ChecklistId,
  ChecklistResult,
  Evidence,
  EvidenceId,
  LevelId,
  Profile,
  Question,
  QuestionId,
  Scale,
  ScaleId,
  Section,
  SectionId,
} from "#domain";
import { scoreChecklist } from "#scoring";

export const today = "2026-11-21";

const text = (en: string) => ({ en, "zh-TW": en });

const scale = (id: string, values: readonly number[]): Scale => ({
  id: id as ScaleId,
  levels: values.map((value, index) => ({ id: `${index}` as LevelId, value, label: text(`${index}`), meaning: text(`${value}`) })),
});

const scales = [scale("maturity", [0, 0.2, 0.5, 0.8, 1]), scale("duty", [0, 0.5, 1])] as const;

interface OpenSection {
  readonly section: Section;
  readonly sections: OpenSection[];
  readonly questions: Question[];
}

export function checklist(notation: string): Checklist {
  const outermost: OpenSection[] = [];
  const open: OpenSection[] = [];
  let whole: Marks = {};
  for (const line of notation.split("\n").filter((one) => one.trim() !== "")) {
    const [sign = "", ...words] = line.trim().split(/\s+/);
    if (sign === "*") whole = marks(words);
    else if (/^#+$/.test(sign)) {
      const opened = openSection(words);
      open.length = sign.length - 1;
      (open.at(-1)?.sections ?? outermost).push(opened);
      open.push(opened);
    } else open.at(-1)?.questions.push(questionFrom(sign, words));
  }
  return {
    format: "assay-checklist/1",
    id: "c" as ChecklistId,
    version: "1.0.0",
    title: text("C"),
    source: { name: "C", publisher: "C", date: "2026", licence: "C" },
    ...(whole.target === undefined ? {} : { target: whole.target }),
    scales,
    sections: outermost.map(closeSection),
  };
}

export interface World {
  readonly profile?: Profile;
  readonly evidence?: string;
  readonly on?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
}

export function assessment(said: string, world: World = {}): Assessment {
  const answers: Record<string, Answer> = { ...world.answers };
  for (const word of wordsOf(said)) {
    const [question = "", rest = ""] = word.split(/:(.*)/);
    answers[question] = answerFrom(rest);
  }
  return {
    id: "a" as AssessmentId,
    system: { name: "S", purpose: "P" },
    assessedAt: world.on ?? today,
    profile: world.profile ?? {},
    checklists: [{ id: "c" as ChecklistId, version: "1.0.0" }],
    answers: { c: answers } as AnswersByChecklist,
    evidence: wordsOf(world.evidence ?? "").map(evidenceFrom),
    attestations: [], classifications: [],
  };
}

/** Scores a checklist in the notation with answers in the notation. */
export function score(notation: string, said = "", world: World = {}): ChecklistResult {
  return scoreChecklist(checklist(notation), assessment(said, world));
}

/** Split at plain spaces only, so that other white space can stand in a reason. */
function wordsOf(words: string): readonly string[] {
  return words.split(" ").filter((word) => word !== "");
}

interface Marks {
  readonly weight?: number;
  readonly target?: number;
  readonly knockout?: true;
  readonly pairs?: Readonly<Record<string, readonly string[]>>;
}

function marks(words: readonly string[]): Marks {
  const pairs: Record<string, readonly string[]> = {};
  let found: Marks = { pairs };
  for (const word of words) {
    const [key = "", values] = word.split("=");
    if (values !== undefined) pairs[key] = values.split(",");
    else if (word === "knockout") found = { ...found, knockout: true };
    else if (/^w\d/.test(word)) found = { ...found, weight: Number(word.slice(1)) };
    else if (/^t[\d.]/.test(word)) found = { ...found, target: Number(word.slice(1)) };
    else throw new Error(`the notation has no ${word}`);
  }
  return found;
}

function scopeOf({ pairs = {} }: Marks): { readonly appliesWhen?: AppliesWhen } {
  const { tier, role, sector, tags } = pairs;
  const stated = Object.entries({ tier, role, sector, tags }).filter(([, values]) => values !== undefined);
  return stated.length > 0 ? { appliesWhen: Object.fromEntries(stated) as AppliesWhen } : {};
}

function openSection([id = "", ...words]: readonly string[]): OpenSection {
  const found = marks(words);
  const { target } = found;
  const pdca = found.pairs?.["pdca"]?.[0] as Section["pdca"];
  const section = { id: id as SectionId, ref: id, title: text(id), ...(pdca ? { pdca } : {}), ...(target === undefined ? {} : { target }) };
  return { section: { ...section, ...scopeOf(found) }, sections: [], questions: [] };
}

function closeSection({ section, sections, questions }: OpenSection): Section {
  return {
    ...section,
    ...(sections.length > 0 ? { sections: sections.map(closeSection) } : {}),
    ...(questions.length > 0 ? { questions } : {}),
  };
}

function questionFrom(id: string, words: readonly string[]): Question {
  const found = marks(words);
  const { weight = 1, target, knockout, pairs = {} } = found;
  const scaleId = pairs["scale"]?.[0];
  return {
    id: id as QuestionId,
    ref: id,
    text: text(id),
    help: text(id),
    evidence: [text("a record"), text("a log")],
    phases: (pairs["phases"] ?? ["plan-design"]) as Question["phases"],
    weight: weight as Question["weight"],
    obligation: (pairs["obligation"]?.[0] ?? "should") as Question["obligation"],
    ...(scaleId ? { scale: scaleId as ScaleId } : {}),
    ...(target === undefined ? {} : { target }),
    ...(knockout ? { knockout } : {}),
    ...scopeOf(found),
  };
}

function answerFrom(said: string): Answer {
  if (said === "na") return { notApplicable: true };
  if (said.startsWith("na/")) return { notApplicable: true, justification: said.slice(3) };
  const [level = "", ...evidence] = said.split("+");
  return { ...(level ? { level: level as LevelId } : {}), ...(evidence.length > 0 ? { evidence: evidence as EvidenceId[] } : {}) };
}

function evidenceFrom(said: string): Evidence {
  const [id = "", window = ""] = said.split(":");
  const base = { id: id as EvidenceId, name: id, kind: "statement" } as const;
  if (window === "withdrawn") return { ...base, withdrawn: true };
  const [from, until] = window.split("..");
  return { ...base, ...(from ? { effectiveFrom: from } : {}), ...(until ? { expires: until } : { expires: null }) };
}
