import type {
  AssessmentEvent,
  AssessmentId,
  AssessmentMeta,
  ChecklistId,
  DeviceId,
  EventBody,
  QuestionId,
} from "#domain";
import { nextEvent } from "#journal";

export const acme = "acme" as AssessmentId;
const checklist = "altai" as ChecklistId;

/** A journal of `count` events by one device: the assessment's creation, then answers. */
export function journalOf(count: number, id: AssessmentId = acme, device = "d1"): readonly AssessmentEvent[] {
  return extend([], count, id, device);
}

/** `journal` and `count` further events by `device`, each with a note of `noteLength` characters. */
export function extend(
  journal: readonly AssessmentEvent[],
  count: number,
  id: AssessmentId = acme,
  device = "d1",
  noteLength = 0,
): readonly AssessmentEvent[] {
  const events = [...journal];
  for (let index = 0; index < count; index += 1) {
    const at = new Date(Date.UTC(2026, 10, 21) + events.length * 1000).toISOString();
    const author = { assessment: id, device: device as DeviceId, by: "Mei", at };
    events.push(nextEvent(events, bodyOf(events.length, noteLength), author));
  }
  return events;
}

export function metaOf(events: readonly AssessmentEvent[], id: AssessmentId = acme): AssessmentMeta {
  const total = { low: 0.25, high: 0.5, evidenced: 0, coverage: 0.5, required: 12 };
  return {
    id,
    name: "Loan scoring 信用評分",
    owner: "Mei",
    createdAt: "2026-11-21T00:00:00.000Z",
    updatedAt: events.at(-1)?.at ?? "2026-11-21T00:00:00.000Z",
    events: events.length,
    exportedAt: null,
    exportedEvents: 0,
    checklists: [{ id: checklist, version: "2020-07", title: { en: "ALTAI", "zh-TW": "可信賴人工智慧" }, total, blocked: false }],
  };
}

function bodyOf(place: number, noteLength: number): EventBody {
  if (place === 0) {
    const system = { name: "Loan scoring", purpose: "Scores applications" };
    return { kind: "assessment-created", system, profile: { tier: "high" }, assessedAt: "2026-11-21", checklists: [] };
  }
  const note = place % 7 === 0 && noteLength === 0 ? "備註 \u{1F9EA}\u0000" : "n".repeat(noteLength);
  return { kind: "question-answered", checklist, question: `q${place % 40}` as QuestionId, answer: { note } };
}
