import type { LocalText } from "#domain";

/** What stands on the first sheet, a paragraph in a row. */
export const howTo: readonly { readonly title: LocalText; readonly text: LocalText }[] = [
  {
    title: { en: "What this is", "zh-TW": "這份檔案的用途" },
    text: {
      en: "A checklist for Assay in a spreadsheet. Fill in the four sheets that follow, save as .xlsx, and add the file in Assay under Settings, Checklists. Assay checks every cell and names the sheet, row and column of what has to be mended.",
      "zh-TW": "用試算表撰寫的Assay檢核清單。請填寫後面四張工作表，存成.xlsx，再到Assay「設定」的「檢核清單」加入。Assay會逐格檢查，需修正之處都會指出工作表、列與欄。",
    },
  },
  {
    title: { en: "In which order", "zh-TW": "填寫順序" },
    text: {
      en: "First About, then Sections, then Questions. The scale on the sheet Scales is ready to use; change it only if your answers need other levels. Rows stand in the order in which they will be read.",
      "zh-TW": "先填「清單資料」，再填「章節」，最後填「題目」。「量表」已備妥，除非作答需要其他等級，否則不必更動。列的順序即閱讀順序。",
    },
  },
  {
    title: { en: "Both languages", "zh-TW": "中英文並列" },
    text: {
      en: "Every sentence stands in English and in Traditional Chinese. If your organisation works in one of them, write the same sentence in both columns.",
      "zh-TW": "每個句子都需英文與繁體中文。若組織只用其中一種，兩欄填寫相同內容即可。",
    },
  },
  {
    title: { en: "A good question", "zh-TW": "好的題目" },
    text: {
      en: "It asks for one thing that can be answered by looking at something. Its help says why it matters and what a high answer looks like as against a low one. It names two to four kinds of evidence that would satisfy an assessor.",
      "zh-TW": "一題只問一件事，看得到具體事物就能作答。說明欄交代為何重要，以及高分與低分有何差別，並列出二至四種足以讓評估者信服的佐證。",
    },
  },
  {
    title: { en: "Headings and other columns", "zh-TW": "標題列與其他欄位" },
    text: {
      en: "Leave the heading row as it is; columns may change places. A column or sheet of your own is not read, and Assay says so. Click into a cell to see what belongs there.",
      "zh-TW": "請保留標題列原文，欄位順序可以調換。自行增加的欄或工作表不會讀入，Assay會告知。點選儲存格即顯示填寫提示。",
    },
  },
  {
    title: { en: "No formulas, no merged cells", "zh-TW": "不用公式、不合併儲存格" },
    text: {
      en: "A checklist says only what is written, so a formula is refused; paste it as a value. A merged cell says something in its first row only; fill in each row.",
      "zh-TW": "清單只採計實際寫下的內容，公式一律不收，請貼上為「值」。合併儲存格只有第一列有內容，請逐列填寫。",
    },
  },
  {
    title: { en: "After a change", "zh-TW": "修訂時" },
    text: {
      en: "Raise the version: a changed weight, target or scale is a major change (2.0.0), a new question a minor one (1.1.0), other wording a patch (1.0.1). Keep the ids: answers given before refer to them.",
      "zh-TW": "請調高版本：權重、目標或量表變動為主版本（2.0.0），新增題目為次版本（1.1.0），僅修文字為修訂版本（1.0.1）。識別碼請維持不變，先前的作答以此對應。",
    },
  },
];
