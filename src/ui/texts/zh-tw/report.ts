import type { report as en } from "../en/report.ts";

export const report: typeof en = {
  title: "報告",
  lede: "下方就是將要印出的文件。簽署後即告定稿，收件者不用本工具也能查驗內容有無變動。",
  template: "報告種類",
  language: "報告語言",
  saveUnsigned: "儲存未簽章版",
  sign: "簽署並儲存",
  printing: "產製報告中",
  preview: "預覽",
  before: {
    title: "簽署前檢查",
    text: "以下事項尚未處理。仍可簽署，但會印在報告裡。",
    clean: "沒有待處理事項：應答題目均已作答，不適用者均敘明理由，佐證均在有效期間。",
    kinds: {
      conflict: "兩份副本答案不同，該題視同未答",
      "unanswered-must": "應答而未答的題目",
      "not-applicable-without-reason": "填不適用但未敘明理由",
      "evidence-not-effective": "佐證已過期、已撤回或尚未生效",
      "met-without-evidence": "已達目標但未附佐證",
    },
  },
  signed: {
    title: "已簽署的報告",
    since: (changes) => (changes === null ? "這份歷程中找不到簽署時的狀態。" : changes === 0 ? "簽署後評估沒有異動。" : `簽署後又有${changes}筆異動。`),
    digest: "檔案的SHA-256",
  },
  signing: {
    title: "簽署這份報告",
    text: "簽章涵蓋檔案的每一個位元組，此後除加簽外不得變更。",
    who: "簽署身分",
    reason: "簽署事由（載於簽章）",
    busy: "簽署並檢查簽章中",
    missingTitle: "有些字元無法印出",
    missingText: "報告字型沒有下列字元的字形，會以方括號內的字碼印出，不會略過。",
    goBack: "返回修改",
    signAnyway: "以字碼簽署",
    doneTitle: "已簽署",
    doneText: "檔案已存入下載項目。簽章已在這裡檢查過，並記入歷程。",
    saveAgain: "再存一次",
  },
};
