import type { Scale } from "./checklist.ts";
import type { LevelId, ScaleId } from "./ids.ts";

/** Five levels of practice that fit most questions: what a new checklist is answered on until it brings its own scale. */
export const maturityScale: Scale = {
  id: "maturity" as ScaleId,
  levels: [
    {
      id: "0" as LevelId,
      value: 0,
      label: { en: "Absent", "zh-TW": "尚未建立" },
      meaning: { en: "Nothing is in place, or nobody asked can say.", "zh-TW": "沒有任何作法，或詢問後無人說得出來。" },
    },
    {
      id: "1" as LevelId,
      value: 0.2,
      label: { en: "Ad hoc", "zh-TW": "零星為之" },
      meaning: { en: "Some people do it when they think of it; nothing is written down.", "zh-TW": "靠個人自覺，想到才做，沒有書面依據。" },
    },
    {
      id: "2" as LevelId,
      value: 0.5,
      label: { en: "Defined", "zh-TW": "已有規定" },
      meaning: {
        en: "A rule, an owner and a method are written down; practice is patchy or leaves no record.",
        "zh-TW": "已訂規定、權責與作法，但執行不一或未留紀錄。",
      },
    },
    {
      id: "3" as LevelId,
      value: 0.8,
      label: { en: "Practised", "zh-TW": "落實執行" },
      meaning: { en: "It is done every time as written, and recent records show it.", "zh-TW": "每次都依規定執行，並有近期紀錄可查。" },
    },
    {
      id: "4" as LevelId,
      value: 1,
      label: { en: "Assured", "zh-TW": "獨立查核" },
      meaning: {
        en: "Someone independent has checked that it works, and what they found was acted on.",
        "zh-TW": "經獨立第三方或內稽查核有效，發現事項也已改善。",
      },
    },
  ],
};
