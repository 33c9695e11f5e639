import {
  acceptEarlier,
  answerTo,
  sourceOf,
  type Answer,
  type ChecklistId,
  type EvidenceId,
  type LevelId,
  type ProposalSource,
  type QuestionId,
} from "#domain";
import type { Conflict, Session } from "#workbench";

type Attempt = <T>(action: () => T | Promise<T>) => Promise<T | null>;

/** What a person can do to the answers of one checklist. Nothing here throws: what fails is said by `attempt`. */
export interface Answering {
  readonly answer: (question: QuestionId) => Answer | undefined;
  readonly conflict: (question: QuestionId) => Conflict | undefined;
  /** Another level than the one that stands is the person's own answer: it names no source any more (S17). */
  readonly setLevel: (question: QuestionId, level: LevelId) => void;
  readonly setNotApplicable: (question: QuestionId) => void;
  readonly setJustification: (question: QuestionId, text: string) => void;
  /** While copies disagree nothing is written, as that would settle it unseen: the text is held until somebody chose. */
  readonly setNote: (question: QuestionId, text: string) => void;
  /** A text that was held, once. */
  readonly takeHeldNote: (question: QuestionId) => string | null;
  /** Takes back what was answered; note and evidence stay. */
  readonly takeBack: (question: QuestionId) => void;
  readonly link: (question: QuestionId, evidence: readonly EvidenceId[]) => void;
  readonly unlink: (question: QuestionId, evidence: EvidenceId) => void;
  /** Says that an answer to an earlier wording is true of the wording that stands now. */
  readonly confirm: (question: QuestionId) => void;
  /** Gives what was answered to a question that this one replaces; note and evidence that are here stay, and a source stays named (S17). */
  readonly accept: (question: QuestionId, earlier: Answer) => void;
  /** S17: sets an answer that was taken over to what its source lets propose now. */
  readonly follow: (question: QuestionId, source: ProposalSource) => void;
  /** S17: the level stays, the source is named no more. */
  readonly makeOwn: (question: QuestionId) => void;
  /** Settles a conflict by one of its values; null for the answer taken back. */
  readonly choose: (question: QuestionId, answer: Answer | null) => void;
}

export function createAnswering(session: Session, checklist: ChecklistId, attempt: Attempt): Answering {
  const held = new Map<QuestionId, string>();
  const answer = (question: QuestionId) => answerTo(session.assessment(), checklist, question);
  const conflict = (question: QuestionId) =>
    session.conflicts().find((one) => one.question?.checklist === checklist && one.question.id === question);
  const known = (question: QuestionId): Answer => answer(question) ?? withSharedEvidence(conflict(question));
  const write = (question: QuestionId, next: Answer | null) => void attempt(() => session.answer(checklist, question, next));
  return {
    answer,
    conflict,
    setLevel: (question, level) => {
      const { notApplicable: _n, justification: _j, saidOf: _s, source, ...kept } = known(question);
      write(question, { ...kept, level, ...(source && kept.level === level ? { source } : {}) });
    },
    setNotApplicable: (question) => {
      const { level: _level, saidOf: _s, ...kept } = known(question);
      write(question, { ...kept, notApplicable: true });
    },
    setJustification: (question, justification) => {
      const { saidOf: _s, ...current } = known(question);
      if (current.notApplicable) write(question, { ...current, justification });
    },
    setNote: (question, note) => {
      if (conflict(question)) held.set(question, note);
      else write(question, { ...known(question), note });
    },
    takeHeldNote: (question) => {
      const text = held.get(question) ?? null;
      held.delete(question);
      return text;
    },
    takeBack: (question) => {
      const { level: _l, notApplicable: _n, justification: _j, saidOf: _s, ...kept } = known(question);
      write(question, kept);
    },
    confirm: (question) => {
      const { saidOf, ...stands } = known(question);
      if (saidOf && !conflict(question)) write(question, stands);
    },
    accept: (question, earlier) => write(question, acceptEarlier(known(question), earlier)),
    link: (question, evidence) => {
      const current = known(question);
      write(question, { ...current, evidence: [...new Set([...(current.evidence ?? []), ...evidence])] });
    },
    unlink: (question, evidence) => {
      const current = known(question);
      write(question, { ...current, evidence: (current.evidence ?? []).filter((id) => id !== evidence) });
    },
    follow: (question, source) => {
      const { saidOf: _s, ...kept } = known(question);
      write(question, { ...kept, level: source.level, source: sourceOf(source) });
    },
    makeOwn: (question) => {
      const { source: _source, ...kept } = known(question);
      write(question, kept);
    },
    choose: write,
  };
}

/** Whichever level settles a conflict, what any copy linked stays linked. */
function withSharedEvidence(conflict: Conflict | undefined): Answer {
  const linked = (conflict?.events ?? []).flatMap((event) => (event.kind === "question-answered" ? (event.answer?.evidence ?? []) : []));
  return linked.length > 0 ? { evidence: [...new Set(linked)] } : {};
}
