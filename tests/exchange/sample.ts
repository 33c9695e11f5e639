import type {
  AssessmentEvent,
  AssessmentId,
  ChecklistId,
  ChoiceId,
  ConclusionId,
  DecisionTreeId,
  DeviceId,
  Digest,
  EventBody,
  EvidenceId,
  LevelId,
  PinnedChecklist,
  NodeId,
  QuestionId,
  ScaleId,
  SectionId,
} from "#domain";
import { nextEvent, projectAssessment } from "#journal";

const both = (en: string) => ({ en, "zh-TW": en });
export const digest: Digest = `sha256-${"a".repeat(64)}`;
export const checklistId = "small" as ChecklistId;
export const questionId = "S1.a" as QuestionId;

export const pinned: PinnedChecklist = {
  digest,
  checklist: {
    format: "assay-checklist/1",
    id: checklistId,
    version: "1.0.0",
    title: both("Small"),
    source: { name: "n", publisher: "p", date: "2026", licence: "l" },
    scales: [
      {
        id: "yes-no" as ScaleId,
        levels: [0, 1].map((value) => ({ id: String(value) as LevelId, value, label: both("l"), meaning: both("m") })),
      },
    ],
    sections: [
      {
        id: "S1" as SectionId,
        ref: "1",
        title: both("First"),
        questions: ["S1.a", "S1.b"].map((id) => ({
          id: id as QuestionId,
          ref: "1",
          text: both("t"),
          help: both("h"),
          evidence: [both("a"), both("b")],
          phases: ["deploy-use"],
          weight: 2,
          obligation: "must",
        })),
      },
    ],
  },
};

const author = { assessment: "a-1" as AssessmentId, device: "d1" as DeviceId, by: "Lin", at: "2026-11-21T09:00:00.000Z" };

const bodies: readonly EventBody[] = [
  {
    kind: "assessment-created",
    system: { name: "海關X光", purpose: "finds narcotics" },
    profile: { tier: "high", role: ["deployer"], targets: { small: 0.9 } },
    assessedAt: "2026-11-21",
    checklists: [{ id: checklistId, version: "1.0.0", digest }],
  },
  { kind: "evidence-recorded", evidence: { id: "ev1" as EvidenceId, kind: "link", name: "Wiki", url: "https://example.org/a", expires: null } },
  {
    kind: "question-answered",
    checklist: checklistId,
    question: questionId,
    answer: {
      level: "1" as LevelId,
      note: "<script>alert(1)</script>",
      evidence: ["ev1" as EvidenceId],
      source: { checklist: "other" as ChecklistId, question: "O.1" as QuestionId, relation: "superset", basis: "judgement" },
      saidOf: { id: checklistId, version: "0.9.0" },
    },
  },
  {
    kind: "system-classified",
    classification: {
      tree: "tier" as DecisionTreeId,
      version: "1.0.0",
      path: [{ node: "N1" as NodeId, choice: "yes" as ChoiceId }],
      conclusion: "C1" as ConclusionId,
      sets: { tier: "high", role: ["deployer"], tags: ["law-enforcement"] },
      on: "2026-11-21",
      note: "Annex III, point 6",
    },
  },
  {
    kind: "report-signed",
    attestation: { digest, template: "full-report", language: "en", signer: "Lin", fingerprint: "ff", heads: [digest], at: "2026-11-21T09:00:00.000Z" },
  },
  { kind: "system-described", system: { name: "X-ray", purpose: "finds narcotics", owner: "Customs" } },
  { kind: "event-undone", target: "d1:6" as AssessmentEvent["id"] },
];

export const journal: readonly AssessmentEvent[] = bodies.reduce<readonly AssessmentEvent[]>(
  (events, body) => [...events, nextEvent(events, body, author)],
  [],
);

export function projected() {
  const projection = projectAssessment(journal);
  if (!projection) throw new Error("the sample journal tells of an assessment");
  return projection.assessment;
}

export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value, null, 2));
}
