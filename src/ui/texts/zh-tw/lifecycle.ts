import type { lifecycle as en } from "../en/lifecycle.ts";

export const lifecycle: typeof en = {
  label: "生命週期",
  hint: "落差與報告依其階段呈現。選擇保存在這個瀏覽器。",
  own: "Assay（NIST AI RMF加除役）",
  overlap: "Assay的一個階段可能同時歸入其中數個階段，各階段彼此重疊，不能相加（S8）。",
  source: (name, publisher, date) => `${name}，${publisher}，${date}。`,
  noQuestion: "本清單沒有屬於此階段的題目",
  loading: "正在開啟生命週期",
  failed: "無法開啟這個生命週期",
  failedText: "評估內容未受影響。請再試一次，或改選其他生命週期。",
};
