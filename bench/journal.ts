import type { AssessmentId, ChecklistId, DeviceId, EventBody, LevelId, QuestionId } from "#domain";
import { nextEvent, projectAssessment, unionJournals, verifyJournal, type Journal } from "#journal";
import { measure, tellGrowth } from "./measure.ts";

const assessment = "bench" as AssessmentId;

export async function benchJournal(): Promise<void> {
  const medians: number[] = [];
  for (const count of [2_000, 20_000]) {
    const said = count.toLocaleString("en");
    const alone = history(count, ["d1"]);
    const joined = history(count, ["d1", "d2"]);
    const runs = count > 2_000 ? { runs: 10, warm: 2 } : {};
    medians.push(await measure(`project ${said} events of one device`, () => projectAssessment(alone), runs));
    await measure(`project ${said} events of two devices in conflict`, () => projectAssessment(joined), runs);
    await measure(`verify ${said} events`, () => verifyJournal(alone, assessment), runs);
    await measure(`join ${said} events with a copy of themselves`, () => unionJournals(alone, structuredClone(alone), assessment), runs);
  }
  const [few = Number.NaN, many = Number.NaN] = medians;
  tellGrowth("projection, 2,000 to 20,000 events", 10, [few, many]);
}

/** Each device answers 370 questions again and again, without having heard of the others since the creation. */
function history(count: number, devices: readonly string[]): Journal {
  const author = (device: string) => ({ assessment, device: device as DeviceId, by: "Mei", at: "2026-11-21T09:00:00.000Z" });
  const created: EventBody = { kind: "assessment-created", system: { name: "n", purpose: "p" }, profile: {}, assessedAt: "2026-11-21", checklists: [] };
  const first = nextEvent([], created, author("d0"));
  const events = [first];
  for (const device of devices) {
    let last = first;
    for (let step = 0; step < (count - 1) / devices.length; step += 1) {
      last = nextEvent([last], answer(step), author(device));
      events.push(last);
    }
  }
  return events;
}

function answer(step: number): EventBody {
  const note = "多數關員已關閉警示。 Most officers have switched the alert off.";
  const question = `Q${step % 370}` as QuestionId;
  return { kind: "question-answered", checklist: "bench" as ChecklistId, question, answer: { level: String(step % 5) as LevelId, note } };
}
