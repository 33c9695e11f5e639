import type { report as en } from "../en/report.ts";

export const report: typeof en = {
  title: "報告",
  lede: "以下各頁就是文件本身。簽署後即告定稿，收件者不用本工具也能查驗內容有無更動。",
  template: "報告種類",
  language: "報告語言",
  inside: {
    label: "PDF內附資料",
    assessment: {
      label: "完整的評估",
      hint: "所有作答、備註與歷次異動以檔案附在PDF內，但不含佐證檔案。收到報告的人可重新計算每一項數字，也會讀到全部內容。",
    },
    nothing: {
      label: "只有報告本身",
      hint: "報告會載明未附評估。其中的數字只有持有評估複本的人才能查核。",
    },
  },
  saveUnsigned: "儲存未簽章版",
  sign: "簽署並儲存",
  printing: "產製報告中",
  composing: "編排報告中",
  preview: "報告印出的樣貌",
  contents: "目錄",
  saved: (file) => `已將「${file}」存入下載項目，尚未簽章。`,
  savedWithCodes: (file, count) => `已將「${file}」存入下載項目，尚未簽章。報告字型缺少${count}個字元，均以字碼印出。`,
  before: {
    title: "簽署前待處理事項",
    text: "有待處理事項仍可簽署；一併印在報告裡，讓讀者看到簽署人當時所見。",
    clean: "沒有待處理事項：「應」辦題目均已作答，不適用者均敘明理由，所附佐證均在有效期間。",
    count: (count) => (count === 0 ? "沒有待處理事項" : `${count}點，將印在報告裡`),
    kinds: {
      conflict: "副本作答不一致，計為未作答",
      "unanswered-must": "「應」辦題目未作答",
      "not-applicable-without-reason": "列為不適用而未敘明理由",
      "evidence-not-effective": "所附佐證無效",
      "met-without-evidence": "達目標而無佐證",
    },
  },
  signed: {
    title: "已簽署的報告",
    since: (changes) => {
      if (changes === null) return "異動紀錄中找不到簽署時的狀態。";
      return changes === 0 ? "簽署後沒有異動。" : `簽署後又有${changes}筆異動。`;
    },
    digest: "簽署檔案的SHA-256",
  },
  signing: {
    title: "簽署這份報告",
    text: "簽章涵蓋檔案的每一個位元組，此後除加簽外不得變更。",
    subject: (template, language) => `${template}（${language}）`,
    who: "簽署身分",
    reason: "簽署事由",
    reasonHint: "載於簽章之中，PDF閱讀軟體會顯示。",
    busy: "簽署並查驗簽章中",
    missingTitle: "有些字元無法印出",
    missingText: "報告字型沒有下列字元的字形，會以方括號內的字碼印出，不會略過。",
    goBack: "返回修改",
    signAnyway: "以字碼簽署",
    doneTitle: "已簽署",
    doneText: "檔案已存入下載項目。簽章已在這裡查驗，並記入異動紀錄。",
    saveAgain: "再存一次",
    toVerify: "到驗章頁查驗",
  },
};
