import { lifecyclePhases, obligations, pdcaStages, roles, tiers, type LocalText } from "#domain";

/** How the text of a cell becomes a value. */
export type ColumnKind =
  /** a sentence: kept as it stands */
  | "text"
  /** an id or a word of a fixed list: without blanks around it */
  | "word"
  | "number"
  /** several words with commas between them; one that holds a comma stands in double quotes */
  | "list"
  /** yes, or blank for no */
  | "flag"
  /** YYYY, YYYY-MM or YYYY-MM-DD, or a date of the spreadsheet program */
  | "date";

/** A column of a table, or a row of the sheet about the checklist. */
export interface Column {
  /** where its value goes in the record of its row: `text.en` */
  readonly key: string;
  readonly kind: ColumnKind;
  readonly label: LocalText;
  /** what a spreadsheet program shows while a cell is being filled in; each under 120 characters */
  readonly prompt: LocalText;
  readonly isOptional?: true;
  /** the words that may stand there */
  readonly words?: readonly string[];
  /** in characters */
  readonly width: number;
}

export const sheetNames = {
  howTo: { en: "How to", "zh-TW": "填寫說明" },
  about: { en: "About", "zh-TW": "清單資料" },
  scales: { en: "Scales", "zh-TW": "量表" },
  sections: { en: "Sections", "zh-TW": "章節" },
  questions: { en: "Questions", "zh-TW": "題目" },
} as const satisfies Record<string, LocalText>;

export type SheetKey = keyof typeof sheetNames;

/** `Questions 題目`, as a sheet or a header is named that both languages read. */
export function both({ en, "zh-TW": zh }: LocalText, between = " "): string {
  return `${en}${between}${zh}`;
}

const say = (en: string, zh: string): LocalText => ({ en, "zh-TW": zh });
const inEnglish = (en: string, zh: string) => say(`${en} (English)`, `${zh}（英文）`);
const inChinese = (en: string, zh: string) => say(`${en} (Chinese)`, `${zh}（中文）`);

function pair(key: string, en: string, zh: string, prompt: LocalText, width: number, isOptional?: true): readonly Column[] {
  const optional = isOptional ? { isOptional } : {};
  return [
    { key: `${key}.en`, kind: "text", label: inEnglish(en, zh), prompt, width, ...optional },
    { key: `${key}.zh-TW`, kind: "text", label: inChinese(en, zh), prompt, width, ...optional },
  ];
}

const idPrompt = say("Letters, digits and . _ : - only. Never change it later: answers refer to it.", "限英數字與「. _ : -」。日後請勿更動，作答結果以此對應。");
const targetPrompt = say("Between 0 and 1, such as 0.8. Blank: that of the section or checklist.", "0到1之間，例如0.8；空白則沿用章節或清單的目標。");
const listHint = say("Several with commas between them. Blank: always.", "可填多個，以逗號分隔；空白表示一律適用。");

function words(list: readonly string[], hint: LocalText = listHint): LocalText {
  return say(`${list.join(", ")}. ${hint.en}`, hint["zh-TW"]);
}

const appliesColumns: readonly Column[] = [
  { key: "appliesWhen.tier", kind: "list", label: say("Only for tier", "僅適用風險級別"), prompt: words(tiers), isOptional: true, words: tiers, width: 16 },
  { key: "appliesWhen.role", kind: "list", label: say("Only for role", "僅適用角色"), prompt: words(roles), isOptional: true, words: roles, width: 16 },
  { key: "appliesWhen.sector", kind: "list", label: say("Only for sector", "僅適用產業"), prompt: listHint, isOptional: true, width: 16 },
  { key: "appliesWhen.tags", kind: "list", label: say("Only for tags", "僅適用標籤"), prompt: say("As in a system's profile, such as generative. Commas between. Blank: always.", "與系統概況的標籤相同，如generative，以逗號分隔；空白表示一律適用。"), isOptional: true, width: 16 },
];

export const aboutRows: readonly Column[] = [
  { key: "id", kind: "word", label: say("Id", "識別碼"), prompt: idPrompt, width: 0 },
  { key: "version", kind: "word", label: say("Version", "版本"), prompt: say("Three numbers, such as 1.0.0. Raise it whenever the content changes.", "三段數字，如1.0.0；內容有變更即須調高。"), width: 0 },
  ...pair("title", "Title", "標題", say("How the checklist is called, in either language.", "清單名稱，中英文各一。"), 0),
  { key: "source.name", kind: "text", label: say("Source", "來源"), prompt: say("The norm or document that the questions go back to.", "題目所依據的規範或文件。"), width: 0 },
  { key: "source.publisher", kind: "text", label: say("Publisher", "發布者"), prompt: say("Who answers for the source.", "來源由誰發布。"), width: 0 },
  { key: "source.date", kind: "date", label: say("Date of the source", "來源日期"), prompt: say("YYYY, YYYY-MM or YYYY-MM-DD.", "YYYY、YYYY-MM或YYYY-MM-DD。"), width: 0 },
  { key: "source.url", kind: "word", label: say("Web address", "網址"), prompt: say("Starts with https://. May be blank.", "以https://開頭，可留空。"), isOptional: true, width: 0 },
  { key: "source.licence", kind: "text", label: say("Licence", "授權"), prompt: say("On what terms the wording may be used, such as: internal use.", "文字的使用條件，例如：僅供內部使用。"), width: 0 },
  ...pair("source.note", "Note", "註記", say("What in it is not verified. May be blank.", "尚未查證之處，可留空。"), 0, true),
  { key: "target", kind: "number", label: say("Target", "目標"), prompt: say("For the whole checklist, between 0 and 1. May be blank.", "整份清單的目標，0到1之間，可留空。"), isOptional: true, width: 0 },
];

export const scaleColumns: readonly Column[] = [
  { key: "scale", kind: "word", label: say("Scale", "量表識別碼"), prompt: say("One row for each level. The first scale is the default.", "每個等級一列；第一個量表為預設。"), width: 14 },
  { key: "id", kind: "word", label: say("Level", "等級識別碼"), prompt: say("Unique within its scale, such as 0, 1, 2.", "在同一量表中不得重複，如0、1、2。"), width: 12 },
  { key: "value", kind: "number", label: say("Value", "數值"), prompt: say("Between 0 and 1; rises from level to level.", "0到1之間，須逐級遞增。"), width: 10 },
  ...pair("label", "Label", "名稱", say("One or two words.", "一兩個詞。"), 18),
  ...pair("meaning", "Meaning", "意義", say("What an assessor sees when this level is right.", "達到此等級時，評估者會看到什麼。"), 48),
];

export const sectionColumns: readonly Column[] = [
  { key: "id", kind: "word", label: say("Id", "識別碼"), prompt: idPrompt, width: 14 },
  { key: "inside", kind: "word", label: say("Inside section", "上層章節"), prompt: say("The id of the section that this one stands in. Blank: outermost.", "所屬上層章節的識別碼；空白表示最上層。"), isOptional: true, width: 14 },
  { key: "ref", kind: "text", label: say("Reference", "條號"), prompt: say("Its number or name in the source.", "在來源中的編號或名稱。"), width: 18 },
  ...pair("title", "Title", "標題", say("The heading of the section.", "章節標題。"), 36),
  { key: "pdca", kind: "word", label: say("PDCA", "PDCA階段"), prompt: say("plan, do, check or act. May be blank.", "plan、do、check、act，可留空。"), isOptional: true, words: pdcaStages, width: 10 },
  { key: "target", kind: "number", label: say("Target", "目標"), prompt: targetPrompt, isOptional: true, width: 10 },
  ...appliesColumns,
];

const evidencePrompt = say("A document, test result, record or log. Two to four kinds, each in both languages.", "文件、測試結果、紀錄或日誌，二至四種，中英文並列。");

export const mostEvidence = 4;

export const questionColumns: readonly Column[] = [
  { key: "id", kind: "word", label: say("Id", "識別碼"), prompt: idPrompt, width: 14 },
  { key: "section", kind: "word", label: say("Section", "所屬章節"), prompt: say("The id of a section on the sheet of sections.", "「章節」工作表中的識別碼。"), width: 14 },
  { key: "ref", kind: "text", label: say("Reference", "條號"), prompt: say("Its clause in the source.", "在來源中的條號。"), width: 16 },
  ...pair("text", "Question", "題目", say("Asks for one thing that one can look at.", "一題只問一件事，且看得到答案。"), 48),
  ...pair("help", "Help", "說明", say("Why it matters, and what a high answer looks like as against a low one.", "為何重要，以及高分與低分的差別。"), 48),
  ...[1, 2, 3, 4].flatMap((nth) => pair(`evidence.${nth - 1}`, `Evidence ${nth}`, `佐證${nth}`, evidencePrompt, 30, nth > 2 ? true : undefined)),
  { key: "phases", kind: "list", label: say("Phases", "生命週期階段"), prompt: words(lifecyclePhases, say("Commas between.", "以逗號分隔，至少一個。")), words: lifecyclePhases, width: 24 },
  { key: "weight", kind: "number", label: say("Weight", "權重"), prompt: say("3: failing it can harm people or break the law. 2: core practice. 1: good practice.", "3：未達成可能傷害人或違法；2：核心實務；1：良好實務。"), words: ["1", "2", "3"], width: 9 },
  { key: "obligation", kind: "word", label: say("Obligation", "義務"), prompt: say("must, should or may.", "must（應）、should（宜）、may（得）。"), words: obligations, width: 11 },
  { key: "scale", kind: "word", label: say("Scale", "量表"), prompt: say("The id of a scale. Blank: the first one.", "量表識別碼；空白則用第一個量表。"), isOptional: true, width: 12 },
  { key: "target", kind: "number", label: say("Target", "目標"), prompt: targetPrompt, isOptional: true, width: 9 },
  { key: "knockout", kind: "flag", label: say("Knockout", "否決項"), prompt: say("yes: missing the target here alone blocks the checklist. Blank: no.", "填yes：此題未達目標，整份清單即不通過；空白表示否。"), isOptional: true, words: ["yes"], width: 11 },
  ...appliesColumns,
  ...pair("control", "Control", "控制措施", say("Short title of the control that the reference names, for a Statement of Applicability. May be blank.", "條號所指控制措施的簡稱，用於適用性聲明，可留空。"), 24, true),
  { key: "replaces", kind: "list", label: say("Replaces", "取代題目"), prompt: say("Ids of questions of earlier versions in whose place this one stands. Commas between.", "此題所取代的舊版題目識別碼，以逗號分隔。"), isOptional: true, width: 16 },
];
