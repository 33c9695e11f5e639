import { answerTo, findQuestion, inLanguage, isAgreed, levelOf, toPercent, type ChecklistId, type LevelId, type Proposal, type ProposalSource, type QuestionId } from "#domain";
import { useSession, useWorkbench } from "#workbench";
import { useLanguage, useTexts } from "../../texts/index.ts";
import { sayBasis } from "./say-basis.ts";

interface Place {
  readonly checklist: ChecklistId;
  readonly question: QuestionId;
}

/** S17: what the interface says of proposals and their sources, in the reader's language. Ids stand in where a checklist is not here. */
export interface ProposalWords {
  readonly title: (checklist: ChecklistId) => string;
  readonly question: (place: Place) => string;
  readonly level: (place: Place, level: LevelId | undefined) => string;
  /** what was answered at the source, and by whom */
  readonly given: (source: ProposalSource) => string;
  /** how the source is related, by whose word, and what was lost between two scales */
  readonly grounds: (place: Place, source: ProposalSource) => readonly string[];
  /** the grounds of the first source, and whether the others agree */
  readonly reasons: (proposal: Proposal) => readonly string[];
}

export function createProposalWords(): ProposalWords {
  const t = useTexts();
  const language = useLanguage();
  const session = useSession();
  const workbench = useWorkbench();
  const listOf = (id: ChecklistId) => session.checklists().find((one) => one.checklist.id === id)?.checklist;
  const find = ({ checklist: id, question }: Place) => {
    const checklist = listOf(id);
    const placed = checklist && findQuestion(checklist, question);
    return placed ? { checklist, question: placed.question } : null;
  };
  const levelAt = (place: Place, level: LevelId | undefined) => {
    const found = find(place);
    return found ? levelOf(found.checklist, found.question, level) : undefined;
  };
  const title: ProposalWords["title"] = (id) => {
    const known = listOf(id) ?? workbench.checklists().find((one) => one.id === id);
    return known ? inLanguage(known.title, language()) : id;
  };
  const grounds: ProposalWords["grounds"] = (place, source) => {
    const here = levelAt(place, source.level)?.value;
    const { note, from } = source.mapping;
    return [
      t().proposals.relation[source.relation],
      sayBasis(source.mapping.basis, t()),
      ...(note ? [t().proposals.note(title(from.checklist), inLanguage(note, language()))] : []),
      ...(here !== undefined && here < source.value ? [t().proposals.floor(String(toPercent(source.value)), String(toPercent(here)))] : []),
    ];
  };
  return {
    title,
    question: (place) => {
      const found = find(place);
      return found ? inLanguage(found.question.text, language()) : place.question;
    },
    level: (place, level) => {
      const found = levelAt(place, level);
      return found ? inLanguage(found.label, language()) : (level ?? "");
    },
    given: (source) => {
      const answer = answerTo(session.assessment(), source.checklist, source.question);
      const level = levelAt(source, answer?.level);
      return t().proposals.given(level ? inLanguage(level.label, language()) : (answer?.level ?? ""), answer?.by ?? "");
    },
    grounds,
    reasons: (proposal) => [
      ...grounds(proposal, proposal.sources[0]),
      ...(isAgreed(proposal) ? [] : [t().proposals.disagree]),
    ],
  };
}
