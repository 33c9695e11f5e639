import { createSignal, type Accessor } from "solid-js";
import type { AssessmentId } from "#domain";
import type { Drafts } from "./create-drafts.ts";
import type { OpenSession } from "./create-session.ts";

export interface StartedSession extends OpenSession {
  readonly dispose: () => void;
}

/** The open assessment, and those that were closed before all of theirs could be saved. */
export interface Sessions {
  readonly current: Accessor<OpenSession | null>;
  readonly open: (id: AssessmentId) => Promise<OpenSession>;
  readonly close: () => Promise<void>;
  /** The session of an assessment whose newest edits may be in memory only, or null. */
  readonly find: (id: AssessmentId) => OpenSession | null;
  /** Ends a session, saved or not, and runs `work` before anything else is opened. */
  readonly discard: (id: AssessmentId, work: () => Promise<void>) => Promise<void>;
  readonly flushAtOnce: (isForGood: boolean) => void;
  readonly settled: () => Promise<void>;
  readonly hasUnsaved: () => boolean;
}

/** One assessment is open at a time; opening and closing wait for each other, so that the last wish wins. */
export function createSessions(start: (id: AssessmentId) => Promise<StartedSession>, drafts: Drafts): Sessions {
  const [current, setCurrent] = createSignal<StartedSession | null>(null);
  const alive = new Map<AssessmentId, StartedSession>();
  let shown: StartedSession | null = null;
  const show = (session: StartedSession | null) => {
    shown = session;
    setCurrent(session);
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn =
    <Args extends readonly unknown[], T>(work: (...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> => {
      const result = turn.then(() => work(...args));
      turn = result.catch(() => undefined);
      return result;
    };
  const end = (session: StartedSession) => {
    alive.delete(session.id);
    session.dispose();
  };
  /** What cannot be saved, even on a second try, stays in memory and comes back when its assessment is opened again. */
  const closeCurrent = async () => {
    drafts.flush();
    const open = shown;
    show(null);
    if (!open) return;
    await open.settled();
    open.retrySave();
    await open.settled();
    if (open.saveState().kind === "saved") end(open);
  };
  const openInstead = async (id: AssessmentId) => {
    if (shown?.id === id) return shown;
    await closeCurrent();
    const kept = alive.get(id);
    const opened = kept ?? (await start(id));
    kept?.retrySave();
    alive.set(id, opened);
    show(opened);
    return opened;
  };
  const discard = async (id: AssessmentId, work: () => Promise<void>) => {
    if (shown?.id === id) show(null);
    const open = alive.get(id);
    await open?.settled();
    await work();
    if (open) end(open);
  };
  const settled = async () => {
    for (const session of alive.values()) await session.settled();
  };
  return {
    current,
    open: inTurn(openInstead),
    close: inTurn(closeCurrent),
    find: (id) => alive.get(id) ?? null,
    discard: inTurn(discard),
    flushAtOnce: (isForGood) => {
      for (const session of alive.values()) session.flushAtOnce(isForGood);
    },
    settled,
    hasUnsaved: () => [...alive.values()].some((session) => session.saveState().kind !== "saved"),
  };
}
