import type { Block, Cell, IntervalMark, Language, ReportDocument, Row, Severity } from "#domain";

/** A customs X-ray assessment as it would be handed over, in either language, with words of the other in it. */
export function sampleDocument(language: Language, paper: "A4" | "Letter" = "A4"): ReportDocument {
  const say = (en: string, zh: string) => (language === "en" ? en : zh);
  return {
    title: say("Assessment of the customs X-ray image recognition", "海關 X 光影像辨識系統可信任性評估報告"),
    subject: say("Trustworthy-AI risk assessment", "可信任人工智慧風險評估"),
    language,
    paper,
    createdAt: "2026-11-21T09:00:00.000Z",
    runningHead: { start: say("Customs X-ray image recognition", "海關 X 光影像辨識系統"), end: say("ALTAI self-assessment", "歐盟 ALTAI 自我評估") },
    pageLabel: say("Page {page} of {pages}", "第 {page} 頁，共 {pages} 頁"),
    producer: "Assay 0.1.0",
    blocks: blocksOf(say, language),
  };
}

type Say = (en: string, zh: string) => string;

export function mark(low: number | null, high: number | null, evidenced: number | null, blocked = false): IntervalMark {
  const percent = (share: number) => Math.floor(share * 100 + 1e-9);
  const label = low === null || high === null ? "—" : low === high ? `${percent(low)}%` : `${percent(low)}–${percent(high)}%`;
  return { low, high, evidenced, coverage: low === null || high === null ? null : 1 - (high - low), target: 1, label, ...(blocked ? { blocked } : {}) };
}

export function text(value: string): Cell {
  return { kind: "text", line: [{ text: value }] };
}

const requirements = [
  ["Human agency and oversight", "人類自主與監督"],
  ["Technical robustness and safety", "技術穩健性與安全性"],
  ["Privacy and data governance", "隱私與資料治理"],
  ["Transparency", "透明性"],
  ["Diversity, non-discrimination and fairness", "多元、不歧視與公平"],
  ["Societal and environmental well-being", "社會與環境福祉"],
  ["Accountability", "可歸責性"],
] as const;

const marks = [
  mark(0.62, 0.81, 0.5),
  mark(0.41, 0.63, 0.22, true),
  mark(0.9, 0.9, 0.85),
  mark(0.25, 0.75, 0.1),
  mark(0, 1, 0),
  mark(null, null, null),
  mark(0.55, 0.7, 0.55),
];

function blocksOf(say: Say, language: Language): readonly Block[] {
  const names = requirements.map(([en, zh]) => say(en, zh));
  return [
    cover(say),
    { kind: "heading", level: 1, text: say("Summary", "摘要"), anchor: "summary" },
    {
      kind: "paragraph",
      line: [
        { text: say("The system marks suspicious regions in X-ray images of containers and proposes an inspection; an officer decides. ", "本系統於貨櫃 X 光影像中標示可疑區域並建議查驗，由關員作最後決定。") },
        { text: say("41 of 63 questions are answered, 27 with evidence.", "六十三題中已作答四十一題，其中二十七題附有佐證。"), style: "strong" },
        { text: say(" What’s open widens the interval — “unknown is not zero” — and what is open for good is listed under ", "未作答者使區間變寬；未決事項列於") },
        { text: say("Findings", "風險發現"), to: "findings" },
        { text: say(". The legal basis in Taiwan is ", "。法源為") },
        say("x", "") === "x" ? { text: "《人工智慧基本法》", language: "zh-TW" } : { text: "「人工智慧基本法」" },
        { text: say(", read together with the EU's self-assessment list.", "，並參照歐盟 ") },
        ...(language === "zh-TW" ? [{ text: "Assessment List for Trustworthy AI (ALTAI)", language: "en" } as const, { text: " 自評清單。" }] : []),
      ],
    },
    { kind: "paragraph", tone: "warning", line: [{ text: say("Two knockouts block the overall figure: the fallback procedure was never exercised, and the training data of 2023 cannot be traced to its source.", "兩項否決條件使總分受阻：備援程序從未演練，且 2023 年的訓練資料無法追溯來源。") }] },
    { kind: "paragraph", tone: "quiet", line: [{ text: say("Figures are shares of what the target profile asks. ", "各項數值為目標輪廓所要求者之占比。") }, { text: "sha256-9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", style: "code" }] },
    {
      kind: "list",
      items: [
        [{ text: say("Exercise the fallback to manual inspection twice a year.", "每半年演練一次改採人工查驗之備援程序。") }],
        [{ text: say("Name one accountable owner per model version (see ", "每一模型版本指定一名負責人（見") }, { text: say("finding F-03", "發現 F-03"), to: "row-f-03" }, { text: say(").", "）。") }],
        [{ text: say("Keep the ancient names readable: 𠉛 and the radical ⼀ are not the characters 安 and 一.", "保存罕用字：「𠉛」與康熙部首「⼀」並非「安」與「一」，不可混用。") }],
      ],
    },
    {
      kind: "bars",
      title: say("Requirements: what is met, what is open", "各項要求：已達成與未決"),
      description: say("One bar for each of the seven requirements.", "七項要求各一條。"),
      legend: legend(say),
      rows: names.map((label, index) => ({ label, mark: marks[index] ?? mark(0, 1, 0), ...(index === 1 ? { note: say("blocked by a knockout", "因否決條件受阻") } : {}) })),
    },
    {
      kind: "radar",
      title: say("Seven requirements at a glance", "七項要求一覽"),
      description: say("The band between low and high on seven axes; Transparency is widest.", "七軸之低高區間，以透明性最寬。"),
      legend: say("Solid line: low. Hatched band: low to high. Dashed ring: target.", "實線：下限；斜線帶：下限至上限；虛線環：目標。"),
      axes: names.map((label, index) => ({ label, mark: marks[index] ?? mark(0, 1, 0) })),
    },
    {
      kind: "heatmap",
      title: say("Where the gaps are, by phase of life", "生命週期各階段之落差"),
      description: say("Rows are requirements, columns phases.", "列為要求，欄為階段。"),
      legend: say("The darker a cell, the more is missing for certain; hatched: not yet known; blank: no question there.", "色愈深，確定不足愈多；斜線：尚未可知；空白：該處無題。"),
      columns: [say("Design", "設計"), say("Data", "資料"), say("Build", "建置"), say("Verify", "驗證"), say("Deploy", "部署"), say("Operate", "營運"), say("Retire", "除役")],
      rows: names.map((label, row) => ({ label, cells: Array.from({ length: 7 }, (_, column) => heat(row, column)) })),
    },
    { kind: "heading", level: 1, text: say("Findings", "風險發現"), anchor: "findings" },
    { kind: "heading", level: 2, text: say("What must be treated first", "應優先處理事項"), anchor: "first" },
    findings(say),
    { kind: "heading", level: 3, text: say("Open points that a signer should know", "簽署前應知之未決事項"), anchor: "open" },
    { kind: "table", title: "", columns: [{ title: say("Point", "事項"), width: 0.7 }, { title: say("Since", "起始日"), width: 0.3, align: "end" }], rows: [], empty: say("None is open.", "無未決事項。") },
    { kind: "heading", level: 1, text: say("All answers", "全部答案"), anchor: "answers" },
    answers(say),
    { kind: "heading", level: 1, text: say("Provenance", "來源紀錄"), anchor: "provenance" },
    {
      kind: "facts",
      rows: [
        { label: say("Checklist", "檢核表"), line: [{ text: "ALTAI 2020-07-17" }] },
        { label: say("Head of the journal", "日誌末端雜湊"), line: [{ text: "sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", style: "code" }] },
        { label: say("Assessed by", "評估者"), line: [{ text: "林淑芬 · Chen Wei-Ting" }] },
      ],
    },
    { kind: "signature", title: say("Signature of the accountable officer", "權責主管簽章"), explanation: say("By signing, the officer confirms having read the open points above.", "簽章即表示已閱讀前述未決事項。"), field: "Signature1" },
  ];
}

function legend(say: Say): string {
  return say(
    "Solid: certain. Hatched: still open. Dark core: with evidence. Tick: target. Struck square: blocked by a knockout.",
    "實心：確定；斜線：未決；深色核心：附佐證；豎線：目標；紅方叉：否決條件。",
  );
}

function cover(say: Say): Block {
  return {
    kind: "cover",
    eyebrow: say("Trustworthy-AI risk assessment", "可信任人工智慧風險評估報告"),
    title: say("Customs X-ray image recognition", "海關 X 光影像辨識系統"),
    subtitle: say("Self-assessment against the EU ALTAI, standard tier", "依歐盟 ALTAI 自評清單，標準層級"),
    facts: [
      { label: say("Owner", "主管機關"), value: say("Customs Administration, Ministry of Finance (財政部關務署)", "財政部關務署（Customs Administration）") },
      { label: say("Version", "版本"), value: "v2.3.1 · 2026-10-30" },
      { label: say("Assessed", "評估期間"), value: "2026-10-01 – 2026-11-20" },
      { label: say("Assessors", "評估人員"), value: "林淑芬、陳威廷" },
    ],
    marks: [
      { label: say("Overall", "總體"), mark: mark(0.41, 0.63, 0.27, true), note: say("blocked by two knockouts", "因兩項否決條件受阻") },
      { label: say("Obligatory questions", "必要題"), mark: mark(0.72, 0.84, 0.6), note: say("18 of 21 answered", "二十一題已答十八題") },
    ],
    legend: legend(say),
  };
}

function heat(row: number, column: number): IntervalMark | null {
  if ((row * 3 + column) % 5 === 4) return null;
  if ((row + column) % 9 === 8) return mark(0, 1, 0);
  const low = ((row * 37 + column * 23) % 100) / 100;
  return mark(low, Math.min(1, low + ((row + column) % 3) * 0.12), low / 2);
}

function findings(say: Say): Block {
  const severities: readonly (readonly [Severity, string])[] = [
    ["critical", say("critical", "重大")],
    ["high", say("high", "高")],
    ["medium", say("medium", "中")],
    ["low", say("low", "低")],
  ];
  const rows = Array.from({ length: 6 }, (_, index): Row => {
    const [severity, label] = severities[index % 4] ?? ["low", "low"];
    return {
      anchor: `row-f-0${index + 1}`,
      depth: index % 3 === 2 ? 1 : 0,
      cells: [
        text(`F-0${index + 1}`),
        { kind: "severity", severity, label },
        text(say("Is there a tested procedure to fall back to manual inspection when the model fails or is attacked?", "模型失效或遭受攻擊時，是否備有經測試之人工查驗備援程序？")),
        { kind: "bar", mark: mark(0.1 * index, 0.1 * index + 0.2, 0.05 * index) },
        { kind: "text", line: [{ text: (123.5 * (index + 1)).toFixed(1) }], align: "end" },
      ],
    };
  });
  return {
    kind: "table",
    title: say("Findings by severity", "風險發現（依嚴重度）"),
    columns: [
      { title: say("No.", "編號"), width: 0.09 },
      { title: say("Severity", "嚴重度"), width: 0.13 },
      { title: say("Question", "題目"), width: 0.42 },
      { title: say("Interval", "區間"), width: 0.24 },
      { title: say("Exposure", "暴險值"), width: 0.12, align: "end" },
    ],
    rows,
    empty: say("None.", "無。"),
  };
}

const states = ["satisfied", "partially-satisfied", "not-satisfied", "incomplete", "not-assessed", "not-applicable", "out-of-scope"] as const;
const stateNames = [["satisfied", "符合"], ["in part", "部分符合"], ["not satisfied", "不符合"], ["incomplete", "未完成"], ["not assessed", "未評估"], ["not applicable", "不適用"], ["out of scope", "範圍外"]] as const;

function answers(say: Say): Block {
  return {
    kind: "table",
    title: say("Every question with its answer", "各題答案"),
    columns: [{ title: say("Question", "題目"), width: 0.44 }, { title: say("Status", "狀態"), width: 0.17 }, { title: say("Reason", "理由"), width: 0.39 }],
    rows: Array.from({ length: 40 }, (_, index) => answerRow(say, index)),
    empty: "",
  };
}

function answerRow(say: Say, index: number): Row {
  const [en, zh] = stateNames[index % 7] ?? ["", ""];
  const reason = say(
    "The officer sees the region, its score and two comparable images, and can refuse with one key; refusals are logged and reviewed each month.",
    "關員可見標示區域、分數及二張比對影像，按一鍵即可否決；否決紀錄每月覆核，惟「否決理由」欄位目前並非必填。",
  );
  return {
    cells: [
      text(`Q${index + 1} ${say("Can a person refuse what the system proposes?", "人員是否得拒絕系統之建議（例如：查驗與否）？")}`),
      { kind: "status", status: states[index % 7] ?? "satisfied", label: say(en, zh) },
      text(reason.repeat(1 + (index % 3))),
    ],
  };
}
