import type { AssessmentEvent, AssessmentId, AssessmentMeta, ChecklistId, DeviceId, Digest, EventBody, LevelId, LocalText, QuestionId } from "#domain";
import { nextEvent, projectAssessment } from "#journal";
import { openStorage } from "#storage";

/** A checklist as the filled store names it. */
export interface Chosen {
  readonly id: ChecklistId;
  readonly version: string;
  readonly digest: Digest;
  readonly title: LocalText;
  readonly questions: readonly { readonly id: QuestionId; readonly level: LevelId }[];
}

const storage = await openStorage({ onOutdated: () => undefined });
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
const idOf = (place: number) => `bench-${place}` as AssessmentId;

const page = {
  /** Stores assessments `from` to `to`, not included, each with `answers` answers to questions by turns. */
  async fill(from: number, to: number, chosen: readonly Chosen[], answers: number): Promise<void> {
    for (let place = from; place < to; place += 50) {
      const batch = Array.from({ length: Math.min(50, to - place) }, (_, index) => place + index);
      await Promise.all(batch.map((one) => storage.appendEvents(idOf(one), journalOf(one, chosen, answers), metaOf(one, chosen, answers))));
    }
  },
  /** Milliseconds of each of `runs` lists. */
  list: (runs: number) => timed(runs, async () => (await storage.listMeta()).length),
  /** Milliseconds of each of `runs` readings and projections of one journal. */
  open: (place: number, runs: number) => timed(runs, async () => Object.keys(projectAssessment(await storage.readEvents(idOf(place)))?.assessment.answers ?? {}).length),
};

declare global {
  interface Window {
    stored: typeof page;
  }
}

window.stored = page;
document.body.append("ready");

async function timed(runs: number, work: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = -2; run < runs; run += 1) {
    const before = performance.now();
    if ((await work()) === 0) throw new Error("there is nothing to measure");
    if (run >= 0) times.push(performance.now() - before);
  }
  return times;
}

function journalOf(place: number, chosen: readonly Chosen[], answers: number): readonly AssessmentEvent[] {
  const checklists = chosen.map(({ id, version, digest }) => ({ id, version, digest }));
  const questions = chosen.flatMap((one) => one.questions.map((question) => ({ checklist: one.id, ...question })));
  const { name, owner } = nameOf(place);
  const system = { name, owner, purpose: "Scores applications 信用評分" };
  const events: AssessmentEvent[] = [];
  const append = (body: EventBody) => {
    const last = events.at(-1);
    events.push(nextEvent(last ? [last] : [], body, { assessment: idOf(place), device: "d1" as DeviceId, by: "Mei", at: at(place) }));
  };
  append({ kind: "assessment-created", system, profile: { tier: "high", role: ["deployer"] }, assessedAt: "2026-11-21", checklists });
  for (let step = 0; step < answers; step += 1) {
    const one = questions[step % questions.length];
    if (one) append({ kind: "question-answered", checklist: one.checklist, question: one.id, answer: { level: one.level, note: "多數關員已關閉警示。 Most officers have switched it off." } });
  }
  return events;
}

function metaOf(place: number, chosen: readonly Chosen[], answers: number): AssessmentMeta {
  const total = { low: (place % 60) / 100, high: 0.6 + (place % 40) / 100, evidenced: 0, coverage: 0.5, required: 12 };
  return {
    id: idOf(place),
    ...nameOf(place),
    createdAt: at(place),
    updatedAt: at(place),
    events: answers + 1,
    exportedAt: null,
    exportedEvents: 0,
    checklists: chosen.slice(0, 2).map(({ id, version, title }) => ({ id, version, title, total, blocked: place % 9 === 0 })),
    pins: chosen.map((one) => one.digest),
  };
}

function nameOf(place: number): { readonly name: string; readonly owner: string } {
  return { name: `${["Loan scoring 信用評分", "Customs X-ray 海關影像", "Triage 檢傷", "Hiring 徵才"][place % 4] ?? ""} ${place}`, owner: ["Mei", "Ana", "陳", "Okoro"][(place >> 2) % 4] ?? "" };
}
