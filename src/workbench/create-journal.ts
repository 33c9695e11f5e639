import { batch, createMemo, createSignal, type Accessor } from "solid-js";
import {
  applyEvent,
  subjectOf,
  WorkbenchError,
  type Assessment,
  type AssessmentEvent,
  type AssessmentId,
  type DeviceId,
  type EventBody,
  type EventId,
  type Instant,
} from "#domain";
import { headsOf, nextEvent, projectAssessment, undoTargets, type Conflict, type Journal, type Projection } from "#journal";

/** The journal of one open assessment and the state it tells, kept in step. */
export interface LiveJournal {
  readonly events: Accessor<Journal>;
  readonly assessment: Accessor<Assessment>;
  readonly conflicts: Accessor<readonly Conflict[]>;
  readonly undoTarget: Accessor<EventId | null>;
  readonly redoTarget: Accessor<EventId | null>;
  /** Events that no other was written on, as headsOf finds them. */
  readonly heads: () => Journal;
  /** Appends what this device says, several things as one change, undone as one; gives the events. */
  readonly write: (bodies: readonly EventBody[]) => Journal;
  /** Takes in events written elsewhere; those already here are passed over. */
  readonly receive: (events: Journal) => void;
}

/** Throws not-found for a journal that tells of no assessment. */
export function createLiveJournal(
  id: AssessmentId,
  initial: Journal,
  author: { readonly device: DeviceId; readonly by: () => string; readonly clock: () => Instant },
): LiveJournal {
  const [events, setEvents] = createSignal<Journal>(initial);
  const [projection, setProjection] = createSignal<Projection>(projected(initial));
  const targets = createMemo(() => undoTargets(events(), author.device));
  const known = new Set(initial.map((event) => event.id));
  let heads = headsOf(initial);
  return {
    events,
    assessment: () => projection().assessment,
    conflicts: () => projection().conflicts,
    undoTarget: () => targets().undo,
    redoTarget: () => targets().redo,
    heads: () => heads,
    write: (bodies) => {
      const before = events();
      const said: AssessmentEvent[] = [];
      for (const body of bodies) {
        const authorship = { assessment: id, device: author.device, by: author.by().toWellFormed(), at: author.clock() };
        const event = nextEvent(isOnly(heads, author.device) ? heads : [...before, ...said], body, authorship, said[0]?.id);
        said.push(event);
        heads = [event];
        known.add(event.id);
      }
      const after = [...before, ...said];
      batch(() => {
        setEvents(after);
        setProjection((state) => (said.some((event) => event.kind === "event-undone") ? projected(after) : said.reduce(step, state)));
      });
      return said;
    },
    receive: (others) => {
      const news = others.filter((event) => !known.has(event.id) && known.add(event.id));
      if (news.length === 0) return;
      const after = [...events(), ...news];
      heads = headsOf(after);
      batch(() => {
        setEvents(after);
        setProjection(projected(after));
      });
    },
  };
}

/** Whether one event of this device was written on all others: then it says all that the next one must know. */
function isOnly(heads: Journal, device: DeviceId): boolean {
  return heads.length === 1 && heads[0]?.device === device;
}

/** A new event has seen all others, so it says all there is to say of its subject and settles a conflict about it. */
function step(state: Projection, event: AssessmentEvent): Projection {
  const subject = subjectOf(event);
  const conflicts = state.conflicts.filter((one) => one.subject !== subject);
  return {
    assessment: applyEvent(state.assessment, event),
    conflicts: conflicts.length === state.conflicts.length ? state.conflicts : conflicts,
  };
}

function projected(events: Journal): Projection {
  const projection = projectAssessment(events);
  if (!projection) throw new WorkbenchError("not-found", "This assessment has no history to show.");
  return projection;
}
