import type {
  Answer,
  Assessment,
  AssessmentId,
  Checklist,
  ChecklistId,
  EvidenceId,
  Language,
  LevelId,
  PinnedChecklist,
  Question,
  QuestionId,
  ReportPart,
  ReportTemplate,
  ScaleId,
  SectionId,
  TemplateId,
  TemplatePart,
} from "#domain";
import { reportParts } from "#domain";
import type { ReportInput } from "#report";
import { scoreAssessment } from "#scoring";

/** A made-up customs system with two checklists, in which every kind of line that a report can hold occurs. */

const both = (en: string, zh: string) => ({ en, "zh-TW": zh });
const level = (id: string, value: number, en: string, zh: string) => ({
  id: id as LevelId,
  value,
  label: both(en, zh),
  meaning: both(`${en} in practice.`, `${zh}之情形。`),
});

function question(id: string, more: Partial<Question> = {}): Question {
  return {
    id: id as QuestionId,
    ref: `Clause ${id}`,
    text: both(`Is ${id} shown to work?`, `${id}是否確實有效？`),
    help: both("Why it matters.", "為何重要。"),
    evidence: [both("A record", "紀錄"), both("A log", "日誌")],
    phases: ["plan-design"],
    weight: 2,
    obligation: "should",
    ...more,
  };
}

export const oversight: Checklist = {
  format: "assay-checklist/1",
  id: "oversight" as ChecklistId,
  version: "1.2.0",
  title: both("Oversight list", "監督清單"),
  source: {
    name: "Made-up norm",
    publisher: "Nobody",
    date: "2026-01-01",
    licence: "Own wording",
    note: both("Not verified.", "未經查證。"),
  },
  scales: [
    {
      id: "maturity" as ScaleId,
      levels: [
        level("0", 0, "Absent", "尚未建立"),
        level("1", 0.2, "Ad hoc", "零星為之"),
        level("2", 0.5, "Defined", "已有規定"),
        level("3", 0.8, "Practised", "落實執行"),
        level("4", 1, "Assured", "獨立查核"),
      ],
    },
  ],
  sections: [
    {
      id: "O-1" as SectionId,
      ref: "Part 1",
      title: both("Human oversight", "人類監督"),
      pdca: "plan",
      sections: [
        {
          id: "O-1.1" as SectionId,
          ref: "Part 1.1",
          title: both("Alerts", "警示"),
          target: 0.9,
          questions: [
            question("O-1.1.a", { weight: 3, obligation: "must", knockout: true, phases: ["deploy-use", "operate-monitor"] }),
            question("O-1.1.b", { weight: 2, phases: ["operate-monitor"] }),
          ],
        },
        {
          id: "O-1.2" as SectionId,
          ref: "Part 1.2",
          title: both("Override", "介入"),
          questions: [question("O-1.2.a"), question("O-1.2.b", { obligation: "must", weight: 3 })],
        },
      ],
    },
    {
      id: "O-2" as SectionId,
      ref: "Part 2",
      title: both("Data", "資料"),
      pdca: "do",
      questions: [
        question("O-2.a", { phases: ["collect-process-data", "build-use-model"] }),
        question("O-2.b", { phases: ["collect-process-data"], obligation: "must" }),
        question("O-2.c", { phases: ["collect-process-data"], appliesWhen: { tags: ["generative"] } }),
        question("O-2.d", { phases: ["verify-validate"], weight: 1, obligation: "may" }),
      ],
    },
    {
      id: "O-3" as SectionId,
      ref: "Part 3",
      title: both("Retirement", "除役"),
      questions: [question("O-3.a", { phases: ["retire"], target: 0.4 }), question("O-3.b", { phases: ["retire"] })],
    },
  ],
};

export const duties: Checklist = {
  ...oversight,
  id: "duties" as ChecklistId,
  version: "2.0.0",
  title: both("Duties list", "義務清單"),
  sections: [
    {
      id: "D" as SectionId,
      ref: "D",
      title: both("Duties", "義務"),
      questions: [question("D-a", { phases: ["operate-monitor"] }), question("O-2.a", { phases: ["operate-monitor"], weight: 1 })],
    },
  ],
};

export const pin = (checklist: Checklist, mark = "ab"): PinnedChecklist => ({
  checklist,
  digest: `sha256-${mark.repeat(32)}`,
});

const said = (level: string, more: Partial<Answer> = {}): Answer => ({
  level: level as LevelId,
  by: "Lin",
  at: "2026-11-20T08:30:00.000Z",
  ...more,
});
const ids = (...evidence: readonly string[]) => evidence as readonly EvidenceId[];

const answers: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  [oversight.id]: {
    "O-1.1.a": said("1", { note: "Officers switched the alert off.", evidence: ids("ev-log", "ev-old") }),
    "O-1.1.b": said("3", { evidence: ids("ev-log") }),
    "O-1.2.a": said("3"),
    "O-2.a": { notApplicable: true, justification: "No own data are used.", by: "Wu", at: "2026-11-19T01:00:00.000Z" },
    "O-2.b": { notApplicable: true },
    "O-2.d": said("9"),
    "O-3.a": said("4", { evidence: ids("ev-soon", "ev-gone") }),
    "O-3.b": said("2", { evidence: ids("ev-statement") }),
  },
  [duties.id]: { "D-a": said("4", { evidence: ids("ev-link") }), "O-2.a": said("4", { evidence: ids("ev-link") }) },
};

export const assessment: Assessment = {
  id: "a-1" as AssessmentId,
  system: { name: "Parcel X-ray reader", purpose: "Flags hidden narcotics in X-ray images.", owner: "Customs" },
  assessedAt: "2026-11-21",
  profile: {
    tier: "high",
    role: ["deployer"],
    sector: "customs",
    tags: ["public-sector", "river-crossing"],
    targets: { "oversight/O-1.2.a": 0.6 },
  },
  checklists: [
    { id: oversight.id, version: "1.2.0", digest: `sha256-${"cd".repeat(32)}` },
    { id: duties.id, version: "1.9.0" },
  ],
  answers,
  evidence: [
    { id: "ev-log" as EvidenceId, kind: "file", name: "Override log", sha256: "12".repeat(32), size: 2048, mediaType: "text/csv", effectiveFrom: "2026-01-01" },
    { id: "ev-old" as EvidenceId, kind: "file", name: "Old manual", sha256: "34".repeat(32), expires: "2025-12-31" },
    { id: "ev-soon" as EvidenceId, kind: "link", name: "New plan", url: "https://example.org/plan", effectiveFrom: "2027-01-01" },
    { id: "ev-statement" as EvidenceId, kind: "statement", name: "Director’s statement", withdrawn: true, description: "Given orally." },
    { id: "ev-link" as EvidenceId, kind: "link", name: "Register", url: "https://example.org/register" },
    { id: "ev-unused" as EvidenceId, kind: "statement", name: "Loose note" },
  ],
  classifications: [],
  attestations: [
    {
      digest: `sha256-${"ef".repeat(32)}`,
      template: "full",
      language: "en",
      signer: "Lin",
      fingerprint: "99".repeat(32),
      heads: ["e1"],
      at: "2026-10-01T00:00:00.000Z",
    },
  ],
};

export function template(parts: readonly TemplatePart[]): ReportTemplate {
  return {
    format: "assay-template/1",
    id: "full" as TemplateId,
    version: "1.0.0",
    title: both("Full report", "完整報告"),
    description: both("Everything.", "全部內容。"),
    paper: "A4",
    parts,
  };
}

const ownWords: TemplatePart = {
  part: "text",
  title: both("Terms of reference", "評估約定"),
  text: both("First paragraph.\n\nSecond paragraph.", "第一段。\n\n第二段。"),
};

export const everything: readonly TemplatePart[] = [...reportParts.map((part: ReportPart) => ({ part })), ownWords];
export const executive: readonly TemplatePart[] = [
  { part: "cover" },
  { part: "summary" },
  { part: "open-points" },
  { part: "findings", limit: 2 },
];

/** The input of a report of `whole`; the result is scored here, as the report may not. */
export function inputOf(more: Partial<ReportInput> = {}): ReportInput {
  const whole = more.assessment ?? assessment;
  const checklists = more.checklists ?? [pin(oversight), pin(duties, "0f")];
  return {
    template: template(everything),
    language: "en" satisfies Language,
    checklists,
    assessment: whole,
    result: scoreAssessment(checklists.map(({ checklist }) => checklist), whole),
    conflicts: [{ checklist: oversight.id, question: "O-1.1.b" as QuestionId, count: 2 }],
    provenance: {
      appVersion: "0.1.0",
      createdAt: "2026-11-21T09:05:00.000Z",
      heads: [{ device: "laptop", seq: 41, hash: `sha256-${"77".repeat(32)}` }],
      events: 41,
    },
    ...more,
  };
}
