import type { CalendarDate } from "./text.ts";
import type { Words } from "./words.ts";

export const wordsZhTw: Words = {
  phase: {
    "plan-design": "規劃與設計",
    "collect-process-data": "蒐集與處理資料",
    "build-use-model": "建立與使用模型",
    "verify-validate": "驗證與確認",
    "deploy-use": "部署與使用",
    "operate-monitor": "營運與監控",
    retire: "除役",
  },
  tier: { minimal: "最小風險", limited: "有限風險", high: "高風險", unacceptable: "不可接受風險" },
  role: {
    provider: "提供者",
    deployer: "部署者",
    importer: "進口商",
    distributor: "經銷商",
    "user-organisation": "使用單位",
  },
  tag: {
    generative: "生成式AI",
    biometric: "生物辨識",
    "personal-data": "個人資料",
    children: "兒童及少年",
    "public-sector": "公部門",
    financial: "金融服務",
    "safety-component": "安全元件",
    "moda-type-a": "A類：技術設計缺陷（數位部）",
    "moda-type-b": "B類：部署後操作及人機互動（數位部）",
    "moda-type-c": "C類：社會結構與環境衝擊（數位部）",
  },
  pdca: { plan: "規劃", do: "執行", check: "查核", act: "改善" },
  obligation: { must: "應", should: "宜", may: "得" },
  severity: { critical: "重大", high: "高", medium: "中", low: "低" },
  status: {
    "out-of-scope": "不在範圍",
    "not-applicable": "不適用",
    "not-assessed": "尚未評估",
    satisfied: "符合",
    incomplete: "未完成",
    "not-satisfied": "不符合",
    "partially-satisfied": "部分符合",
  },
  questionState: { answered: "已作答", unanswered: "未作答", "not-applicable": "不適用", "out-of-scope": "不在範圍" },
  evidenceKind: { file: "檔案", link: "連結", statement: "聲明" },
  date,
};

/** "2026年11月21日" */
function date(value: CalendarDate): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year ? `${year}年${Number(month)}月${Number(day)}日` : value;
}
