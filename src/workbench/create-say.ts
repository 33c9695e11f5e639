import { subjectOf, type EventBody } from "#domain";
import { checkBody } from "./check-body.ts";
import type { LiveJournal } from "./create-journal.ts";
import { isSaid } from "./is-said.ts";

/** Several things are one change, undone as one. What is said already is not said again, unless it settles a conflict. */
export type Say = (...bodies: readonly EventBody[]) => void;

export function createSay(journal: LiveJournal, write: Say): Say {
  return (...bodies) => {
    const news = bodies.map(checkBody).filter((body) => {
      const subject = subjectOf(body);
      return !isSaid(journal.assessment(), body) || journal.conflicts().some((one) => one.subject === subject);
    });
    if (news.length > 0) write(...news);
  };
}
