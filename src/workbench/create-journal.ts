import { batch, createMemo, createSignal, type Accessor } from "solid-js";
import {
  applyEvent,
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
  /** Appends an event of this device. */
  readonly write: (body: EventBody) => AssessmentEvent;
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
  return {
    events,
    assessment: () => projection().assessment,
    conflicts: () => projection().conflicts,
    undoTarget: () => targets().undo,
    redoTarget: () => targets().redo,
    write: (body) => {
      const before = events();
      const event = nextEvent(before, body, { assessment: id, device: author.device, by: author.by(), at: author.clock() });
      const after = [...before, event];
      batch(() => {
        setEvents(after);
        setProjection((known) => (canStepFrom(before, known, event) ? step(known, event) : projected(after)));
      });
      return event;
    },
    receive: (others) => {
      const known = new Set(events().map((event) => event.id));
      const news = others.filter((event) => !known.has(event.id));
      if (news.length === 0) return;
      const after = [...events(), ...news];
      batch(() => {
        setEvents(after);
        setProjection(projected(after));
      });
    },
  };
}

/** One event on an undivided history says all there is to say; anything else is projected anew. */
function canStepFrom(before: Journal, known: Projection, event: AssessmentEvent): boolean {
  return event.kind !== "event-undone" && known.conflicts.length === 0 && headsOf(before).length === 1;
}

function step(known: Projection, event: AssessmentEvent): Projection {
  return { ...known, assessment: applyEvent(known.assessment, event) };
}

function projected(events: Journal): Projection {
  const projection = projectAssessment(events);
  if (!projection) throw new WorkbenchError("not-found", "This assessment has no history to show.");
  return projection;
}
