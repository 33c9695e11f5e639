/**
 * A notation for histories, so that a test is one line. Devices are capital letters; each has its own copy.
 *
 *     A!       A creates the assessment            A-    A undoes its last edit
 *     A:a=3    A answers question a with level 3    A+    A redoes
 *     A:a=     A takes the answer back              A^    A signs a report
 *     A*Name   A renames the system                 A>B   B receives A's copy
 *     A#e      A records evidence e                 A<>B  each receives the other's
 *     A:a=3&b=2  A answers several questions as one change
 */
import type { AssessmentEvent, AssessmentId, Answer, DeviceId, Digest, EventBody, EventId } from "#domain";
import { hashEvent, nextEvent, projectAssessment, undoTargets, unionJournals, type Journal } from "#journal";

export const id = "a" as AssessmentId;

export type Copies = Readonly<Record<string, Journal>>;

/** Every device's copy after the steps. A step that finds nothing to undo or redo is passed over. */
export function tell(steps: string): Copies {
  const copies: Record<string, Journal> = {};
  let minute = 0;
  const write = (device: string, ...bodies: readonly EventBody[]) => {
    minute += 1;
    const at = new Date(Date.UTC(2026, 10, 21, 9, minute)).toISOString();
    let first: EventId | undefined;
    for (const body of bodies) {
      const journal = copies[device] ?? [];
      const event = nextEvent(journal, body, { assessment: id, device: device as DeviceId, by: device.toLowerCase(), at }, first);
      copies[device] = [...journal, event];
      first ??= event.id;
    }
  };
  const receive = (device: string, from: string) => {
    copies[device] = merge(copies[device] ?? [], copies[from] ?? []);
  };
  for (const step of steps.split(" ").filter((one) => one !== "")) {
    const [, device = "", sign = "", rest = ""] = /^([A-Z])(<>|[!:*#^>+-])(.*)$/.exec(step) ?? [];
    const targets = () => undoTargets(copies[device] ?? [], device as DeviceId);
    if (sign === ">") receive(rest, device);
    else if (sign === "<>") {
      receive(rest, device);
      receive(device, rest);
    } else if (sign === "-" || sign === "+") {
      const target = sign === "-" ? targets().undo : targets().redo;
      if (target) write(device, { kind: "event-undone", target });
    } else write(device, ...rest.split("&").map((one) => bodyOf(sign, one)));
  }
  return copies;
}

export function created(name = "S"): EventBody {
  return { kind: "assessment-created", system: { name, purpose: "P" }, profile: {}, assessedAt: "2026-11-21", checklists: [{ id: "c" as never, version: "1.0.0" }] };
}

export function answered(question: string, level: string): EventBody {
  const answer: Answer | null = level === "" ? null : { level: level as never };
  return { kind: "question-answered", checklist: "c" as never, question: question as never, answer };
}

/** The union of two copies that are known to be sound. */
export function merge(own: Journal, other: Journal): Journal {
  const union = unionJournals(own, other, id);
  if (!union.ok) throw new Error(union.problems.map((one) => one.message).join(" "));
  return union.value;
}

/** What a journal tells, in short: `a=3 b=1`, then conflicts with all their values in order: `a?1|2`. */
export function shown(journal: Journal | undefined): string {
  const projection = projectAssessment(journal ?? []);
  const answers = Object.entries<Answer>(projection?.assessment.answers["c" as never] ?? {}).map(([question, { level }]) => `${question}=${level}`);
  const conflicts = (projection?.conflicts ?? []).map(({ subject, question, events }) => `${question?.id ?? subject}?${events.map(saying).join("|")}`);
  return [...answers.toSorted(), ...conflicts.toSorted()].join(" ");
}

/** The event with changes, and a hash that fits it again: what a forger can make. */
export function forged(event: AssessmentEvent, changes: Partial<Record<keyof AssessmentEvent | "answer", unknown>>): AssessmentEvent {
  const changed = { ...event, ...changes } as AssessmentEvent;
  return { ...changed, hash: hashEvent(changed) };
}

/** An event that nobody's journal wrote, with the parents that it claims. */
export function claimed(device: string, seq: number, parents: readonly string[], body: EventBody, prev: Digest | null = null): AssessmentEvent {
  const unsealed = { ...body, id: `${device}:${seq}` as EventId, assessment: id, device: device as DeviceId, seq, parents: parents as readonly EventId[], at: "2026-11-21T09:00:00.000Z", by: "x", prev };
  return { ...unsealed, hash: hashEvent(unsealed) };
}

function saying(event: AssessmentEvent): string {
  switch (event.kind) {
    case "question-answered":
      return event.answer?.level ?? "";
    case "system-described":
      return event.system.name;
    default:
      return event.kind;
  }
}

function bodyOf(sign: string, rest: string): EventBody {
  const [name = "", value = ""] = rest.split("=");
  switch (sign) {
    case "!":
      return created();
    case ":":
      return answered(name, value);
    case "*":
      return { kind: "system-described", system: { name, purpose: "P" } };
    case "#":
      return { kind: "evidence-recorded", evidence: { id: name as never, name: value || name, kind: "statement" } };
    case "^":
      return {
        kind: "report-signed",
        attestation: { digest: "sha256-00", template: "t", language: "en", signer: "a", fingerprint: "f", heads: [], at: "2026-11-21T09:00:00.000Z" },
      };
    default:
      throw new Error(`the notation has no ${sign}`);
  }
}
