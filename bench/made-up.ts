import type { Answer, Assessment, AssessmentId, Checklist, ChecklistId, EvidenceId, LevelId, Question, QuestionId, ScaleId, Section, SectionId } from "#domain";
import { lifecyclePhases } from "#domain";

/** What a question says. */
export type Words = Pick<Question, "text" | "help" | "evidence">;

const both = (text: string) => ({ en: text, "zh-TW": text });
const short: Words = { text: both("t"), help: both("h"), evidence: [both("a"), both("b")] };
const perSection = 10;

/** Sections of five subsections with ten questions each, in all phases by turns; they say `words` by turns. */
export function checklistOf(count: number, words: readonly Words[] = [short]): Checklist {
  const subsections = Array.from({ length: count / perSection }, (_, index): Section => ({
    id: `S${index}` as SectionId,
    ref: String(index),
    title: both("t"),
    questions: Array.from({ length: perSection }, (_, place) => questionOf(index * perSection + place, words)),
  }));
  return {
    format: "assay-checklist/1",
    id: "bench" as ChecklistId,
    version: "1.0.0",
    title: both("Bench"),
    source: { name: "n", publisher: "p", date: "2026", licence: "l" },
    scales: [{ id: "s" as ScaleId, levels: [0, 0.25, 0.5, 0.75, 1].map((value, id) => ({ id: String(id) as LevelId, value, label: both("l"), meaning: both("m") })) }],
    sections: Array.from({ length: Math.ceil(subsections.length / 5) }, (_, index) => ({
      id: `T${index}` as SectionId,
      ref: String(index),
      title: both("t"),
      pdca: (["plan", "do", "check", "act"] as const)[index % 4] ?? "plan",
      sections: subsections.slice(index * 5, index * 5 + 5),
    })),
  };
}

function questionOf(place: number, words: readonly Words[]): Question {
  const { text, help, evidence } = words[place % words.length] ?? short;
  return {
    id: `Q${place}` as QuestionId,
    ref: String(place),
    text,
    help,
    evidence,
    phases: [lifecyclePhases[place % 7] ?? "retire", lifecyclePhases[(place + 2) % 7] ?? "retire"],
    weight: ([1, 2, 3] as const)[place % 3] ?? 1,
    obligation: place % 3 ? "should" : "must",
    ...(place % 50 === 0 ? { knockout: true as const } : {}),
  };
}

/** Four questions in five answered, by turns at each level, every second with evidence; each with `note` when there is one. */
export function assessmentOf({ id, version }: Checklist, count: number, note?: string): Assessment {
  const answers = Array.from({ length: count }, (_, place): readonly (readonly [string, Answer])[] =>
    place % 5 === 4 ? [] : [[`Q${place}`, { level: String((place * 7) % 5) as LevelId, evidence: place % 2 ? [`e${place % 40}` as EvidenceId] : [], ...(note ? { note } : {}) }]],
  ).flat();
  return {
    id: "bench" as AssessmentId,
    system: { name: "n", purpose: "p" },
    assessedAt: "2026-11-21",
    profile: { tier: "high", role: ["deployer"] },
    checklists: [{ id, version }],
    answers: { [id]: Object.fromEntries(answers) },
    evidence: Array.from({ length: 40 }, (_, place) => ({ id: `e${place}` as EvidenceId, kind: "statement", name: "n" })),
    attestations: [], classifications: [],
  };
}
