import { describe, expect, test } from "vitest";
import type { AssessmentId, ChecklistId, DeviceId, EventBody, LevelId, QuestionId } from "#domain";
import { nextEvent, projectAssessment, type Journal } from "#journal";
import type { Session } from "#workbench";
import { tell } from "../../bench/measure.ts";
import { storeEvents } from "../../src/workbench/import-assessment.ts";
import { checklists, draft, freshName, level, openTab, questionsOf, type TestTab } from "./make-workbench.ts";

const named = ["eu-altai", "nist-ai-rmf", "iso-42001", "tw-ai-basic-act", "tw-moda-risk"];
const five = checklists.filter((one) => named.includes(one.checklist.id));
const ids = five.map((one) => one.checklist.id);
const places = ids.flatMap((checklist) => questionsOf(checklist).map((question) => ({ checklist, question })));

/** A history of `count` events by one browser, or by two that have been joined and still contradict each other. */
function history(count: number, devices: number): Journal {
  const author = (device: string) => ({ assessment: "long" as AssessmentId, device: device as DeviceId, by: "Mei", at: "2026-11-21T09:00:00.000Z" });
  const { system, profile, assessedAt } = draft();
  const refs = five.map(({ checklist, digest }) => ({ id: checklist.id, version: checklist.version, digest }));
  const first = nextEvent([], { kind: "assessment-created", system, profile, assessedAt, checklists: refs }, author("d0"));
  const events = [first];
  for (let device = 0; device < devices; device += 1) {
    let last = first;
    for (let step = 0; step < (count - 1) / devices; step += 1) {
      const place = places[(step * (device + 1)) % places.length];
      const answer = { level: String((step + device) % 5) as LevelId, note: "多數關員已關閉警示。 Most officers have switched it off." };
      const body: EventBody = { kind: "question-answered", ...(place as { checklist: ChecklistId; question: QuestionId }), answer };
      last = nextEvent([last], body, author(`d${device}`));
      events.push(last);
    }
  }
  return events;
}

async function openLong(devices: number): Promise<{ readonly tab: TestTab; readonly session: Session; readonly opened: number }> {
  const name = freshName();
  const storage = await openTab(name).storage;
  const library = { find: async (ref: { readonly id: ChecklistId }) => checklists.find((one) => one.checklist.id === ref.id) ?? null, keep: async () => undefined };
  await storeEvents(storage, library as never, "long" as AssessmentId, history(2_000, devices));
  const tab = openTab(name);
  await tab.storage;
  const before = performance.now();
  const session = await tab.workbench.open("long" as AssessmentId);
  return { tab, session, opened: performance.now() - before };
}

/** From the call to figures that are fresh: the median in milliseconds. */
function timesOf(figure: string, session: Session, runs: number, edit: (step: number) => void): number {
  const times = Array.from({ length: runs + 20 }, (_, step) => {
    const before = performance.now();
    edit(step);
    session.result();
    return performance.now() - before;
  }).slice(20);
  tell(figure, "ms", times);
  return times.toSorted((a, b) => a - b)[runs / 2] ?? Number.NaN;
}

/** What a person does not notice, on a machine that does other things too. */
const unnoticed = 30;

describe(`an assessment of five checklists with ${places.length} questions and 2,000 events`, () => {
  for (const devices of [1, 2]) {
    test(`answers at once with the history of ${devices} browser${devices > 1 ? "s, though they contradict each other" : ""}`, { timeout: 60_000 }, async () => {
      const { session, opened } = await openLong(devices);
      expect(session.conflicts().length > 0).toBe(devices > 1);
      const answer = timesOf(`answer to fresh figures, ${places.length} questions, 2,000 events of ${devices}`, session, 200, (step) => {
        const place = places[(step * 11) % places.length] as { checklist: ChecklistId; question: QuestionId };
        session.answer(place.checklist, place.question, level(String((step + 1) % 5), { note: `step ${step}` }));
      });
      const undo = timesOf(`undo to fresh figures, 2,000 events of ${devices}`, session, 40, (step) => (step % 2 ? session.redo() : session.undo()));
      tell(`open 2,000 events of ${devices}`, "ms", [opened]);
      expect(answer).toBeLessThan(unnoticed);
      expect(undo).toBeLessThan(unnoticed * 3);
      expect(session.assessment().answers).toEqual(projectAssessment(session.journal())?.assessment.answers);
    });
  }
});
